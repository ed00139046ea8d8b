import { slugify } from "#domain/vietnamese/slug.ts";
import { report, uniqueId, type BodyState, type Place } from "./body-state.ts";
import { inspectContainer } from "./containers.ts";
import { inspectFootnotes } from "./footnotes.ts";
import { placeOf, plainText, type InlineBlock } from "./inline-block.ts";
import type { Token } from "./library.ts";
import { resolveHref } from "./links.ts";
import { offsetOf } from "./parser.ts";
import { resolvePicture, splitCaption } from "./pictures.ts";
import { checkText } from "./text-checks.ts";

/** Prefix of heading ids, so that none meets an id of the layout. */
const HEADING_PREFIX = "muc-";

/**
 * Reads the parsed text once from top to bottom: resolves what its links and pictures name, gives ids to headings,
 * gathers plain text, and reports every problem. What it finds lies in `state` for the renderer.
 */
export function inspect(
  state: BodyState,
  tokens: readonly Token[],
  footnotes: Readonly<Record<string, number>>,
): void {
  const fragments = new Map<string, Place>();
  let row: number | null = null;
  let cellColumn = 0;
  let level = 1;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") [row, cellColumn] = [token.map?.[0] ?? 0, 0];
    else if (token.type === "tr_close") row = null;
    else if (token.type === "inline") {
      const firstLine = token.map?.[0] ?? row ?? lineOf(state, token);
      const block = { token, firstLine, fromColumn: row === null ? 0 : cellColumn };
      if (row !== null) cellColumn = placeOf(state, block, token.content.length).column;
      inspectInline(state, block, fragments, footnotes);
    } else if (token.type === "heading_open") {
      level = inspectHeading(state, token, tokens[index + 1]?.children ?? null, level);
    } else if (token.type === "container_open" || token.type === "container_stray") {
      inspectContainer(state, token, tokens, index);
    } else if (token.type === "fence" || token.type === "code_block")
      state.text.push(token.content.trimEnd());
  }
  inspectFootnotes(state, footnotes);
  checkFragments(state, fragments);
}

function inspectInline(
  state: BodyState,
  block: InlineBlock,
  fragments: Map<string, Place>,
  footnotes: Readonly<Record<string, number>>,
): void {
  const children = block.token.children ?? [];
  checkText(state, block, footnotes);
  const text = plainText(children).trim();
  if (text !== "") state.text.push(text);
  for (const [index, child] of children.entries()) {
    if (child.type === "image") {
      const place = placeOf(state, block, offsetOf(child) ?? 0);
      state.pictures.set(child, resolvePicture(state, child, place));
      const { caption } = splitCaption(String(child.attrGet("title") ?? ""));
      if (caption !== null) state.text.push(caption);
    } else if (child.type === "link_open") {
      const place = placeOf(state, block, offsetOf(child) ?? 0);
      state.hrefs.set(child, resolveHref(state, String(child.attrGet("href") ?? ""), place, fragments));
      if (children[index + 1]?.type === "link_close") {
        report(
          state,
          "error",
          place,
          "Liên kết không có chữ. Hãy viết chữ trong ngoặc vuông: [chữ](địa chỉ).",
        );
        state.hrefs.set(child, null);
      }
    }
  }
}

function inspectHeading(state: BodyState, token: Token, children: Token[] | null, before: number): number {
  const level = Number(token.tag.slice(1));
  const line = token.map?.[0] ?? 0;
  const place = { line, column: Math.max(0, (state.lines[line] ?? "").search(/\S/)) };
  const text = plainText(children).trim();
  if (text === "") {
    report(state, "error", place, "Tiêu đề mục không có chữ. Hãy viết tên mục sau dấu # hoặc xóa dòng này.");
    return before;
  }
  if (level === 1) {
    report(
      state,
      "error",
      place,
      `Tiêu đề mục "${text}" dùng một dấu #, vốn dành cho tiêu đề bài. Hãy dùng ## cho mục, ### cho mục con.`,
    );
  } else if (level > before + 1) {
    report(
      state,
      "warning",
      place,
      `Tiêu đề mục "${text}" nhảy bậc: sau bậc ${before} là bậc ${level}. Hãy dùng ${"#".repeat(before + 1)}.`,
    );
  }
  const slug = slugify(text);
  const id = uniqueId(state, HEADING_PREFIX + (slug === "" ? "khong-ten" : slug));
  // Shown without the gap, so that the page's outline is whole.
  const shown = Math.max(2, Math.min(level, before + 1));
  state.headings.set(token, { id, tag: `h${shown}` });
  if (shown <= 3) state.toc.push({ id, text, level: shown });
  return shown;
}

/** Line of a block of which the library keeps no line: a footnote written inside the text. */
function lineOf(state: BodyState, token: Token): number {
  const [first = ""] = token.content.split("\n", 1);
  return Math.max(
    0,
    state.lines.findIndex((line) => line.includes(first)),
  );
}

/** References to a heading may leave out the prefix of its id. */
function checkFragments(state: BodyState, fragments: ReadonlyMap<string, Place>): void {
  const known = new Set([...state.headings.values()].map(({ id }) => id));
  for (const [token, href] of state.hrefs) {
    if (href === null || !href.startsWith("#") || known.has(href.slice(1))) continue;
    const prefixed = HEADING_PREFIX + href.slice(1);
    if (known.has(prefixed)) state.hrefs.set(token, `#${prefixed}`);
    else {
      const place = fragments.get(href);
      if (place !== undefined) {
        report(state, "error", place, `Liên kết "${href}" không dẫn tới tiêu đề mục nào trong bài.`);
      }
      state.hrefs.set(token, null);
    }
  }
}
