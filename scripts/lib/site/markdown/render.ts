import { sortProblems } from "#domain/problem.ts";
import { arrange } from "./arrange.ts";
import { createBodyState } from "./body-state.ts";
import { containerInfo } from "./container-rule.ts";
import { inspect } from "./inspect.ts";
import type { Env, Token } from "./library.ts";
import { isFileBeside } from "./links.ts";
import { mediaFiles } from "./media.ts";
import { createPageRenderer } from "./page-renderer.ts";
import { createMarkdown } from "./parser.ts";
import { fileName } from "./pictures.ts";
import type { BodyContext, BodyReferences, RenderedBody } from "./types.ts";

const markdown = createMarkdown();

/**
 * Takes the Markdown of one text and gives its HTML and what pages need to know of it. Pure: the same source and
 * the same answers of `context` give the same result, so it may be cached. Never throws: whatever is wrong is in
 * `problems`, and `html` is then the best that can be shown in a preview.
 *
 * @example renderMarkdown("Xem [bài trước](/2022/07/ha-giang/).", context).html
 */
export function renderMarkdown(source: string, context: BodyContext): RenderedBody {
  const text = normalize(source);
  const env: FootnoteEnv = {};
  const tokens = markdown.parse(text, env);
  const state = createBodyState(text, context);
  inspect(state, tokens, env.footnotes?.refs ?? {});
  const html = createPageRenderer(state).render(arrange(tokens), markdown.options, env);
  const plain = state.text.join("\n");
  let figures = 0;
  for (const picture of state.pictures.values()) if (picture !== null) figures += 1;
  return {
    html,
    toc: state.toc,
    words: countWords(plain),
    text: plain,
    links: state.links,
    figures,
    problems: sortProblems(state.problems),
  };
}

/**
 * Names of the files beside a text that it shows or offers, so that they can be prepared before rendering.
 *
 * @example bodyReferences("![Hội trường](a.jpg)") // { pictures: ["a.jpg"], attachments: [] }
 */
export function bodyReferences(source: string): BodyReferences {
  const pictures = new Set<string>();
  const attachments = new Set<string>();
  if (!/!\[|:::|\]\(|\]:/.test(source)) return { pictures: [], attachments: [] };
  for (const token of markdown.parse(normalize(source), {})) {
    if (token.type === "container_open") {
      const { main, poster, track } = mediaFiles(containerInfo(token).files);
      if (main !== null) attachments.add(main);
      if (track !== null) attachments.add(track);
      if (poster !== null) pictures.add(poster);
    }
    for (const child of token.children ?? []) collect(child, pictures, attachments);
  }
  return { pictures: [...pictures], attachments: [...attachments] };
}

interface FootnoteEnv extends Env {
  /** Filled by the footnote plugin: every definition, -1 where no text refers to it. */
  readonly footnotes?: { readonly refs?: Readonly<Record<string, number>> };
}

function collect(token: Token, pictures: Set<string>, attachments: Set<string>): void {
  if (token.type === "image") pictures.add(fileName(String(token.attrGet("src") ?? "")));
  else if (token.type === "link_open") {
    const file = fileName(String(token.attrGet("href") ?? ""));
    if (isFileBeside(file)) attachments.add(file);
  }
}

/** One form of letters and line ends; what an editor sees as one text is one text. */
function normalize(source: string): string {
  return source.normalize("NFC").replace(/\r\n?/g, "\n");
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
