import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Colour } from "../../../scripts/lib/drawing/colour.ts";
import { drawLandscape, type Landscape } from "../../../scripts/lib/drawing/heightfield.ts";
import { drawScene, type Scene } from "../../../scripts/lib/drawing/march.ts";
import { createNoise } from "../../../scripts/lib/drawing/noise.ts";
import { seated, seatedColour, standing, standingColour } from "../../../scripts/lib/drawing/people.ts";
import { blossom, flowers } from "../../../scripts/lib/drawing/scenes/flowers.ts";
import { LIGHTS } from "../../../scripts/lib/drawing/scenes/lights.ts";
import { linkedHall, slide } from "../../../scripts/lib/drawing/scenes/screens.ts";
import { normal, openness, shadow, unit } from "../../../scripts/lib/drawing/shading.ts";
import { skyLight } from "../../../scripts/lib/drawing/sky.ts";
import { ball } from "../../../scripts/lib/drawing/solids.ts";

const brightness = (value: Colour): number => value[0] + value[1] + value[2];
const noise = createNoise(4);

describe("light on surfaces", () => {
  const floor = (_x: number, y: number): number => y;
  const ballOnFloor = (x: number, y: number, z: number): number => Math.min(y, ball(x, y - 1, z, 1));

  test("a floor faces up", () => {
    const [x, y, z] = normal(floor, 3, 0, 2, 0.001);
    assert.ok(Math.abs(x) < 1e-6 && Math.abs(z) < 1e-6 && Math.abs(y - 1) < 1e-6);
  });

  test("directions have length 1", () => assert.ok(Math.abs(Math.hypot(...unit(3, -4, 12)) - 1) < 1e-12));

  test("an open floor is fully open, a corner is not", () => {
    assert.equal(openness(floor, 0, 0, 0, 0, 1, 0), 1);
    const corner = (x: number, y: number): number => Math.min(x, y);
    assert.ok(openness(corner, 0.01, 0, 0, 0, 1, 0) < 0.6);
  });

  test("a ball shades the floor behind it and not before it", () => {
    const toLamp = unit(1, 1, 0);
    assert.equal(shadow(ballOnFloor, -1.4, 0.01, 0, ...toLamp, 20, 0.1), 0);
    assert.equal(shadow(ballOnFloor, 4, 0.01, 0, ...toLamp, 20, 0.1), 1);
  });
});

describe("drawScene", () => {
  const scene: Scene = {
    distance: (x, y, z) => ball(x, y, z - 4, 1),
    surface: () => ({ colour: [0.8, 0.2, 0.1], gloss: 0, glow: null }),
    lamps: [{ at: [-6, 6, -2], colour: [1, 1, 1], softness: 0.2 }],
    ambient: { above: [0.1, 0.1, 0.1], below: [0.05, 0.05, 0.05] },
    background: () => [0, 0, 1],
    haze: { colour: [0, 0, 0], distance: 1000 },
    eye: [0, 0, 0],
    target: [0, 0, 4],
    spread: 1,
    far: 20,
  };
  const { light } = drawScene(scene, 40, 40);
  const at = (x: number, y: number): Colour => {
    const start = (y * 40 + x) * 3;
    return [light[start] ?? 0, light[start + 1] ?? 0, light[start + 2] ?? 0];
  };

  test("shows the background where nothing stands", () => assert.deepEqual(at(1, 1), [0, 0, 1]));
  test("shows a body in its own colour", () => assert.ok(at(20, 20)[0] > at(20, 20)[2] * 4));
  test("lights the side that faces the lamp", () =>
    assert.ok(brightness(at(14, 14)) > 1.5 * brightness(at(26, 26))));
  test("looks along the line to its target with up above", () =>
    assert.ok(at(20, 20)[2] < 0.5 && at(20, 38)[2] === 1));
});

describe("drawLandscape", () => {
  const view: Landscape = {
    height: (x, z) => (z > 200 && Math.abs(x) < 60 ? 60 : 0),
    ground: () => ({ colour: [0.2, 0.5, 0.1], gloss: 0, flat: false }),
    light: LIGHTS.day,
    noise,
    eye: 20,
    horizon: 0.4,
    spread: 1,
    near: 10,
    far: 2000,
    hazeDistance: 4000,
    mist: { top: -50, strength: 0 },
  };
  const canvas = drawLandscape(view, 60, 40);
  const green = (x: number, y: number): boolean => {
    const at = (y * 60 + x) * 3;
    return (canvas.light[at + 1] ?? 0) > (canvas.light[at + 2] ?? 0);
  };

  test("puts sky above and ground below the horizon", () => {
    assert.ok(!green(2, 4));
    assert.ok(green(2, 36));
  });

  test("lets a hill hide the sky behind it", () => {
    assert.ok(green(30, 12));
    assert.ok(!green(2, 12));
  });

  test("leaves no gap in a column", () => {
    for (let y = 20; y < 40; y++) assert.ok(green(30, y), `row ${y}`);
  });
});

describe("skyLight", () => {
  test("is brightest toward the sun, at every hour", () => {
    for (const light of Object.values(LIGHTS)) {
      const [x, y, z] = light.toSun;
      assert.ok(brightness(skyLight(light, noise, x, y, z)) > brightness(skyLight(light, noise, -x, y, z)));
    }
  });
});

describe("figures", () => {
  test("stand on the floor at 1.6 to 1.7 m and have a body", () => {
    assert.ok(standing(0, 1.1, 0, 1.13) < 0);
    assert.ok(standing(0, 1.6, 0, 1.13) < 0);
    assert.ok(standing(0, 1.75, 0, 1.13) > 0);
  });

  test("sit lower, and rise with their lift", () => {
    assert.ok(seated(0, 1.2, 0, 0, 1) < 0);
    assert.ok(seated(0, 1.45, 0, 0, 1) > 0);
    assert.ok(seated(0, 1.45, 0, 0.15, 1) < 0);
  });

  test("have no face: the front of a head is one plain colour", () => {
    const skin = standingColour(0, 1.5, 0.1, 1.13, [0, 0, 0], null);
    for (const [x, y] of [
      [0.03, 1.55],
      [-0.03, 1.55],
      [0, 1.49],
      [0.02, 1.46],
    ] as const) {
      assert.deepEqual(standingColour(x, y, 0.1, 1.13, [0, 0, 0], null), skin);
    }
  });

  test("have dark hair behind", () => assert.ok(brightness(seatedColour(0, 1.24, -0.08, 0, 1)) < 0.2));

  test("wear the tie they were given", () =>
    assert.deepEqual(standingColour(0, 1.2, 0.1, 1.13, [0, 0, 0.1], [0.5, 0, 0]), [0.5, 0, 0]));
});

describe("things", () => {
  test("a bunch of flowers fills its ball and ends beyond it", () => {
    let inside = 0;
    for (let x = -0.15; x <= 0.15; x += 0.02) inside += flowers(x, 0, 0, 0.2) < 0 ? 1 : 0;
    assert.ok(inside >= 5);
    assert.ok(flowers(0.5, 0, 0, 0.2) > 0.1);
  });

  test("flowers are of several colours", () => {
    const colours = new Set(Array.from({ length: 40 }, (_, index) => blossom(index * 0.08, 0, 0).join()));
    assert.ok(colours.size > 3);
  });

  test("linked halls have dark frames and red backdrops", () => {
    assert.ok(brightness(linkedHall(0.001, 0.3, 1, 0.66, 0, noise)) < 0.1);
    const reds = Array.from({ length: 100 }, (_, index) =>
      linkedHall(index / 100, 0.5, 1, 0.66, 0, noise),
    ).filter(([red, green]) => red > green * 5);
    assert.ok(reds.length > 20);
  });

  test("a slide shows columns that rise to the right", () => {
    const tall = (x: number): number => {
      let rows = 0;
      for (let y = -0.5; y < 0.4; y += 0.01) rows += slide(x, y)[2] < 0.5 ? 1 : 0;
      return rows;
    };
    assert.ok(tall(0.9) > tall(-0.9) + 20);
  });
});
