import { report, type BodyState } from "./body-state.ts";
import { placeOf, type InlineBlock } from "./inline-block.ts";
import { offsetOf } from "./parser.ts";
import { findRawHtml } from "./raw-html.ts";

/** Code, escaped characters and `<https://…>`: what they hold is meant as it stands. */
const LITERAL = /(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\\[!-/:-@[-`{-~]|<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/gi;
const UNSAFE_TARGET = /^\s*<?\s*(?:javascript|vbscript|data|file)\s*:/i;
const BARE_ADDRESS = /(?<![\w/@.(\[<"'])(?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)]/i;
const EMPTY_PARENTHESES = /(?<![\]\p{L}\p{N}])\([ \u00A0]*\)/u;
const FOOTNOTE_MARK = /\[\^([^\]\s]+)\](?!:)/g;

/** Reports what a text block shows to its readers although its editor meant something else. */
export function checkText(
  state: BodyState,
  block: InlineBlock,
  footnotes: Readonly<Record<string, number>>,
): void {
  const { content } = block.token;
  const text = /[`\\<]/.test(content)
    ? content.replace(LITERAL, (literal) => " ".repeat(literal.length))
    : content;
  const at = (offset: number) => placeOf(state, block, offset);

  const html = findRawHtml(text);
  if (html !== null) report(state, "error", at(html.offset), html.message);
  if (text.includes("](")) checkBrokenLinks(state, block, text);
  if (text.includes("://") || text.includes("www.")) {
    const bare = BARE_ADDRESS.exec(withoutTargets(text));
    if (bare !== null && html === null) {
      const address = bare[0].startsWith("www.") ? `https://${bare[0]}` : bare[0];
      report(
        state,
        "warning",
        at(bare.index),
        `Địa chỉ "${bare[0]}" chưa thành liên kết. Hãy viết [tên trang](${address}) hoặc <${address}>.`,
      );
    }
  }
  const lost = EMPTY_PARENTHESES.exec(text);
  if (lost !== null) {
    report(
      state,
      "warning",
      at(lost.index),
      `Dấu ngoặc "${lost[0]}" trống, có thể do mất số chú thích khi dán từ Word. Hãy viết lại chú thích bằng [^1] hoặc xóa dấu ngoặc.`,
    );
  }
  if (text.includes("[^")) {
    for (const mark of text.matchAll(FOOTNOTE_MARK)) {
      if (footnotes[`:${mark[1] ?? ""}`] !== undefined) continue;
      report(
        state,
        "error",
        at(mark.index),
        `Chú thích "${mark[0]}" chưa có nội dung. Hãy thêm ở cuối bài một dòng: ${mark[0]}: nội dung chú thích.`,
      );
    }
  }
}

/** `](` that made neither link nor picture: the address has spaces, an unsafe scheme, or no end. */
function checkBrokenLinks(state: BodyState, block: InlineBlock, text: string): void {
  const made = new Set<number>();
  for (const child of block.token.children ?? []) {
    const offset = offsetOf(child);
    if (offset === null) continue;
    if (child.type === "link_close") made.add(offset);
    else if (child.type === "image") made.add(offset + 2 + child.content.length);
  }
  for (let at = text.indexOf("]("); at !== -1; at = text.indexOf("](", at + 1)) {
    if (made.has(at)) continue;
    const target = text.slice(at + 2).split("\n", 1)[0] ?? "";
    const place = placeOf(state, block, at);
    if (UNSAFE_TARGET.test(target)) {
      report(
        state,
        "error",
        place,
        `Liên kết "${shorten(target.replace(/\)[\s\S]*$/, ""))}" không an toàn nên không được hiện. Chỉ dùng http, https, mailto, tel hoặc đường dẫn trong cổng bắt đầu bằng "/".`,
      );
    } else {
      report(
        state,
        "error",
        place,
        `Liên kết hoặc ảnh viết chưa đúng: "](${shorten(target.replace(/\)[\s\S]*$/, ")"))}". Địa chỉ không được có dấu cách và phải kết thúc bằng dấu ")".`,
      );
    }
  }
}

/** The same text with the targets of links blank: an address there is a link already. */
function withoutTargets(text: string): string {
  return text.replace(/\]\([^)\s]*/g, (target) => " ".repeat(target.length));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
