import type { Attachment } from "#domain/article.ts";
import type { FieldReader } from "./fields.ts";

/** Title of any piece: required, and not shouted. */
export function readTitle(fields: FieldReader): string {
  const title = fields.required("title");
  if (title.length > 12 && title === title.toLocaleUpperCase("vi") && /\p{L}{4}/u.test(title)) {
    fields.report(
      "title",
      "Tiêu đề viết toàn chữ hoa khó đọc. Hãy viết hoa chữ đầu câu và tên riêng.",
      "warning",
    );
  }
  return title;
}

/** A file to download, named in front matter. */
export function readAttachment(fields: FieldReader): Attachment {
  return { file: readFileName(fields), title: fields.required("title") };
}

/** Name of a file that lies beside the piece; required. */
export function readFileName(fields: FieldReader): string {
  const file = fields.required("file");
  if (file !== "" && !/^[a-z0-9][a-z0-9._-]*$/.test(file)) {
    fields.report(
      "file",
      `"${file}" không dùng làm tên tệp được. Tên tệp chỉ gồm chữ thường không dấu, số, gạch ngang, và nằm cùng thư mục với bài: hoi-truong.jpg.`,
    );
  }
  return file;
}

/** Old addresses of a piece, from the site's root. */
export function readRedirects(fields: FieldReader): readonly string[] {
  return fields.texts("redirectFrom", (path) =>
    /^\/\S*$/.test(path)
      ? null
      : `"${path}" phải bắt đầu bằng dấu / và không có dấu cách: /tin-tuc/123.html.`,
  );
}

/** An http(s) address. */
export function readLink(fields: FieldReader, key: string): string | null {
  const link = fields.text(key);
  if (link === null || (URL.canParse(link) && /^https?:\/\//.test(link))) return link;
  fields.report(key, `"${link}" không phải là địa chỉ đầy đủ; hãy viết cả https://…`);
  return null;
}
