import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FINGERPRINT_BITS,
  fingerprintsOf,
  quoteFingerprints,
} from "../../../scripts/lib/search/fingerprints.ts";

const text =
  "sang nay hoi nghi so ket cong tac tuyen giao sau thang dau nam duoc to chuc tai ha giang voi hon mot tram dai bieu du".split(
    " ",
  );
const runsOf = (length: number): readonly (readonly string[])[] =>
  text.slice(length - 1).map((_, start) => text.slice(start, start + length));

test("a text has all fingerprints of any five of its words side by side", () => {
  const whole = fingerprintsOf(text);
  for (const length of [5, 6, 9, text.length]) {
    for (const quote of runsOf(length)) {
      const { sure, all } = quoteFingerprints(quote);
      assert.deepEqual(
        [sure, all.length > 0, all.filter((one) => !whole.has(one))],
        [true, true, []],
        quote.join(" "),
      );
    }
  }
});

test("a text has fewer fingerprints than words", () => {
  assert.ok(fingerprintsOf(text).size < text.length * 0.7);
});

test("a shorter quote gives every run of three words, of which a text may have some", () => {
  const { sure, all } = quoteFingerprints(["hoi", "nghi", "so", "ket"]);
  assert.deepEqual([sure, all.length], [false, 2]);
  const whole = fingerprintsOf(text);
  assert.ok(
    runsOf(4).filter((quote) => quoteFingerprints(quote).all.some((one) => whole.has(one))).length > 10,
  );
});

test("the same words in another order have other fingerprints", () => {
  const [first, second] = [text, [...text].reverse()].map(fingerprintsOf);
  assert.deepEqual(
    [...(first ?? [])].filter((one) => second?.has(one)),
    [],
  );
});

test("two words or none have no fingerprint", () => {
  assert.deepEqual([[...fingerprintsOf([])], [...fingerprintsOf(["ha", "giang"])]], [[], []]);
  assert.deepEqual(quoteFingerprints(["ha", "giang"]), { sure: false, all: [] });
});

test("a fingerprint has its bits and no more", () => {
  const words = Array.from({ length: 3000 }, (_, place) => `tu${place}`);
  const all = [...fingerprintsOf(words)];
  assert.ok(all.every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** FINGERPRINT_BITS));
  assert.ok(
    new Set(all.map((one) => one >>> (FINGERPRINT_BITS - 3))).size === 8,
    "they spread over the range",
  );
});
