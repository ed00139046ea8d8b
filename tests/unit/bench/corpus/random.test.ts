import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRandom } from "../../../../scripts/lib/bench/corpus/random.ts";

const LIST = ["a", "b", "c", "d", "e"] as const;
const draws = (seed: number, stream?: number): readonly number[] => {
  const random = createRandom(seed, stream);
  return Array.from({ length: 2000 }, () => random.next());
};

describe("createRandom", () => {
  it("gives the same stream for the same seed", () => {
    assert.deepEqual(draws(7), draws(7));
  });

  it("gives another stream for a neighbouring seed or stream number", () => {
    const first = new Set(draws(7, 0));
    for (const other of [draws(8, 0), draws(7, 1)])
      assert.ok(other.filter((value) => first.has(value)).length < 3);
  });

  it("stays in [0, 1) and is spread evenly", () => {
    const values = draws(3);
    assert.ok(values.every((value) => value >= 0 && value < 1));
    const low = values.filter((value) => value < 0.25).length;
    assert.ok(low > 400 && low < 600, `${low} of 2000 in the first quarter`);
  });

  it("draws whole numbers with both ends included", () => {
    const random = createRandom(1);
    const dice = new Set(Array.from({ length: 500 }, () => random.int(1, 6)));
    assert.deepEqual([...dice].sort(), [1, 2, 3, 4, 5, 6]);
  });

  it("picks every entry of a list sooner or later", () => {
    const random = createRandom(1);
    assert.equal(new Set(Array.from({ length: 200 }, () => random.pick(LIST))).size, LIST.length);
  });

  it("has nothing to pick from an empty list", () => {
    assert.throws(() => createRandom(1).pick([]), /pick needs a list with at least one entry/);
  });

  it("samples different entries and leaves the list alone", () => {
    const random = createRandom(4);
    const sample = random.sample(LIST, 3);
    assert.equal(new Set(sample).size, 3);
    assert.deepEqual(LIST, ["a", "b", "c", "d", "e"]);
  });

  it("samples the whole list where more is asked for", () => {
    assert.deepEqual([...createRandom(4).sample(LIST, 9)].sort(), [...LIST]);
  });

  it("says yes about as often as asked", () => {
    const random = createRandom(9);
    const yes = Array.from({ length: 2000 }, () => random.chance(0.1)).filter(Boolean).length;
    assert.ok(yes > 130 && yes < 270, `${yes} of 2000`);
  });
});
