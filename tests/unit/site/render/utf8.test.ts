import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "#site/render/utf8.ts";

for (const [name, text] of [
  ["nothing", ""],
  ["ASCII", "<p>so ket</p>"],
  ["Vietnamese", "Hà Giang, Đắk R’lấp: 8.799.190 lượt"],
  ["characters of two units", "😀 𝄞"],
  ["half of a pair", "a\ud800b\udc00"],
  ["more than any page before", "Tuyên giáo ".repeat(100_000)],
] as const) {
  test(`${name} has the bytes that Node gives it`, () => {
    assert.deepEqual(Buffer.from(utf8(text)), Buffer.from(text));
  });
}

test("a text keeps its bytes when the next one is encoded", () => {
  const first = utf8("Lào Cai");
  utf8("Trà Vinh");
  assert.equal(Buffer.from(first).toString(), "Lào Cai");
});
