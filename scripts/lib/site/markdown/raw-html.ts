/** Tags that editors paste or write, with the Markdown that says the same. */
const ADVICE: Readonly<Record<string, string>> = {
  b: "Chữ đậm: **chữ**.",
  strong: "Chữ đậm: **chữ**.",
  i: "Chữ nghiêng: *chữ*.",
  em: "Chữ nghiêng: *chữ*.",
  br: "Xuống đoạn: để trống một dòng.",
  p: "Xuống đoạn: để trống một dòng.",
  a: "Liên kết: [chữ](địa chỉ).",
  img: "Ảnh: ![mô tả](tên-tệp.jpg).",
  table: "Bảng: xem trang hướng dẫn viết bài.",
  h1: "Tiêu đề mục: ## Tên mục.",
  h2: "Tiêu đề mục: ## Tên mục.",
  h3: "Tiêu đề mục: ### Tên mục.",
  ul: "Danh sách: mỗi dòng bắt đầu bằng dấu - và một dấu cách.",
  li: "Danh sách: mỗi dòng bắt đầu bằng dấu - và một dấu cách.",
  video: 'Video: :::video tên-tệp.mp4 "Tiêu đề".',
  audio: 'Âm thanh: :::audio tên-tệp.mp3 "Tiêu đề".',
  script: "Bài viết không được chứa mã chạy.",
  iframe: "Không nhúng trang khác; hãy đặt liên kết tới trang đó.",
};
const PLAIN = "Hãy xóa thẻ này.";
const WORD = "Đây là mã dán từ Word: hãy dán lại không kèm định dạng (Ctrl+Shift+V).";

const TAG =
  /<(?:(!--)|\/?((?:o|w|v|m|st1):[a-z]+|a|abbr|article|aside|audio|b|big|blockquote|body|br|button|center|code|col|colgroup|del|details|div|dl|dd|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|meta|nav|object|ol|option|p|pre|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|u|ul|video)(?=[\s/>]))[^>]*>?/i;

/** The first HTML tag that a text shows to its readers, with what to do about it; `null` where there is none. */
export function findRawHtml(text: string): { readonly offset: number; readonly message: string } | null {
  if (!text.includes("<")) return null;
  const match = TAG.exec(text);
  if (match === null) return null;
  const [tag, comment, name = ""] = match;
  const word =
    name.includes(":") || /mso|class="?Mso/i.test(tag) || (comment !== undefined && /\[if/i.test(tag));
  const advice = word ? WORD : (ADVICE[name.toLowerCase()] ?? PLAIN);
  const shown = tag.length > 40 ? `${tag.slice(0, 39)}…` : tag;
  return {
    offset: match.index,
    message: `Mã HTML "${shown.replace(/\s+/g, " ")}" sẽ hiện nguyên như chữ. ${advice}`,
  };
}
