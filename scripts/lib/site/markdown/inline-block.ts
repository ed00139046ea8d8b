import type { Token } from "./library.ts";
import type { BodyState, Place } from "./body-state.ts";

/** Inline text of one block, and where it stands in the source. */
export interface InlineBlock {
  readonly token: Token;
  /** 0-based line of the body on which the block begins. */
  readonly firstLine: number;
  /** Column from which its first line is looked for: cells of a table share a line. */
  readonly fromColumn: number;
}

/**
 * Place of `offset` in the text of a block. The library strips indentation, `>` and list marks from each line and
 * keeps no columns; what is left of a line is found again in the source line.
 */
export function placeOf(state: BodyState, block: InlineBlock, offset: number): Place {
  const { content } = block.token;
  let line = block.firstLine;
  let start = 0;
  for (let end = content.indexOf("\n"); end !== -1 && end < offset; end = content.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  const end = content.indexOf("\n", start);
  const rest = content.slice(start, end === -1 ? content.length : end);
  const column = (state.lines[line] ?? "").indexOf(rest, start === 0 ? block.fromColumn : 0);
  return { line, column: Math.max(column, 0) + offset - start };
}

/** The words of inline tokens as a reader hears them, without marks, pictures and footnote numbers. */
export function plainText(children: readonly Token[] | null): string {
  let text = "";
  for (const child of children ?? []) {
    if (child.type === "text" || child.type === "code_inline") text += child.content;
    else if (child.type === "softbreak" || child.type === "hardbreak") text += " ";
  }
  return text;
}
