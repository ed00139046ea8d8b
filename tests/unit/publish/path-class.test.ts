import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contentTypeFor, isCompressible, isText } from "#publish/content-types.ts";
import { isImmutable, matchesPattern, patternToRegExpSource } from "#publish/path-class.ts";

describe("files that never change under their name", () => {
  const immutable = [
    "assets/site-4f1c2a9b.css",
    "assets/site-4f1c2a9b.css.br",
    "assets/page.abc12345.js",
    "pictures/hoi-truong-4f1c2a9b-800.webp",
    "pagefind/fragment/vi_4f1c2a9.pf_fragment",
    "pagefind/part-01/fragment/01_4f1c2a9.pf_fragment",
    "pagefind/part-01/index/vi_4f1c2a9.pf_index",
    "pagefind/pagefind.vi_4f1c2a9.pf_meta",
  ];
  for (const file of immutable) test(`${file} is one`, () => assert.ok(isImmutable(file)));

  const changing = [
    "index.html",
    "assets/site.css",
    "pagefind/pagefind.js",
    "pagefind/pagefind-entry.json",
    "2022/bao-cao-4f1c2a9b.pdf",
  ];
  for (const file of changing) test(`${file} is none`, () => assert.ok(!isImmutable(file)));
});

describe("path patterns", () => {
  test("a star stands for anything, slashes included", () => {
    assert.ok(matchesPattern("/chuyen-muc/tin-tuc/rss.xml", "/*.xml"));
    assert.ok(!matchesPattern("/rss.xml.html", "/*.xml"));
  });

  test("a dot is a dot", () => assert.equal(patternToRegExpSource("/*.xml"), "^/.*\\.xml$"));
});

describe("content types", () => {
  const table: readonly (readonly [path: string, type: string, compressible: boolean])[] = [
    ["index.html", "text/html", true],
    ["rss.xml", "application/rss+xml", true],
    ["the/hoi-nghi/atom.xml", "application/atom+xml", true],
    ["sitemap.xml", "application/xml", true],
    ["feed.json", "application/feed+json", true],
    ["paths.json", "application/json", true],
    ["anh.avif", "image/avif", false],
    ["bao-cao.PDF", "application/pdf", false],
    ["pagefind/index/vi_4f1c2a9.pf_index", "application/octet-stream", false],
    ["pagefind/pagefind.js", "text/javascript", true],
    ["khong-biet", "application/octet-stream", false],
  ];
  for (const [path, type, compressible] of table) {
    test(`${path} is ${type}${compressible ? ", worth compressing" : ""}`, () => {
      assert.deepEqual([contentTypeFor(path), isCompressible(path)], [type, compressible]);
    });
  }

  test("only text carries a charset", () => {
    assert.deepEqual(["text/css", "application/rss+xml", "image/svg+xml", "font/woff2"].map(isText), [
      true,
      true,
      true,
      false,
    ]);
  });
});
