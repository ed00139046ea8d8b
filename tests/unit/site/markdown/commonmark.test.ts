import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import MarkdownIt from "markdown-it";
import { createMarkdown } from "#site/markdown/parser.ts";
import { render } from "./support.ts";

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const require = createRequire(import.meta.url);
// The package has no types; the shape is that of the specification's own spec.json.
const spec = require("commonmark-spec") as { readonly tests: readonly Example[] };
const examples = spec.tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll("→", "\t"),
  html: example.html.replaceAll("→", "\t"),
}));

/** An example involves raw HTML where the reference configuration of markdown-it finds some in it. */
const reference = new MarkdownIt("commonmark");
function hasRawHtml(markdown: string): boolean {
  const isHtml = (token: { type: string; children: unknown }): boolean =>
    token.type.startsWith("html_") ||
    (Array.isArray(token.children) && token.children.some((child) => isHtml(child as typeof token)));
  return reference.parse(markdown, {}).some(isHtml);
}
const withoutHtml = examples.filter(({ markdown }) => !hasRawHtml(markdown));

/** `<br />` is `<br>` in HTML, and an empty quotation may or may not hold a line end. */
function sameHtml(html: string): string {
  return html.replaceAll(" />", ">").replaceAll("<blockquote>\n</blockquote>", "<blockquote></blockquote>");
}

test("the CommonMark suite has 652 examples, of which 72 involve raw HTML and are left out", () => {
  assert.equal(examples.length, 652);
  assert.equal(examples.length - withoutHtml.length, 72);
});

const markdown = createMarkdown();
for (const example of withoutHtml) {
  test(`CommonMark ${example.number} (${example.section}) holds`, () => {
    assert.equal(sameHtml(markdown.render(example.markdown)), sameHtml(example.html));
  });
}

/*
 * What pages add to CommonMark: ids of headings, typography. With these taken off again, pages
 * show what CommonMark says, but for links and pictures, whose addresses must be ones of the portal.
 */
const plain = withoutHtml.filter(({ html }) => !/<a |<img /.test(html));

function withoutAdditions(html: string): string {
  return html
    .replace(/<(h[1-6]) id="[^"]*">/g, "<$1>")
    .replaceAll("\u00A0", " ")
    .replace(/[“”]/g, "&quot;")
    .replace(/<(\/?)h[1-6]>/g, "<$1h>")
    .replace(/<h><\/h>\n/g, "");
}

test("pages are compared with CommonMark on its 449 examples without links and pictures", () => {
  assert.equal(plain.length, 449);
});

for (const example of plain) {
  test(`a page shows CommonMark ${example.number} (${example.section}) as it is`, () => {
    const { html } = render(example.markdown);
    assert.equal(withoutAdditions(sameHtml(html)), withoutAdditions(sameHtml(example.html)));
  });
}
