import assert from "node:assert/strict";
import { test } from "node:test";
import { findKeys } from "../../../scripts/lib/search/keys.ts";

const exact = (text: string): string | undefined => findKeys(text, true)[0]?.terms[0];
const SAME: readonly (readonly [title: string, spellings: readonly string[]])[] = [
  ["a document number", ["05-CT/TW", "5-CT/TW", "05 - CT/TW", "05-ct/tw", "05 CT TW", "Chỉ thị số 05-CT/TW"]],
  [
    "a number with the kind alone",
    ["NQ 35", "NQ35", "nq-35", "nghị quyết 35", "Nghị quyết số 35", "nghi quyet so 35"],
  ],
  ["a number with a year", ["42/2022/NĐ-CP", "42/2022/nđ-cp"]],
  [
    "a day",
    [
      "8/7/2022",
      "08/07/2022",
      "08-07-2022",
      "8.7.2022",
      "2022-07-08",
      "ngày 8 tháng 7 năm 2022",
      "ngay 8 thang 7 nam 2022",
      "8/7/22",
    ],
  ],
  ["a month", ["tháng 7/2022", "tháng 7 năm 2022", "thang 07-2022"]],
  ["a day of any year", ["ngày 8/7", "ngày 8 tháng 7"]],
];

for (const [title, spellings] of SAME) {
  test(`${title} is the same key in every spelling`, () => {
    const [first = ""] = spellings;
    assert.notEqual(exact(first), undefined);
    for (const spelling of spellings) assert.equal(exact(spelling), exact(first), spelling);
  });
}

for (const text of [
  "1234",
  "hội nghị 6 tháng đầu năm 2021",
  "31/13/2022",
  "0/7/2022",
  "tỷ lệ 8/7",
  "điện thoại 024.3825.1234",
  "khóa XIII",
]) {
  test(`“${text}” has no key`, () => assert.deepEqual(findKeys(text, true), []));
}

test("a full number is found by its number and kind, too", () => {
  const [full] = findKeys("Kết luận số 21-KL/TW", false);
  const [short] = findKeys("kết luận 21", true);
  assert.ok(full !== undefined && short !== undefined);
  assert.ok(full.terms.includes(short.terms[0] ?? ""));
});

test("keys say where they stand", () => {
  const text = "Theo Chỉ thị 14-CT/TU ngày 22/6/2021 của Tỉnh ủy";
  assert.deepEqual(
    findKeys(text, false).map(({ start, end }) => text.slice(start, end)),
    ["Chỉ thị 14-CT/TU", "ngày 22/6/2021"],
  );
});

test("a typed abbreviation is a key in a query only", () => {
  assert.equal(findKeys("KH 25", true).length, 1);
  assert.equal(findKeys("KH 25", false).length, 0);
});
