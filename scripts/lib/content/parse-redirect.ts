import type { Redirect } from "#domain/editorial.ts";
import type { FieldReader } from "./fields.ts";

/**
 * Reads one entry of redirects.yml: an old address, of the portal's own host (`/tin/12.html`) or whole
 * (`http://old.example.vn/tin/12.html`), and where it leads. Reports what the web servers' rules could not hold.
 */
export function readRedirect(fields: FieldReader): Redirect {
  const from = fields.required("from");
  const to = fields.required("to");
  // What the web servers' rules can hold; an address without its host belongs to the portal's own.
  const [, host = null, path = ""] = /^(?:https?:\/\/([^/?#]*))?(.*)$/i.exec(from) ?? [];
  if (host !== null && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host)) {
    fields.report(
      "from",
      `"${host}" không phải là tên miền; hãy viết như http://tuyengiao.tinh.gov.vn/tin/12.html, không có cổng.`,
    );
  } else if (from !== "" && !/^\/(?!\/)[^\s"'\\{}]*$/.test(host !== null && path === "" ? "/" : path)) {
    fields.report(
      "from",
      `"${from}" không phải là địa chỉ cũ; hãy viết /tin/12.html, hoặc cả tên miền cũ: http://tuyengiao.tinh.gov.vn/tin/12.html. Không dùng dấu cách, dấu nháy, ngoặc nhọn.`,
    );
  }
  if (to !== "" && !/^\/(?!\/)\S*$/.test(to) && !(/^https?:\/\//.test(to) && URL.canParse(to))) {
    fields.report("to", `"${to}" không phải là địa chỉ; hãy viết /gioi-thieu/ hoặc cả https://…`);
  }
  return { from, to };
}
