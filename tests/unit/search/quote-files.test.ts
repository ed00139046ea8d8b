import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf, packQuotes, quotePath, readMarks } from "../../../scripts/lib/search/quote-files.ts";

const pages = new Map([
  ["00_aaaa001", [0, 5, 131_071]],
  ["00_aaaafff", [5, 70_000]],
  ["00_aaaa0a0", []],
]);
const files = packQuotes(pages);
const marksOf = (fingerprint: number): readonly number[] => [
  ...readMarks(
    files.find(({ path }) => path === quotePath(fingerprint))?.content ?? new Uint8Array(),
    fingerprint,
  ),
];

for (const [fingerprint, marks] of [
  [0, [0x001]],
  [5, [0x001, 0xfff]],
  [70_000, [0xfff]],
  [131_071, [0x001]],
  [6, []],
  [131_070, []],
] as const) {
  test(`fingerprint ${fingerprint} leads to its pages alone`, () =>
    assert.deepEqual(marksOf(fingerprint), marks));
}

test("there is a file for every fingerprint, empty where no page has one", () => {
  assert.equal(files.length, 128);
  assert.deepEqual([files[0]?.path, files[127]?.path], ["quote/00.bin", "quote/7f.bin"]);
  assert.equal(files[1]?.content.length, 0);
});

test("the order of pages does not change the files", () => {
  assert.deepEqual(packQuotes(new Map([...pages].reverse())), files);
});

test("the mark of a page is the end of its id", () => assert.equal(markOf("07_fc74a9b"), 0xa9b));
