import { containers } from "./container-rule.ts";
import { footnotes, MarkdownIt, type Markdown, type Renderer, type Token } from "./library.ts";

const positions = new WeakMap<Token, number>();

/**
 * The portal's Markdown: CommonMark with tables, strikethrough, footnotes and the `:::` containers; raw HTML stays
 * text, and `javascript:`, `data:`, `vbscript:` and `file:` addresses do not become links. Bare addresses are not
 * linked, as CommonMark has it. Rendering with its own renderer gives plain CommonMark HTML; pages use `renderBody`.
 *
 * @example createMarkdown().render("**Hà Giang**") // "<p><strong>Hà Giang</strong></p>\n"
 */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt("default", { html: false, linkify: false, typographer: false });
  markdown.validateLink = (url) => !/^\s*(?:javascript|vbscript|file|data):/i.test(url);
  markdown.use(footnotes).use(containers);
  markdown.inline.State = PositionedState;
  return markdown;
}

/** Renderer with no rules but the library's own, for the rules of the pages. */
export function createRenderer(): Renderer {
  return new MarkdownIt.Renderer();
}

/** Offset of a link, its end, or a picture in the text of its block; `null` for other tokens. */
export function offsetOf(token: Token): number | null {
  return positions.get(token) ?? null;
}

/** Remembers where links and pictures stand: the library keeps lines of blocks only. */
class PositionedState extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    if (type === "link_open") positions.set(token, this.src[this.pos] === "<" ? this.pos : this.pos - 1);
    else if (type === "link_close" || type === "image") positions.set(token, this.pos);
    return token;
  }
}
