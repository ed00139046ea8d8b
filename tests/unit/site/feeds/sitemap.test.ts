import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { SITEMAP_LIMIT, sitemapFiles, type SitemapFile, type SitemapPage } from "#site/feeds/sitemap.ts";
import { createTemplates } from "#site/render/templates.ts";
import { all, at, parseXml } from "./xml.ts";

const templates = createTemplates(join(import.meta.dirname, "../../../../layouts"));
const NOW = Date.UTC(2026, 9, 1, 1, 0); // 08:00 in Việt Nam
const HOUR = 3_600_000;

const article = (slug: string, published: number, change: Partial<SitemapPage> = {}): SitemapPage => ({
  url: `https://mau.example/btg/${slug}/`,
  modified: published,
  images: [],
  news: { title: `Tin ${slug}`, published, language: "vi" },
  ...change,
});
const list = (path: string): SitemapPage => ({
  url: `https://mau.example/btg/${path}`,
  modified: null,
  images: [],
  news: null,
});
const write = (pages: readonly SitemapPage[], now = NOW): readonly SitemapFile[] =>
  sitemapFiles(
    pages,
    { addressOf: (name) => `https://mau.example/btg/${name}`, publication: "Tuyên giáo & Dân vận", now },
    (name, data) => templates.file(name, data),
  );
const text = (files: readonly SitemapFile[], name: string): string =>
  files.find((file) => file.name === name)?.text ?? assert.fail(`no ${name}`);

describe("the site map", () => {
  const pages = [
    article("2022/07/a", Date.UTC(2022, 6, 8, 9, 43), {
      images: ["https://mau.example/a.jpg", "https://mau.example/b.jpg?x=1&y=2"],
    }),
    article("2022/12/b", Date.UTC(2022, 11, 31, 18, 0)), // already 2023 in Việt Nam
    article("2026/09/c", NOW - 3 * HOUR),
    list(""),
    list("chuyen-muc/tin-tuc/"),
  ];
  const files = write(pages);

  it("is an index of one part for each year, newest first, and one for the other pages", () => {
    assert.deepEqual(
      files.map(({ name }) => name),
      [
        "sitemap.xml",
        "sitemap-tin-moi.xml",
        "sitemap-2026.xml",
        "sitemap-2023.xml",
        "sitemap-2022.xml",
        "sitemap-trang.xml",
      ],
    );
    const index = parseXml(text(files, "sitemap.xml"));
    assert.equal(at(index, "sitemapindex", "@xmlns"), "http://www.sitemaps.org/schemas/sitemap/0.9");
    assert.deepEqual(
      all(index, "sitemapindex", "sitemap").map((part) => at(part, "loc")),
      files.slice(1).map(({ name }) => `https://mau.example/btg/${name}`),
    );
  });

  it("says when a part last changed, where that is known", () => {
    const parts = all(parseXml(text(files, "sitemap.xml")), "sitemapindex", "sitemap");
    assert.deepEqual(
      parts.map((part) => at(part, "lastmod")),
      ["2026-09-30T22:00:00Z", "2026-09-30T22:00:00Z", "2022-12-31T18:00:00Z", "2022-07-08T09:43:00Z", null],
    );
  });

  it("names every page once", () => {
    const named = files
      .filter(({ name }) => !["sitemap.xml", "sitemap-tin-moi.xml"].includes(name))
      .flatMap((file) => all(parseXml(file.text), "urlset", "url").map((url) => at(url, "loc")));
    assert.deepEqual(named.toSorted(), pages.map(({ url }) => url).toSorted());
  });

  it("lists the pictures of a page", () => {
    const part = parseXml(text(files, "sitemap-2022.xml"));
    assert.deepEqual(
      all(part, "urlset", "url", "image:image").map((image) => at(image, "image:loc")),
      ["https://mau.example/a.jpg", "https://mau.example/b.jpg?x=1&y=2"],
    );
  });

  it("changes one part and the index when an article is edited", () => {
    const edited = write(pages.map((page, index) => (index === 0 ? { ...page, modified: NOW } : page)));
    const changed = edited.filter((file) => text(files, file.name) !== file.text).map(({ name }) => name);
    assert.deepEqual(changed, ["sitemap.xml", "sitemap-2022.xml"]);
  });

  it("does not depend on the order in which pages come", () => {
    assert.deepEqual(write(pages.toReversed()), files);
  });

  it("splits a year of very many articles", () => {
    const many = Array.from({ length: SITEMAP_LIMIT + 1 }, (_, index) =>
      article(`2020/01/${String(index).padStart(5, "0")}`, Date.UTC(2020, 0, 5)),
    );
    const split = write(many);
    assert.deepEqual(
      split.map(({ name }) => name),
      ["sitemap.xml", "sitemap-2020.xml", "sitemap-2020-2.xml"],
    );
    assert.equal(all(parseXml(text(split, "sitemap-2020.xml")), "urlset", "url").length, SITEMAP_LIMIT);
    assert.equal(all(parseXml(text(split, "sitemap-2020-2.xml")), "urlset", "url").length, 1);
  });

  it("is an index without parts where there are no pages", () => {
    const empty = write([]);
    assert.deepEqual(
      empty.map(({ name }) => name),
      ["sitemap.xml"],
    );
    assert.deepEqual(all(parseXml(text(empty, "sitemap.xml")), "sitemapindex", "sitemap"), []);
  });
});

describe("the news site map", () => {
  it("holds what was published in the two days before the build, newest first", () => {
    const files = write([
      article("2026/09/old", NOW - 49 * HOUR),
      article("2026/09/first", NOW - 47 * HOUR),
      article("2026/10/now", NOW),
      article("2026/10/future", NOW + HOUR),
    ]);
    const urls = all(parseXml(text(files, "sitemap-tin-moi.xml")), "urlset", "url");
    assert.deepEqual(
      urls.map((url) => at(url, "loc")),
      ["https://mau.example/btg/2026/10/now/", "https://mau.example/btg/2026/09/first/"],
    );
  });

  it("names publication, language, date and title of each", () => {
    const title = "Trao giải & <tôn vinh>";
    const files = write([
      article("2026/10/a", NOW, { news: { title: `${title}\u0000`, published: NOW, language: "km" } }),
    ]);
    const news = at(parseXml(text(files, "sitemap-tin-moi.xml")), "urlset", "url", "news:news");
    assert.deepEqual(news, {
      "news:publication": { "news:name": "Tuyên giáo & Dân vận", "news:language": "km" },
      "news:publication_date": "2026-10-01T01:00:00Z",
      "news:title": title,
    });
  });

  it("is left out on a day without news", () => {
    const names = write([article("2022/07/a", Date.UTC(2022, 6, 8))]).map(({ name }) => name);
    assert.ok(!names.includes("sitemap-tin-moi.xml"));
  });

  it("holds at most 1000 pieces", () => {
    const files = write(Array.from({ length: 1001 }, (_, index) => article(`2026/10/${index}`, NOW - index)));
    assert.equal(all(parseXml(text(files, "sitemap-tin-moi.xml")), "urlset", "url").length, 1000);
  });
});
