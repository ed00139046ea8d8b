import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ball, box, egg, melt, pillar, rod, star } from "../../../scripts/lib/drawing/solids.ts";

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

describe("distances to solids", () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ["outside a ball", ball(0, 2, 0, 1), 1],
    ["inside a ball", ball(0, 0.25, 0, 1), -0.75],
    ["before the face of a box", box(3, 0, 0, 1, 1, 1, 0), 2],
    ["off the edge of a box", box(4, 5, 0, 1, 1, 1, 0), 5],
    ["inside a box", box(0, 0.5, 0, 1, 1, 1, 0), -0.5],
    ["beside a rod", rod(2, 1, 0, 0, 0, 0, 0, 2, 0, 0.5), 1.5],
    ["past the end of a rod", rod(0, 5, 0, 0, 0, 0, 0, 2, 0, 0.5), 2.5],
    ["beside a pillar", pillar(3, 0, 0, 1, 2), 2],
    ["above a pillar", pillar(0, 5, 0, 1, 2), 3],
    ["inside a pillar", pillar(0.5, 0, 0, 1, 2), -0.5],
    ["on an egg", egg(0, 2, 0, 1, 2, 1), 0],
  ];
  for (const [name, actual, expected] of cases) test(`${name}: ${expected}`, () => near(actual, expected));

  test("a rounded box keeps its outer size", () => near(box(3, 0, 0, 1, 1, 1, 0.2), 2));

  test("an egg's middle is inside it", () => assert.ok(egg(0, 0, 0, 1, 2, 1) < 0));

  test("melting never leaves more than the nearer body", () => {
    assert.ok(melt(0.1, 0.1, 0.2) < 0.1);
    near(melt(0.1, 5, 0.2), 0.1);
  });
});

describe("star", () => {
  test("has five points on its circle, one of them up", () => {
    for (let point = 0; point < 5; point++) {
      const angle = Math.PI / 2 + (point * 2 * Math.PI) / 5;
      assert.ok(star(Math.cos(angle) * 0.96, Math.sin(angle) * 0.96, 1) < 0, `point ${point}`);
      const between = angle + Math.PI / 5;
      assert.ok(star(Math.cos(between) * 0.6, Math.sin(between) * 0.6, 1) > 0, `between ${point}`);
    }
  });

  test("covers its middle", () => assert.ok(star(0, 0, 1) < 0));

  test("tapers as the star of the flag does: its inner corners lie on 0.382 of the circle", () => {
    const angle = -Math.PI / 2;
    assert.ok(star(0, Math.sin(angle) * 0.36, 1) < 0);
    assert.ok(star(0, Math.sin(angle) * 0.41, 1) > 0);
  });
});
