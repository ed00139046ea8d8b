import assert from "node:assert/strict";
import { test } from "node:test";
import {
  canonicalSyllable,
  foldSyllable,
  isFoldedSyllable,
  parseSyllable,
} from "../../../scripts/lib/domain/vietnamese/syllable.ts";

const SYLLABLES: readonly (readonly [word: string, onset: string, rime: string])[] = [
  ["Tuyên", "t", "uyên"],
  ["giáo", "gi", "ao"],
  ["gì", "g", "i"],
  ["giếng", "g", "iêng"],
  ["nghiêng", "ngh", "iêng"],
  ["quyết", "qu", "yêt"],
  ["quốc", "qu", "ôc"],
  ["khuỷu", "kh", "uyu"],
  ["ủy", "", "uy"],
  ["Đắk", "đ", "ăk"],
  ["Krông", "kr", "ông"],
  ["Búk", "b", "uk"],
  ["nước".normalize("NFD"), "n", "ươc"],
];

for (const [word, onset, rime] of SYLLABLES) {
  test(`${word} is a syllable of “${onset}” and “${rime}”`, () => {
    const syllable = parseSyllable(word);
    assert.deepEqual([syllable?.onset, syllable?.rime], [onset, rime]);
  });
}

for (const word of ["tuyeen", "zalo", "xyz", "họcc", "tưyên", "ấâ", "", "24", "sờc"]) {
  test(`“${word}” is no syllable`, () => {
    assert.equal(parseSyllable(word), null);
  });
}

test("a rime that ends in a stop takes only sắc or nặng", () => {
  assert.equal(parseSyllable("tốc")?.rime, "ôc");
  assert.equal(parseSyllable("tồc"), null);
});

const CANONICAL: readonly (readonly [word: string, canonical: string])[] = [
  ["hoà", "hòa"],
  ["Thuý", "thúy"],
  ["uỷ", "ủy"],
  ["khoẻ", "khỏe"],
  ["quí", "quý"],
  ["kĩ", "kỹ"],
  ["Mĩ", "mỹ"],
  ["quả", "quả"],
  ["toán", "toán"],
  ["chuyển", "chuyển"],
  ["nghĩ", "nghĩ"],
  ["Zalo", "zalo"],
];

for (const [word, canonical] of CANONICAL) {
  test(`${word} is compared as ${canonical}`, () => assert.equal(canonicalSyllable(word), canonical));
}

test("i and y fold alike only where spellings differ", () => {
  assert.deepEqual(["Quí", "quý", "kĩ", "ti", "bi", "nghi"].map(foldSyllable), [
    "quy",
    "quy",
    "ky",
    "ty",
    "bi",
    "nghi",
  ]);
});

test("words without diacritics are known as syllables", () => {
  assert.deepEqual(["dang", "tuyen", "dak", "giao", "xyz", "tuyeen"].map(isFoldedSyllable), [
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
