import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { parse } from "yaml";
import { CORPUS_DEFAULTS, generateCorpus } from "../../../../scripts/lib/bench/corpus/generate.ts";

const SIZE = { width: 160, height: 100 };
const home = mkdtempSync(join(tmpdir(), "corpus-"));
const options = (name: string): Parameters<typeof generateCorpus>[0] => ({
  ...CORPUS_DEFAULTS,
  folder: join(home, name),
  articles: 240,
  covers: 4,
  coverSize: SIZE,
});

interface WrittenArticle {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let articles: readonly WrittenArticle[] = [];

describe("a generated corpus", () => {
  before(async () => {
    await generateCorpus(options("a"));
    await generateCorpus(options("b"));
    articles = readArticles(join(home, "a"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it("has as many articles as were asked for", () => {
    assert.equal(articles.length, 240);
  });

  it("is the same, byte for byte, for the same seed", () => {
    assert.deepEqual(hashes(join(home, "a")), hashes(join(home, "b")));
  });

  it("is another one for another seed", async () => {
    await generateCorpus({ ...options("c"), articles: 20, seed: 2 });
    const first = readArticles(join(home, "c"))[0];
    assert.ok(first !== undefined && articles.every(({ body }) => body !== first.body));
  });

  it("gives every article a title, an id and a body of its own", () => {
    for (const values of [
      articles.map(({ fields }) => fields["title"]),
      articles.map(({ id }) => id),
      articles.map(({ body }) => body),
    ])
      assert.equal(new Set(values).size, values.length);
  });

  it("spreads them over fifteen years and ends on the last day", () => {
    const dates = articles.map(({ fields }) => String(fields["date"])).sort();
    assert.match(dates[0] ?? "", /^2011-(09|10)/);
    assert.ok((dates.at(-1) ?? "") < "2026-10-01");
    assert.ok((dates.at(-1) ?? "") > "2026-08");
  });

  it("writes bodies of about 700 words", () => {
    const counts = articles.map(({ body }) => body.split(/\s+/).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    assert.ok(mean > 600 && mean < 820, `mean ${mean}`);
    assert.ok(Math.min(...counts) > 350, `shortest ${Math.min(...counts)}`);
  });

  it("names only sections, tags, places and authors that its registers hold", () => {
    const register = (name: string): readonly string[] =>
      Object.keys(parse(readFileSync(join(home, "a/_data", name), "utf8")) as Record<string, unknown>);
    const sections = register("sections.yml");
    assert.equal(sections.length, 8);
    for (const { id, fields } of articles) {
      assert.ok(sections.includes(String(fields["section"])), id);
      assert.ok(register("places.yml").includes(String(fields["place"])), id);
      assert.ok(
        (fields["authors"] as string[]).every((author) => register("authors.yml").includes(author)),
        id,
      );
    }
  });

  it("names places as they were on the day: no district after 1 July 2025", () => {
    const later = articles.filter(({ fields }) => String(fields["date"]) >= "2025-07");
    assert.ok(later.length > 10);
    for (const { id, fields } of later)
      assert.ok(
        ["lao-cai", "tuyen-quang", "vinh-long", "dong-nai", "lam-dong"].includes(String(fields["place"])),
        id,
      );
  });

  it("cites no document from after the day of the article", () => {
    for (const { id, fields, body } of articles)
      for (const [, day, month, year] of body.matchAll(/ số \S+ ngày (\d+)\/(\d+)\/(\d{4})/g)) {
        const cited = `${year ?? ""}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
        assert.ok(cited <= String(fields["date"]).slice(0, 10), `${id} cites ${cited}`);
      }
  });

  it("puts every file it names beside the article", () => {
    for (const { id, fields, body } of articles) {
      const beside = readdirSync(join(home, "a/articles", id));
      const named = [
        ...[...body.matchAll(/\]\(([a-z0-9-]+\.\w+)/g)].map((match) => match[1]),
        (fields["cover"] as { file: string }).file,
        ...((fields["attachments"] ?? []) as { file: string }[]).map(({ file }) => file),
      ];
      for (const file of named)
        assert.ok(file !== undefined && beside.includes(file), `${id}: ${file ?? ""}`);
    }
  });

  it("links only to articles it holds", () => {
    const ids = new Set(articles.map(({ id }) => id));
    const links = articles.flatMap(({ body }) =>
      [...body.matchAll(/\]\(\/(\d{4}\/[^)]+)\/\)/g)].map((match) => match[1] ?? ""),
    );
    assert.ok(links.length > 10);
    for (const link of links) assert.ok(ids.has(link), link);
  });

  it("has tables, footnotes, photo sets and every format", () => {
    for (const pattern of [/^\| --- \|/m, /\[\^1\]: /, /^:::anh$/m, /^Bảng: /m, /^:::video /m])
      assert.ok(
        articles.some(({ body }) => pattern.test(body)),
        String(pattern),
      );
    const formats = new Set(articles.map(({ fields }) => fields["format"] ?? "news"));
    assert.deepEqual([...formats].sort(), ["audio", "infographic", "news", "photo", "video"]);
  });

  it("is composed Unicode throughout", () => {
    for (const { id, body } of articles) assert.equal(body, body.normalize("NFC"), id);
  });

  it("draws real JPEG pictures and shares them by hard links", async () => {
    const cover = join(home, "a/articles", articles[0]?.id ?? "", "anh-bia.jpg");
    const { format, width, height } = await sharp(cover).metadata();
    assert.deepEqual({ format, width, height }, { format: "jpeg", ...SIZE });
    assert.ok(statSync(cover).nlink > 10);
  });

  it("gives each article a picture of its own where that is asked for", async () => {
    await generateCorpus({ ...options("own"), articles: 30, ownCovers: true });
    const covers = readArticles(join(home, "own")).map(({ id }) =>
      join(home, "own/articles", id, "anh-bia.jpg"),
    );
    assert.equal(new Set(covers.map((file) => hash(file))).size, 30);
    assert.equal((await sharp(covers[0]).stats()).channels.length, 3);
  });

  it("writes a whole content folder even without articles", async () => {
    await generateCorpus({ ...options("none"), articles: 0 });
    assert.deepEqual(readdirSync(join(home, "none")).sort(), ["_data", "documents", "notices", "pages"]);
  });
});

describe("generateCorpus rejects", () => {
  for (const [name, change, message] of [
    ["a fraction of an article", { articles: 1.5 }, /articles must be a whole number of 0 or more, got 1.5/],
    ["no covers", { covers: 0 }, /covers must be at least 1, got 0/],
    ["a date that is none", { until: "hôm nay" }, /until must be a date such as 2026-10-01, got "hôm nay"/],
  ] as const)
    it(name, async () => {
      await assert.rejects(generateCorpus({ ...options("bad"), ...change }), message);
    });
});

function readArticles(folder: string): readonly WrittenArticle[] {
  return filesOf(join(folder, "articles"))
    .filter((file) => file.endsWith("index.md"))
    .map((file) => {
      const [, head = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file, "utf8")) ?? [];
      const id = relative(join(folder, "articles"), join(file, ".."));
      return { id, fields: parse(head) as Record<string, unknown>, body };
    });
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashes(folder: string): readonly string[] {
  return filesOf(folder).map((file) => `${relative(folder, file)} ${hash(file)}`);
}

function hash(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
