import { verifyPage, VerifyError, type Verdict, type VerifyFailure, type VerifyTools } from "./verify.ts";

/**
 * Makes the page `/kiem-tra/` work: checks the page named by `?p=` at once, and any other that is typed in.
 * @param root element with `data-verify` of layouts/verify.njk
 */
export function startVerifyPage(root: HTMLElement, tools: VerifyTools): void {
  const frontPage = new URL(root.dataset["base"] ?? "/", location.href).href;
  const input = root.querySelector("input");
  const given = new URLSearchParams(location.search).get("p");
  if (given === null || given.trim() === "") return;
  if (input !== null) input.value = given;
  const path = pathOf(given, frontPage);
  if (path === null) {
    say(
      root,
      "unknown",
      "Địa chỉ này không thuộc cổng.",
      "Trang kiểm tra chỉ so được các trang của chính cổng này.",
    );
    return;
  }
  void report(root, path, frontPage, tools);
}

/**
 * Path of a page as a reader may type it: a path, or a whole address of this site.
 * @returns `null` for another site's address
 * @example pathOf("https://host/btg/2022/07/x/?a=1", "https://host/btg/") // "/btg/2022/07/x/"
 */
export function pathOf(text: string, frontPage: string): string | null {
  const base = frontPage.replace(/^(https?:\/\/[^/]+).*$/, "$1");
  const trimmed = text.trim();
  const absolute = /^https?:\/\//i.test(trimmed) ? trimmed : `${base}/${trimmed.replace(/^\/+/, "")}`;
  const address = absolute.replace(/[?#].*$/, "");
  return address.startsWith(frontPage) || `${address}/` === frontPage
    ? address.slice(base.length) || "/"
    : null;
}

async function report(root: HTMLElement, path: string, frontPage: string, tools: VerifyTools): Promise<void> {
  say(root, "working", "Đang kiểm tra…", path);
  try {
    show(root, path, await verifyPage(path, frontPage, tools));
  } catch (error) {
    const failure = error instanceof VerifyError ? error.failure : "offline";
    const [title, text] = FAILURES[failure];
    say(root, failure === "forged" ? "changed" : "unknown", title, text);
  }
}

const FAILURES: Readonly<Record<VerifyFailure, readonly [title: string, text: string]>> = {
  "not-published": [
    "Địa chỉ này không có trong bản công bố.",
    "Trang có thể đã được chuyển hoặc gỡ, hoặc địa chỉ gõ chưa đúng. Nếu trang vẫn mở được, xin báo cho Ban biên tập.",
  ],
  "no-manifest": ["Chưa kiểm tra được.", "Bản công bố này chưa kèm danh sách mã kiểm tra."],
  forged: [
    "Danh sách mã kiểm tra không khớp chữ ký.",
    "Không nên tin nội dung đang hiển thị. Xin báo ngay cho Ban biên tập theo thông tin ở chân trang.",
  ],
  "no-crypto": [
    "Trình duyệt này không kiểm tra được.",
    "Xin mở trang bằng địa chỉ https:// trên trình duyệt mới hơn.",
  ],
  offline: ["Chưa kiểm tra được vì mất kết nối.", "Xin kiểm tra mạng rồi tải lại trang này."],
};

function show(root: HTMLElement, path: string, verdict: Verdict): void {
  const broken = verdict.files.filter((file) => !file.isIntact);
  const others = verdict.files.length - 1;
  if (broken.length === 0) {
    say(
      root,
      "intact",
      "Trang này đúng nguyên văn bản đã công bố.",
      `Đã so nội dung trang và ${others} tệp mà trang dùng.`,
    );
  } else {
    say(
      root,
      "changed",
      "Trang này KHÁC bản đã công bố.",
      `Khác ở: ${broken.map((file) => file.path).join(", ")}. Xin tải lại trang này một lần; nếu vẫn khác, xin báo cho Ban biên tập.`,
    );
  }
  const rows: readonly (readonly [string, string])[] = [
    ["Trang", path],
    ["Công bố lúc", formatMoment(verdict.created)],
    ["Bản phát hành", verdict.release],
    ["Mã SHA-256 của trang", verdict.sha256],
    ["Chữ ký", SIGNATURES[verdict.signature]],
    ...(verdict.fingerprint === null ? [] : [["Dấu vân tay của khóa", verdict.fingerprint] as const]),
  ];
  const list = root.querySelector("dl");
  list?.replaceChildren(...rows.map(row));
  if (list !== null) list.hidden = false;
}

const SIGNATURES: Readonly<Record<Verdict["signature"], string>> = {
  valid: "Đúng (Ed25519)",
  unsigned: "Bản này chưa ký",
  unchecked: "Trình duyệt này chưa kiểm tra được chữ ký; mã của trang thì đã so",
};

function say(root: HTMLElement, state: string, title: string, text: string): void {
  const box = root.querySelector<HTMLElement>("[data-verify-result]");
  if (box === null) return;
  const heading = document.createElement("p");
  heading.className = "verify-title";
  heading.textContent = title;
  const detail = document.createElement("p");
  detail.textContent = text;
  box.dataset["state"] = state;
  box.replaceChildren(heading, detail);
  box.hidden = false;
}

function row([term, value]: readonly [string, string]): HTMLElement {
  const group = document.createElement("div");
  const name = document.createElement("dt");
  const description = document.createElement("dd");
  name.textContent = term;
  description.textContent = value;
  group.append(name, description);
  return group;
}

function formatMoment(iso: string): string {
  const format = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${format.format(new Date(iso))} (GMT+7)`;
}
