import assert from "node:assert/strict";
import { test } from "node:test";
import { typeset } from "../../../scripts/lib/domain/vietnamese/typography.ts";

/** `~` stands for a no-break space. */
const SET: readonly (readonly [text: string, set: string])[] = [
  ["tăng 8,5 % so với cùng kỳ", "tăng 8,5~% so với cùng kỳ"],
  ["dài 12 km, rộng 300 ha", "dài 12~km, rộng 300~ha"],
  ["12 kmặt", "12 kmặt"],
  ["trị giá 50.000 đồng", "trị giá 50.000~đồng"],
  ["3 đồng chí", "3~đồng chí"],
  ["Chỉ thị số 05-CT/TW ngày 15/5/2016", "Chỉ thị số~05-CT/TW ngày~15/5/2016"],
  ["tháng 7 năm 2022", "tháng~7 năm~2022"],
  ["Đại hội lần thứ XIII", "Đại hội lần thứ~XIII"],
  ["Điều 5, khoản 2", "Điều~5, khoản~2"],
  ["Ngày 8 và Tháng 9", "Ngày~8 và Tháng~9"],
  ["dân số 5 triệu", "dân số~5 triệu"],
  ["có 40 đại biểu", "có 40 đại biểu"],
  ["kinh tế - xã hội", "kinh tế~– xã hội"],
  ["A – B", "A~– B"],
  ["A — B", "A~— B"],
  ["- đầu dòng", "- đầu dòng"],
  ["2021-2025", "2021-2025"],
  ["số 05-CT/TW", "số~05-CT/TW"],
  ['cuộc thi "Khát vọng Trà Vinh".', "cuộc thi “Khát vọng Trà Vinh”."],
  ['("một") và "hai"', "(“một”) và “hai”"],
  ['cỡ 5" và 6"', 'cỡ 5" và 6"'],
  ['dấu " lẻ', 'dấu " lẻ'],
  ["TP. Hồ Chí Minh, TS. Nguyễn", "TP.~Hồ Chí Minh, TS.~Nguyễn"],
  ["PGS.TS. Trần", "PGS.TS.~Trần"],
  ["đ/c Nguyễn", "đ/c~Nguyễn"],
  ["Ủy ban nhân dân", "Ủy ban nhân dân"],
  ["uỷ ban, quí vị, quý vị", "uỷ ban, quí vị, quý vị"],
  ["", ""],
];

for (const [text, set] of SET) {
  test(`“${text}” is set as “${set}”`, () => assert.equal(typeset(text), set.replaceAll("~", "\u00A0")));
}

test("letters and figures are never touched", () => {
  const text = 'Đồng chí nói: "Đạt 8,5 % - cao nhất" ngày 8/7 tại TP. Lào Cai (số 05-CT/TW)…';
  const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, "");
  assert.equal(letters(typeset(text)), letters(text));
});

test("setting a text twice is setting it once", () => {
  for (const [text] of SET) assert.equal(typeset(typeset(text)), typeset(text));
});
