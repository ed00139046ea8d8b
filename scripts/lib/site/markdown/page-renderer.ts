import { typeset } from "#domain/vietnamese/typography.ts";
import { captionOf } from "./arrange.ts";
import type { BodyState, ContainerHtml } from "./body-state.ts";
import { escapeHtml } from "./escape-html.ts";
import { footnoteRules } from "./footnotes.ts";
import { MarkdownIt, type Renderer, type RendererRule, type Token } from "./library.ts";
import { linkAttributes } from "./links.ts";
import { figureHtml, PHOTO_SET_SIZES, pictureHtml } from "./pictures.ts";

/** The renderer of one page: what `inspect` laid into `state` as HTML, everything else as CommonMark has it. */
export function createPageRenderer(state: BodyState): Renderer {
  const renderer = new MarkdownIt.Renderer();
  Object.assign(renderer.rules, footnoteRules, cellRules, pageRules(state));
  return renderer;
}

function pageRules(state: BodyState): Record<string, RendererRule> {
  const { sizes } = state.context;
  const within: (ContainerHtml | null)[] = [];
  const tables = { count: 0 };
  return {
    text: (tokens, index) => escapeHtml(typeset(tokens[index]?.content ?? "")),
    heading_open: (tokens, index) => {
      const token = tokens[index];
      const heading = token === undefined ? undefined : state.headings.get(token);
      return heading === undefined ? "" : `<${heading.tag} id="${heading.id}">`;
    },
    heading_close: (tokens, index) => {
      const open = tokens[index - 2];
      const heading = open === undefined ? undefined : state.headings.get(open);
      return heading === undefined ? "" : `</${heading.tag}>\n`;
    },
    link_open: (tokens, index) => {
      const href = hrefAt(state, tokens, index);
      return href === null ? "<span>" : `<a href="${escapeHtml(href)}"${linkAttributes(href)}>`;
    },
    link_close: (tokens, index) =>
      hrefAt(state, tokens, openingLink(tokens, index)) === null ? "</span>" : "</a>",
    image: (tokens, index) => {
      const picture = pictureAt(state, tokens[index]);
      return picture === null ? "" : pictureHtml(picture, sizes);
    },
    figure: (tokens, index) => {
      const picture = pictureAt(state, tokens[index]?.children?.[0]);
      const among = within.at(-1)?.photoSet === true;
      return picture === null ? "" : figureHtml(picture, among ? PHOTO_SET_SIZES : sizes);
    },
    container_open: (tokens, index) => {
      const token = tokens[index];
      const html = token === undefined ? null : (state.containers.get(token) ?? null);
      within.push(html);
      return html?.open ?? "";
    },
    container_close: () => within.pop()?.close ?? "",
    container_stray: () => "",
    table_open: (tokens, index, options, env, self) => {
      tables.count += 1;
      const caption = captionOf(tokens[index]);
      const id = `bang-${tables.count}`;
      return caption === null
        ? `<div class="table-scroll" role="group" aria-label="Bảng ${tables.count}" tabindex="0"><table>\n`
        : `<div class="table-scroll" role="group" aria-labelledby="${id}" tabindex="0"><table>\n<caption id="${id}">${self.renderInline(caption.children ?? [], options, env)}</caption>\n`;
    },
    table_close: () => "</table></div>\n",
  };
}

/** Header cells say that they head a column; an empty one heads nothing. Alignment is a class, not a style. */
const cellRules: Readonly<Record<string, RendererRule>> = {
  th_open: (tokens, index) =>
    isEmptyCell(tokens, index)
      ? `<td${alignment(tokens[index])}>`
      : `<th scope="col"${alignment(tokens[index])}>`,
  th_close: (tokens, index) => (isEmptyCell(tokens, index - 2) ? "</td>\n" : "</th>\n"),
  td_open: (tokens, index) => `<td${alignment(tokens[index])}>`,
};

function alignment(token: Token | undefined): string {
  const style = String(token?.attrGet("style") ?? "");
  const side = /text-align:(center|right)/.exec(style)?.[1];
  return side === undefined ? "" : ` class="align-${side}"`;
}

function isEmptyCell(tokens: readonly Token[], open: number): boolean {
  return tokens[open + 1]?.content === "";
}

function hrefAt(state: BodyState, tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  return token === undefined ? null : (state.hrefs.get(token) ?? null);
}

function openingLink(tokens: readonly Token[], close: number): number {
  let open = close - 1;
  while (open >= 0 && tokens[open]?.type !== "link_open") open -= 1;
  return open;
}

function pictureAt(state: BodyState, token: Token | undefined) {
  return token === undefined ? null : (state.pictures.get(token) ?? null);
}
