import assert from "node:assert/strict";
import { test } from "node:test";
import { compareVietnamese } from "../../../scripts/lib/domain/vietnamese/collation.ts";

const ORDERS: readonly (readonly [title: string, sorted: readonly string[]])[] = [
  ["đ follows every d", ["An Giang", "Dầu Tiếng", "Đà Nẵng", "Đắk Lắk", "Hà Nội"]],
  ["a, ă and â are letters of their own", ["cang", "căng", "câng"]],
  ["tones decide last", ["ma", "mà", "mả", "mã", "má", "mạ"]],
  ["numbers go by value", ["Quý 2", "Quý 10"]],
];

for (const [title, sorted] of ORDERS) {
  test(`in Vietnamese order ${title}`, () => {
    assert.deepEqual([...sorted].reverse().sort(compareVietnamese), sorted);
  });
}

test("decomposed and composed text are equal", () => {
  assert.equal(compareVietnamese("Điện".normalize("NFD"), "Điện"), 0);
});
