import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { median, medianRatio } from "../../../scripts/lib/domain/median.ts";

describe("median", () => {
  for (const [values, expected] of [
    [[5], 5],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 1], 9],
  ] as const)
    it(`of ${values.join(", ")} is ${expected}`, () => assert.equal(median(values), expected));

  it("needs a value", () => {
    assert.throws(() => median([]), /median needs at least one value/);
  });
});

describe("medianRatio", () => {
  it("compares round by round, so that a slow round counts alike on both sides", () => {
    assert.equal(medianRatio([1, 10, 1], [2, 20, 4]), 0.5);
  });

  it("leaves out rounds that only one side has", () => {
    assert.equal(medianRatio([1, 2, 30], [1, 2]), 1);
  });
});
