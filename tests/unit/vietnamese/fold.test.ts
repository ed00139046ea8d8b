import assert from "node:assert/strict";
import { test } from "node:test";
import { foldVietnamese, normalizeVietnamese } from "../../../scripts/lib/domain/vietnamese/fold.ts";

const FOLDED: readonly (readonly [title: string, text: string, folded: string])[] = [
  ["tones and letter marks", "Hội nghị sơ kết", "hoi nghi so ket"],
  ["đ in both cases", "Đảng đoàn", "dang doan"],
  ["the eth that some keyboards give for Đ", "Ðiện Biên ðêm", "dien bien dem"],
  ["the African d", "Ɖắk ɖêm", "dak dem"],
  ["the d that the index uses for đ", "ḏảng", "dang"],
  ["decomposed text", "Trưởng Ban Tuyên giáo".normalize("NFD"), "truong ban tuyen giao"],
  ["capitals", "HĐND TỈNH THỪA THIÊN HUẾ", "hdnd tinh thua thien hue"],
  ["every vowel", "ăâêôơư ắấếốớứ ẵẫễỗỡữ", "aaeoou aaeoou aaeoou"],
  ["other scripts and signs are kept", "café — 5%, Ω", "cafe — 5%, ω"],
  ["nothing", "", ""],
];

for (const [title, text, folded] of FOLDED) {
  test(`folding takes ${title}: ${text}`, () => assert.equal(foldVietnamese(text), folded));
}

test("folding is the same for composed and decomposed text", () => {
  const text = "Đồng chí Thào Hồng Sơn, Phó Bí thư Thường trực Tỉnh ủy";
  assert.equal(foldVietnamese(text.normalize("NFD")), foldVietnamese(text.normalize("NFC")));
});

const NORMALIZED: readonly (readonly [title: string, text: string, normal: string])[] = [
  ["decomposed letters", "Điện Biên".normalize("NFD"), "Điện Biên"],
  ["the eth", "Ðảng ðoàn", "Đảng đoàn"],
  ["no-break spaces and line ends", "Lào\u00A0Cai\n  Sa\tPa ", "Lào Cai Sa Pa"],
  ["invisible characters", "Hà\u200B Gi\u00ADang\uFEFF", "Hà Giang"],
  ["marks in the wrong order", "ẹ\u0302", "ệ"],
];

for (const [title, text, normal] of NORMALIZED) {
  test(`normalizing mends ${title}`, () => assert.equal(normalizeVietnamese(text), normal));
}
