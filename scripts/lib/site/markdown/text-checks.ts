import { report, type BodyState } from "./body-state.ts";
import { placeOf, type InlineBlock } from "./inline-block.ts";
import { unsafeLink } from "./links.ts";
import { offsetOf } from "./parser.ts";
import { findRawHtml } from "./raw-html.ts";

/** Code and escaped characters: what they hold is meant as it stands. */
const LITERAL = /(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\\[!-/:-@[-`{-~]/g;
const AUTOLINK = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/gi;
const UNSAFE_TARGET = /^\s*<?\s*(?:javascript|vbscript|data|file)\s*:/i;
/** Unsafe addresses as `<…>` or `[name]: …`. */
const UNSAFE_ELSEWHERE = /(?<=<|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?:javascript|vbscript|data|file):[^\s>]*/im;
const BARE_ADDRESS = /(?<![\w/@.(\[<"'])(?:https?:\/\/|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)]/i;
const EMPTY_PARENTHESES = /(?<!\])\([ \u00A0]+\)|(?<![\]\p{L}\p{N}])\(\)/u;
const FOOTNOTE_MARK = /\[\^([^\]\s]+)\](?!:)/g;

/** A problem at an offset of the text. */
type Note = (severity: "error" | "warning", offset: number, message: string) => void;

/** Reports what a text block shows to its readers although its editor meant something else. */
export function checkText(
  state: BodyState,
  block: InlineBlock,
  footnotes: Readonly<Record<string, number>>,
): void {
  const { content } = block.token;
  const note: Note = (severity, offset, message) =>
    report(state, severity, placeOf(state, block, offset), message);
  const text = /[`\\]/.test(content) ? content.replace(LITERAL, blank) : content;

  if (text.includes(":")) checkUnsafe(text, note);
  if (text.includes("<")) {
    const html = findRawHtml(text);
    if (html !== null) note("error", html.offset, html.message);
    else checkBareAddress(text.replace(AUTOLINK, blank), note);
  } else checkBareAddress(text, note);
  if (text.includes("](")) checkBrokenLinks(block, text, note);
  if (text.includes("(")) checkEmptyParentheses(text, note);
  if (text.includes("[^")) checkFootnotes(text, footnotes, note);
}

function checkUnsafe(text: string, note: Note): void {
  const unsafe = UNSAFE_ELSEWHERE.exec(text);
  if (unsafe !== null) note("error", unsafe.index, unsafeLink(unsafe[0]));
}

function checkBareAddress(text: string, note: Note): void {
  if (!text.includes("://") && !text.includes("www.")) return;
  // An address inside `](…)` is a link already.
  const bare = BARE_ADDRESS.exec(text.replace(/\]\([^)\s]*/g, blank));
  if (bare === null) return;
  const address = bare[0].startsWith("www.") ? `https://${bare[0]}` : bare[0];
  note(
    "warning",
    bare.index,
    `Địa chỉ "${bare[0]}" chưa thành liên kết. Hãy viết [tên trang](${address}) hoặc <${address}>.`,
  );
}

/** `](` that made neither link nor picture: the address has spaces, an unsafe scheme, or no end. */
function checkBrokenLinks(block: InlineBlock, text: string, note: Note): void {
  // A footnote inside the text is a block of its own.
  if (text.includes("^[")) return;
  const made = new Set<number>();
  for (const child of block.token.children ?? []) {
    const offset = offsetOf(child);
    if (offset === null) continue;
    if (child.type === "link_close") made.add(offset);
    else if (child.type === "image") made.add(offset + 2 + child.content.length);
  }
  for (let at = text.indexOf("]("); at !== -1; at = text.indexOf("](", at + 1)) {
    if (made.has(at) || !text.slice(0, at).includes("[")) continue;
    const target = /^[^)\n]*/.exec(text.slice(at + 2, at + 200))?.[0] ?? "";
    if (UNSAFE_TARGET.test(target)) note("error", at, unsafeLink(target.trim()));
    else {
      const shown = target.length > 60 ? `${target.slice(0, 59)}…` : target;
      note(
        "error",
        at,
        `Liên kết hoặc ảnh viết chưa đúng: "](${shown})". Địa chỉ không được có dấu cách và phải kết thúc bằng dấu ")".`,
      );
    }
  }
}

function checkEmptyParentheses(text: string, note: Note): void {
  const lost = EMPTY_PARENTHESES.exec(text);
  if (lost === null) return;
  note(
    "warning",
    lost.index,
    `Dấu ngoặc "${lost[0]}" trống, có thể do mất số chú thích khi dán từ Word. Hãy viết lại chú thích bằng [^1] hoặc xóa dấu ngoặc.`,
  );
}

function checkFootnotes(text: string, definitions: Readonly<Record<string, number>>, note: Note): void {
  for (const mark of text.matchAll(FOOTNOTE_MARK)) {
    if (definitions[`:${mark[1] ?? ""}`] !== undefined) continue;
    note(
      "error",
      mark.index,
      `Chú thích "${mark[0]}" chưa có nội dung. Hãy thêm ở cuối bài một dòng: ${mark[0]}: nội dung chú thích.`,
    );
  }
}

function blank(text: string): string {
  return " ".repeat(text.length);
}
