import { sortProblems, type Problem } from "#domain/problem.ts";
import { arrange } from "./arrange.ts";
import { createBodyState } from "./body-state.ts";
import { containerInfo } from "./container-rule.ts";
import { inspect } from "./inspect.ts";
import type { Env, Token } from "./library.ts";
import { fileName, isFileBeside, isPlainName } from "./file-names.ts";
import { mediaFiles } from "./media.ts";
import { createPageRenderer } from "./page-renderer.ts";
import { createMarkdown } from "./parser.ts";
import type { BodyContext, BodyReferences, RenderedBody } from "./types.ts";

const markdown = createMarkdown();
/** Control characters, which pasted text brings along. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
/** Anything that `normalize` would change in NFC text, and pairs of surrogates. */
const UNTIDY = /[\u0000-\u0008\u000B-\u001F\u007F\uD800-\uDFFF]/;

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
    problems: distinct(sortProblems(state.problems)),
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
      for (const file of [main, track]) if (file !== null && isPlainName(file)) attachments.add(file);
      if (poster !== null && isPlainName(poster)) pictures.add(poster);
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
  if (token.type === "image") {
    const file = fileName(String(token.attrGet("src") ?? ""));
    if (isPlainName(file)) pictures.add(file);
  } else if (token.type === "link_open") {
    const file = fileName(String(token.attrGet("href") ?? ""));
    if (isFileBeside(file)) attachments.add(file);
  }
}

/** A footnote inside the text is read with its paragraph and by itself. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem, index) => {
    const before = problems[index - 1];
    return (
      before?.message !== problem.message || before.line !== problem.line || before.column !== problem.column
    );
  });
}

/** One form of letters and line ends, and nothing that HTML forbids: what an editor sees as one text is one text. */
function normalize(source: string): string {
  const text = source.normalize("NFC");
  if (!UNTIDY.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").toWellFormed();
}

/** Runs without white space in which there is a letter or a figure. */
function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0xa0) inWord = false;
    else if (!inWord && isLetterOrFigure(code)) {
      inWord = true;
      words += 1;
    }
  }
  return words;
}

/** Exact for ASCII and punctuation in use; every other character counts as a letter. */
function isLetterOrFigure(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f);
}
