import assert from "node:assert/strict";
import { test } from "node:test";
import { pairOf, wordsOf } from "../../../scripts/lib/search/words.ts";

const TERMS: readonly (readonly [text: string, terms: readonly string[]])[] = [
  ["Đảng bộ tỉnh", ["dang", "bo", "tinh"]],
  ["quí và quý, kĩ và kỹ", ["quy", "va", "quy", "ky", "va", "ky"]],
  ["2.438 văn bản, 05 lớp", ["2438", "van", "ban", "5", "lop"]],
  ["5,9 triệu", ["5", "9", "trieu"]],
  ["14-CT/TU", ["14", "ct", "tu"]],
  ["điện thoại".normalize("NFD"), ["dien", "thoai"]],
  ["…—“”", []],
];

for (const [text, terms] of TERMS) {
  test(`“${text}” has the terms ${terms.join(" ")}`, () => {
    assert.deepEqual(
      wordsOf(text).map((word) => word.term),
      terms,
    );
  });
}

test("words know where they stand", () => {
  const text = "Tỉnh ủy, 2.438 bài";
  assert.deepEqual(
    wordsOf(text).map(({ start, end }) => text.slice(start, end)),
    ["Tỉnh", "ủy", "2.438", "bài"],
  );
});

test("a number makes no pair", () => {
  assert.equal(pairOf("quy", "2"), null);
  assert.equal(pairOf("ha", "giang"), "hawgiang");
});
