import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { loadContent, type Content } from "#content/load.ts";
import { formatProblem } from "#domain/problem.ts";
import { CORPUS_DEFAULTS, generateCorpus } from "../../../../scripts/lib/bench/corpus/generate.ts";

describe("a corpus read by the portal", () => {
  const folder = mkdtempSync(join(tmpdir(), "corpus-load-"));
  let content: Content;
  before(async () => {
    const size = { coverSize: { width: 96, height: 60 }, covers: 2 };
    await generateCorpus({ ...CORPUS_DEFAULTS, ...size, folder, articles: 300 });
    content = await loadContent({ folder, label: "content", cache: null, program: "test" });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("has no problem, not even a warning", () => {
    assert.deepEqual(content.problems.map(formatProblem), []);
  });

  it("has articles, notices, documents, bulletins and pages", () => {
    assert.equal(content.articles.length, 300);
    assert.equal(content.notices.length, 45);
    assert.equal(content.documents.filter(({ type }) => type === "ban-tin").length, 12);
    assert.equal(content.documents.filter(({ type }) => type !== "ban-tin").length, 6);
    assert.equal(content.texts.length, 4);
  });

  it("has registers that its articles use", () => {
    const { editorial } = content;
    assert.equal(editorial?.sections.size, 8);
    assert.ok(content.articles.every(({ section }) => editorial.sections.has(section)));
  });

  it("is public as a whole on its last day, the newest article being a day old", () => {
    const end = Date.parse(`${CORPUS_DEFAULTS.until}T00:00:00+07:00`);
    const newest = Math.max(...content.articles.map(({ date }) => date.epoch));
    assert.ok(newest < end && newest > end - 86_400_000);
    assert.ok(content.articles.every(({ draft, withdrawn }) => !draft && withdrawn === null));
  });

  it("features the five newest", () => {
    assert.equal(content.articles.filter(({ featuredUntil }) => featuredUntil !== null).length, 5);
  });
});
