import assert from "node:assert/strict";
import { test } from "node:test";
import { qualityOf, rankOf } from "../../../scripts/lib/search/evaluation/measures.ts";

test("quality sums up ranks", () => {
  assert.deepEqual(qualityOf([1, 2, 5, null]), {
    queries: 4,
    at1: 0.25,
    at3: 0.5,
    at10: 0.75,
    reciprocalRank: (1 + 0.5 + 0.2) / 4,
  });
});

test("no queries are no quality", () => {
  assert.equal(qualityOf([]).at1, 0);
});

test("the rank is that of the first right answer among ten", () => {
  assert.equal(rankOf(["/a/", "/b/"], new Set(["/b/"])), 2);
  assert.equal(rankOf(["/a/"], new Set(["/b/"])), null);
  assert.equal(
    rankOf([...Array.from({ length: 10 }, (_, index) => `/${index}/`), "/b/"], new Set(["/b/"])),
    null,
  );
});

test("nonsense is answered right by nothing", () => {
  assert.equal(rankOf([], new Set()), 1);
  assert.equal(rankOf(["/a/"], new Set()), null);
});
