import assert from "node:assert/strict";
import { test } from "node:test";
import { makeArticles } from "../../../scripts/lib/search/evaluation/articles.ts";
import { makeQueries } from "../../../scripts/lib/search/evaluation/queries.ts";
import {
  asTelex,
  asVni,
  withOtherI,
  withOtherTonePlacement,
} from "../../../scripts/lib/search/evaluation/typing-slips.ts";

test("the same seed gives the same articles and queries", () => {
  const make = (): string => {
    const articles = makeArticles({ seed: 3, count: 40, family: "report", words: 60 });
    return JSON.stringify([articles, makeQueries(articles, { seed: 4, each: 2 }).map(({ text }) => text)]);
  };
  assert.equal(make(), make());
});

test("articles have addresses and document numbers of their own", () => {
  const articles = makeArticles({ seed: 3, count: 500, family: "feature", words: 10 });
  assert.equal(new Set(articles.map(({ record }) => record.url)).size, 500);
  assert.equal(new Set(articles.map(({ documentCode }) => documentCode)).size, 500);
});

test("twenty queries of every kind are made, each with its answer", () => {
  const articles = makeArticles({ seed: 1, count: 300, family: "report", words: 60 });
  const queries = makeQueries(articles, { seed: 2, each: 20 });
  const kinds = Map.groupBy(queries, ({ kind }) => kind);
  assert.ok(kinds.size >= 20);
  for (const [kind, all] of kinds) {
    assert.ok(all.length >= 20, kind);
    if (kind !== "nonsense")
      assert.ok(
        all.every(({ relevant }) => relevant.size >= 1 && relevant.size <= 3),
        kind,
      );
  }
});

test("slips are those of real keyboards", () => {
  assert.equal(asTelex("Tuyên giáo đường", true), "tuyeen giaos dduwowngf");
  assert.equal(asVni("Lễ hội", true), "le64 ho6i5");
  assert.equal(asVni("hội", false), "ho65i");
  assert.equal(withOtherTonePlacement("hòa thúy"), "hoà thuý");
  assert.equal(withOtherI("quý kỹ"), "quí kĩ");
});
