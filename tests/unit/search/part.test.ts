import assert from "node:assert/strict";
import { test } from "node:test";
import { dividePages } from "../../../scripts/lib/search/index-step/part.ts";
import { NO_SYNONYMS } from "../../../scripts/lib/search/synonyms.ts";
import { recordOf, sourceOf } from "../../fixtures/search/records.ts";

const sources = (count: number): ReturnType<typeof sourceOf>[] =>
  Array.from({ length: count }, (_, index) =>
    sourceOf(recordOf({ url: `/2022/07/bai-${index}/`, title: `Bài ${index}` })),
  );

for (const [pages, parts] of [
  [0, 1],
  [800, 1],
  [801, 4],
  [4001, 16],
] as const) {
  test(`${pages} pages make ${parts} parts that hold all of them`, () => {
    const divided = dividePages(sources(pages), NO_SYNONYMS);
    assert.equal(divided.length, parts);
    assert.equal(
      divided.reduce((sum, part) => sum + part.sources.length, 0),
      pages,
    );
  });
}

test("a large portal leaves common words out of all parts but the one of new pages", () => {
  const large = (count: number): readonly boolean[] =>
    dividePages(sources(count), NO_SYNONYMS).map((part) => part.large);
  assert.deepEqual(large(4001), [...Array<boolean>(15).fill(true), false]);
  assert.deepEqual(large(4000), [false, false, false, false]);
});

test("one edited page changes the key of one part", () => {
  const before = sources(1000);
  const after = before.map((source, index) => (index === 5 ? { ...source, contentHash: "edited" } : source));
  const keys = (list: typeof before): readonly string[] =>
    dividePages(list, NO_SYNONYMS).map((part) => part.key);
  const changed = keys(before).filter((key, index) => key !== keys(after)[index]);
  assert.equal(changed.length, 1);
});

test("the order in which pages come does not matter", () => {
  const list = sources(50);
  assert.deepEqual(
    dividePages(list, NO_SYNONYMS).map((part) => part.key),
    dividePages([...list].reverse(), NO_SYNONYMS).map((part) => part.key),
  );
});

test("changed synonyms change every part", () => {
  const list = sources(1000);
  const other = { same: [["HTX", "Hợp tác xã"]], places: [] };
  const keys = new Set(dividePages(list, NO_SYNONYMS).map((part) => part.key));
  assert.ok(dividePages(list, other).every((part) => !keys.has(part.key)));
});

test("another program changes every part, since its index may be another", () => {
  const list = sources(1000);
  const keys = new Set(dividePages(list, NO_SYNONYMS, "1").map((part) => part.key));
  assert.ok(dividePages(list, NO_SYNONYMS, "2").every((part) => !keys.has(part.key)));
});
