import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createNoise, createRandom } from "../../../scripts/lib/drawing/noise.ts";

describe("createRandom", () => {
  test("gives the same numbers for the same seed", () => {
    const [first, second] = [createRandom(7), createRandom(7)];
    for (let index = 0; index < 100; index++) assert.equal(first(), second());
  });

  test("gives other numbers for another seed", () => assert.notEqual(createRandom(7)(), createRandom(8)()));

  test("stays from 0 to below 1 and fills the range evenly", () => {
    const random = createRandom(3);
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 10_000; index++) {
      const value = random();
      assert.ok(value >= 0 && value < 1);
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    }
    for (const count of tenths) assert.ok(count > 850 && count < 1150, `${count} of 10000 in one tenth`);
  });
});

describe("createNoise", () => {
  const noise = createNoise(5);

  test("is zero at whole places and within -1 and 1 between them", () => {
    assert.equal(Math.abs(noise.at(3, -4)), 0);
    for (let x = -20; x < 20; x += 0.37) {
      for (let y = -20; y < 20; y += 0.41) assert.ok(Math.abs(noise.at(x, y)) <= 1);
    }
  });

  test("changes little over a small step, also across a cell's edge", () => {
    for (let x = -3; x < 3; x += 0.013)
      assert.ok(Math.abs(noise.at(x + 0.001, 0.3) - noise.at(x, 0.3)) < 0.01);
  });

  test("gives one number for a whole cell", () => {
    assert.equal(noise.cell(2.1, 7.9), noise.cell(2.9, 7.2));
    const numbers = new Set(Array.from({ length: 50 }, (_, index) => noise.cell(index, 0)));
    assert.ok(numbers.size > 30);
  });

  test("keeps ridges within 0 and 1", () => {
    for (let x = 0; x < 30; x += 0.7) {
      const value = noise.ridged(x, x * 0.3, 5);
      assert.ok(value >= 0 && value <= 1);
    }
  });
});
