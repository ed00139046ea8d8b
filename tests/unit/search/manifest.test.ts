import assert from "node:assert/strict";
import { test } from "node:test";
import { packVocabulary, unpackVocabulary } from "../../../scripts/lib/search/manifest.ts";

test("frequencies come back within a factor of one and a half", () => {
  const counts = new Map([
    ["dang", 9000],
    ["giang", 120],
    ["thao", 7],
    ["sa", 1],
  ]);
  const unpacked = unpackVocabulary(packVocabulary(counts, 10_000));
  for (const [term, count] of counts) {
    const read = unpacked.get(term) ?? 0;
    assert.ok(read >= count / 1.5 && read <= count * 1.5, `${term}: ${read}`);
  }
});

test("syllables are always listed, rare foreign words and rare pairs are not", () => {
  const counts = new Map([
    ["giang", 1],
    ["zalo", 5],
    ["blorf", 1],
    ["hawgiang", 300],
    ["sowket", 3],
    ["qjfzct", 50],
    ["2022", 900],
  ]);
  assert.deepEqual([...unpackVocabulary(packVocabulary(counts, 2000)).keys()].sort(), [
    "giang",
    "hawgiang",
    "zalo",
  ]);
});

test("no terms pack to nothing", () => {
  assert.deepEqual(packVocabulary(new Map(), 0), []);
  assert.equal(unpackVocabulary([]).size, 0);
});
