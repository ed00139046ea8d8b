import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { runRounds, type Contender, type Measurement } from "../../../../scripts/lib/bench/contender.ts";
import { provideCorpus, type Corpus } from "../../../../scripts/lib/bench/corpora.ts";
import { eleventyContender } from "../../../../scripts/lib/bench/peers/eleventy.ts";
import { hugoContender } from "../../../../scripts/lib/bench/peers/hugo.ts";
import { translateArticle } from "../../../../scripts/lib/bench/peers/peer-article.ts";

describe("translateArticle", () => {
  const article = translateArticle(
    '---\ntitle: A\ndate: 2022-07-08 16:43\nsection: khoa-giao\ntags:\n  - B\n---\n\nC.\n\n:::anh\n![d](d.jpg "e")\n:::\n',
  );

  it("writes the date as ISO 8601 in the zone of the portal", () => {
    assert.match(article.frontMatter, /^date: 2022-07-08T16:43:00\+07:00$/m);
  });

  it("takes the section out, which peers keep elsewhere", () => {
    assert.equal(article.section, "khoa-giao");
    assert.doesNotMatch(article.frontMatter, /section/);
  });

  it("keeps what containers hold", () => {
    assert.equal(article.body, '\nC.\n\n![d](d.jpg "e")\n');
  });

  it("rejects a text without front matter", () => {
    assert.throws(() => translateArticle("C."), /No front matter in C\./);
  });
});

describe("the peers' sites", () => {
  const work = mkdtempSync(join(tmpdir(), "peers-"));
  let corpus: Corpus;
  before(async () => {
    corpus = await provideCorpus(work, 45);
  });
  after(() => rmSync(work, { recursive: true, force: true }));

  it("have each article and its files in a Hugo bundle of its section", async () => {
    const hugo = await hugoContender(work, corpus, "0.111.3", false);
    const bundles = readdirSync(join(work, "hugo-45/content"), { recursive: true, encoding: "utf8" });
    assert.equal(bundles.filter((path) => path.endsWith("/index.md")).length, 45);
    assert.equal(bundles.filter((path) => path.endsWith("/anh-bia.jpg")).length, 45);
    assert.equal(bundles.filter((path) => path.endsWith("_index.md")).length, 8);
    assert.equal(hugo.command.program, "hugo");
    assert.ok(existsSync(join(work, "hugo-45/layouts/_default/single.html")));
  });

  describe("by Eleventy", () => {
    let eleventy: Contender;
    let measured: readonly Measurement[];
    before(async () => {
      eleventy = await eleventyContender(work, corpus);
      const options = { articles: 45, rounds: 1, log: join(work, "log"), tell: () => undefined };
      measured = await runRounds([eleventy], options);
    });

    it("have articles, sections, tags, the front page, a tag list and a 404 page", () => {
      const { output } = eleventy;
      const sections = readdirSync(output).filter((name) => existsSync(join(output, name, "feed.xml")));
      const tags = readdirSync(join(output, "tags"), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      );
      assert.equal(sections.length, 8);
      assert.ok((measured[0]?.pages ?? 0) >= 45 + 3 + sections.length + tags.length - 1);
    });

    it("show newer and older, related articles and tags on an article page", () => {
      const pages = articlePages(eleventy.output);
      assert.equal(pages.length, 45);
      const some = (selector: string, count: number): boolean =>
        pages.some((page) => page.querySelectorAll(selector).length === count);
      assert.ok(some('[aria-label="Tin khác"] a', 2));
      assert.ok(some("aside .card", 3));
      assert.ok(pages.every((page) => page.querySelectorAll(".tags a").length > 0));
    });

    it("list every article in the site map", () => {
      const map = readFileSync(join(eleventy.output, "sitemap.xml"), "utf8");
      assert.equal(map.match(/<loc>/g)?.length, 45);
    });

    it("carry the covers", () => {
      const files = readdirSync(eleventy.output, { recursive: true, encoding: "utf8" });
      assert.equal(files.filter((path) => path.endsWith("anh-bia.jpg")).length, 45);
    });
  });
});

function articlePages(output: string): readonly Document[] {
  return readdirSync(output, { recursive: true, encoding: "utf8" })
    .filter((path) => /^20\d\d\/.*index\.html$/.test(path))
    .map((path) => parseHTML(readFileSync(join(output, path), "utf8")).document);
}
