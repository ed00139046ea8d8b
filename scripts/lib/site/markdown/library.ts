/* The one door to markdown-it and its footnote plugin. */
export { default as MarkdownIt } from "markdown-it";
export { default as footnotes } from "markdown-it-footnote";
export type {
  Env,
  MarkdownIt as Markdown,
  MarkdownItOptions,
  Renderer,
  RendererRule,
  StateBlock,
  Token,
} from "markdown-it";
