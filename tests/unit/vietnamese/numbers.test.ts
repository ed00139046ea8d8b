import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBytes, formatNumber } from "../../../scripts/lib/domain/vietnamese/numbers.ts";

const NUMBERS: readonly (readonly [value: number, text: string])[] = [
  [8_799_190, "8.799.190"],
  [2438, "2.438"],
  [702, "702"],
  [5.9, "5,9"],
  [-1234.5, "-1.234,5"],
  [0, "0"],
];

for (const [value, text] of NUMBERS) {
  test(`${value} is written ${text}`, () => assert.equal(formatNumber(value), text));
}

test("a number that is none is refused", () => {
  assert.throws(() => formatNumber(Number.NaN), { message: "formatNumber needs a finite number, got NaN" });
});

const SIZES: readonly (readonly [bytes: number, text: string])[] = [
  [0, "0 byte"],
  [999, "999 byte"],
  [1000, "1 kB"],
  [1_250_000, "1,3 MB"],
  [999_999, "1 MB"],
  [3_000_000_000_000_000, "3.000 TB"],
];

for (const [bytes, text] of SIZES) {
  test(`${bytes} bytes are written ${text}`, () => assert.equal(formatBytes(bytes), text));
}

test("a negative size is refused", () => {
  assert.throws(() => formatBytes(-1), { message: "formatBytes needs a size in bytes, got -1" });
});
