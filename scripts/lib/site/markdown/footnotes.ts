import { report, type BodyState } from "./body-state.ts";
import type { RendererRule, Token } from "./library.ts";

interface NoteMeta {
  readonly id: number;
  readonly subId: number;
}

/** Reports definitions that nothing refers to. Missing definitions are found where the text refers to them. */
export function inspectFootnotes(state: BodyState, definitions: Readonly<Record<string, number>>): void {
  for (const [key, number] of Object.entries(definitions)) {
    if (number >= 0) continue;
    const mark = `[^${key.slice(1)}]`;
    const line = Math.max(
      0,
      state.lines.findIndex((text) => text.includes(`${mark}:`)),
    );
    const column = Math.max(0, (state.lines[line] ?? "").indexOf(mark));
    report(
      state,
      "warning",
      { line, column },
      `Chú thích "${mark}" không được nhắc tới trong bài nên không hiện. Hãy đặt ${mark} vào chỗ cần chú thích hoặc xóa dòng này.`,
    );
  }
}

/** Rules for footnotes that a screen reader follows both ways. Ids: `chu-thich-1`, `ve-chu-thich-1`. */
export const footnoteRules: Readonly<Record<string, RendererRule>> = {
  footnote_ref: (tokens, index) => {
    const { id, subId } = metaOf(tokens[index]);
    return `<sup class="footnote-ref"><a href="#chu-thich-${id + 1}" id="${backId(id, subId)}" aria-label="Chú thích ${id + 1}">${id + 1}</a></sup>`;
  },
  footnote_block_open: () =>
    '<section class="footnotes" aria-labelledby="chu-thich"><h2 id="chu-thich">Chú thích</h2>\n<ol>\n',
  footnote_block_close: () => "</ol></section>\n",
  footnote_open: (tokens, index) => `<li id="chu-thich-${metaOf(tokens[index]).id + 1}">`,
  footnote_close: () => "</li>\n",
  footnote_anchor: (tokens, index) => {
    const { id, subId } = metaOf(tokens[index]);
    const which = subId === 0 ? "" : ` (${subId + 1})`;
    return ` <a class="footnote-back" href="#${backId(id, subId)}" aria-label="Quay lại nội dung${which}">↩\uFE0E</a>`;
  },
};

function backId(id: number, subId: number): string {
  return `ve-chu-thich-${id + 1}${subId === 0 ? "" : `-${subId + 1}`}`;
}

function metaOf(token: Token | undefined): NoteMeta {
  const { id, subId } = token?.meta ?? {};
  return { id: typeof id === "number" ? id : 0, subId: typeof subId === "number" ? subId : 0 };
}
