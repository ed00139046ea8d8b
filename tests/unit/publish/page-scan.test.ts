import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scanPage } from "#publish/page-scan.ts";

describe("a page's links", () => {
  const table: readonly (readonly [html: string, links: readonly string[]])[] = [
    ['<a href="/a/">', ["/a/"]],
    ['<a href=" /a/ "><a href="/a/">', ["/a/"]],
    [
      '<img src="/p.webp" srcset="/p-400.webp 400w, /p-800.webp 800w">',
      ["/p.webp", "/p-400.webp", "/p-800.webp"],
    ],
    ['<source srcset="data:image/gif;base64,R0lGOD 1x">', ["data:image/gif;base64,R0lGOD"]],
    ['<video poster="/v.webp"></video>', ["/v.webp"]],
    ['<link rel="preconnect" href="https://x.vn"><a>', []],
    ["<!-- <a href='/an/'> -->", []],
    ['<script>const x = "<a href=/js/>"</script>', []],
    ['<a href="/a?x=1&amp;y=2">', ["/a?x=1&y=2"]],
  ];
  for (const [html, links] of table) test(html, () => assert.deepEqual(scanPage(html).links, links));
});

describe("inline code, which the content security policy refuses", () => {
  const table: readonly (readonly [html: string, inline: readonly string[]])[] = [
    ["<script>alert(1)</script>", ["<script> without src"]],
    ['<script src="/a.js"></script>', []],
    ['<script type="application/ld+json">{}</script>', []],
    ["<style>p{}</style>", ["<style> element"]],
    ['<p style="color:red">', ["style attribute"]],
    ['<a onclick="x()" href="javascript:x()">', ["onclick attribute", "javascript: address"]],
  ];
  for (const [html, inline] of table) test(html, () => assert.deepEqual(scanPage(html).inline, inline));
});

test("what the page says of itself is read", () => {
  const page = scanPage(
    '<title>Hội nghị &amp; tọa đàm</title><meta name="robots" content="noindex"><link rel="canonical" href="https://x.vn/"><svg><title>biểu tượng</title></svg>',
  );
  assert.deepEqual(
    [page.title, page.robots, page.canonical],
    ["Hội nghị & tọa đàm", "noindex", "https://x.vn/"],
  );
});
