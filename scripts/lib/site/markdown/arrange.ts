import { MarkdownIt, type Token } from "./library.ts";

const TABLE_CAPTION = /^Bảng(?:\s+\d+)?\s*[:.]\s*(?=\S)/iu;

/**
 * Gives the block tokens in the shape that pages have: a paragraph of nothing but pictures becomes one `figure` token
 * for each, and a paragraph `Bảng: …` right before a table becomes the table's caption (`meta.caption`, its inline
 * token). The tokens given in stay as they are.
 */
export function arrange(tokens: readonly Token[]): Token[] {
  const arranged: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const inline = tokens[at + 1];
    if (token.type !== "paragraph_open" || inline?.type !== "inline") {
      arranged.push(token);
      continue;
    }
    const next = tokens[at + 3];
    if (next?.type === "table_open" && TABLE_CAPTION.test(inline.content)) {
      const table = new MarkdownIt.Token("table_open", "table", 1);
      table.meta = { caption: withoutLabel(inline) };
      arranged.push(table);
      at += 3;
    } else if (isPictures(inline)) {
      for (const image of inline.children ?? []) if (image.type === "image") arranged.push(figure(image));
      at += 2;
    } else arranged.push(token);
  }
  return arranged;
}

/** The caption of a table token made by `arrange`, `null` for a table without one. */
export function captionOf(table: Token | undefined): Token | null {
  const caption = table?.meta?.["caption"];
  return caption instanceof MarkdownIt.Token ? caption : null;
}

function isPictures(inline: Token): boolean {
  const children = inline.children ?? [];
  return (
    children.some((child) => child.type === "image") &&
    children.every(
      (child) =>
        child.type === "image" ||
        child.type === "softbreak" ||
        child.type === "hardbreak" ||
        (child.type === "text" && child.content.trim() === ""),
    )
  );
}

function figure(image: Token): Token {
  const token = new MarkdownIt.Token("figure", "figure", 0);
  token.block = true;
  token.children = [image];
  return token;
}

function withoutLabel(inline: Token): Token {
  const caption = new MarkdownIt.Token("inline", "", 0);
  const [first, ...rest] = inline.children ?? [];
  if (first === undefined) return caption;
  const start = new MarkdownIt.Token("text", "", 0);
  start.content = first.content.replace(TABLE_CAPTION, "");
  caption.children = [start, ...rest];
  return caption;
}
