import { createCanvas, paint, type Canvas } from "./canvas.ts";
import { add, clamp, mix, multiply, scale, type Colour } from "./colour.ts";
import type { Noise } from "./noise.ts";
import { skyLight, type Light } from "./sky.ts";

/** What the ground is made of at a place. */
export interface Ground {
  readonly colour: Colour;
  /** Share of mirrored sky, 0 to 1: water. */
  readonly gloss: number;
  /** Slope as seen by light; `null`: as the height says. */
  readonly flat: boolean;
}

/** A landscape over the plane; lengths in metres. */
export interface Landscape {
  readonly height: (x: number, z: number) => number;
  readonly ground: (x: number, z: number, height: number, steepness: number, distance: number) => Ground;
  readonly light: Light;
  readonly noise: Noise;
  /** Eye above sea level, and where the horizon stands (0 top, 1 bottom). */
  readonly eye: number;
  readonly horizon: number;
  /** Width of view over distance. */
  readonly spread: number;
  readonly near: number;
  readonly far: number;
  /** Distance after which two thirds are haze, and thickness of mist lying in valleys. */
  readonly hazeDistance: number;
  readonly mist: { readonly top: number; readonly strength: number };
}

/** Draws a landscape by walking every column of pixels away from the eye. */
export function drawLandscape(view: Landscape, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const focal = width / view.spread;
  const horizon = height * view.horizon;
  for (let column = 0; column < width; column++) {
    const across = (column - width / 2) / focal;
    paintSky(canvas, view, column, across, focal, horizon);
    let top = height;
    for (let z = view.near; z < view.far && top > 0; z *= 1.0016) {
      const x = across * z;
      const ground = view.height(x, z);
      const row = horizon + ((view.eye - ground) * focal) / z;
      // Nothing to see, or less than a new pixel of it.
      if (Math.ceil(row) >= Math.ceil(top)) continue;
      const value = lit(view, x, z, ground, across);
      const first = Math.max(0, Math.ceil(row));
      for (let y = first; y < Math.ceil(top); y++) paint(canvas, column, y, value);
      if (first > 0) paint(canvas, column, first - 1, value, first - row);
      top = Math.max(row, 0);
    }
  }
  return canvas;
}

function paintSky(
  canvas: Canvas,
  view: Landscape,
  column: number,
  across: number,
  focal: number,
  horizon: number,
): void {
  const last = Math.min(canvas.height, Math.ceil(horizon) + 80);
  for (let row = 0; row < last; row++) {
    const up = (horizon - row) / focal;
    const length = Math.hypot(across, up, 1);
    paint(
      canvas,
      column,
      row,
      skyLight(view.light, view.noise, across / length, Math.max(0.002, up / length), 1 / length),
    );
  }
}

function lit(view: Landscape, x: number, z: number, height: number, across: number): Colour {
  const { light } = view;
  const gap = Math.max(0.4, z * 0.0018);
  const slopeX = (view.height(x + gap, z) - height) / gap;
  const slopeZ = (view.height(x, z + gap) - height) / gap;
  const ground = view.ground(x, z, height, Math.hypot(slopeX, slopeZ), z);
  const length = ground.flat ? 1 : Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
  const nx = ground.flat ? 0 : -slopeX / length;
  const nz = ground.flat ? 0 : -slopeZ / length;
  const facing = clamp(nx * light.toSun[0] + light.toSun[1] / length + nz * light.toSun[2]);
  const shade = facing === 0 ? 0 : shadow(view, x, z, height);
  const lamp = add(scale(light.ambient, 0.45 + 0.55 / length), light.sun, facing * shade);
  let value = multiply(ground.colour, lamp);
  if (ground.gloss > 0) {
    const drop = (view.eye - height) / z;
    const far = Math.hypot(across, drop, 1);
    const ripple = 0.02 * view.noise.at(x * 0.3, z * 0.12);
    const mirror = skyLight(light, view.noise, across / far, clamp(drop / far + ripple + 0.02), 1 / far);
    value = mix(value, mirror, ground.gloss);
  }
  const air = 1 - Math.exp(-z / view.hazeDistance);
  const valley = clamp((view.mist.top - height) / 120 + 0.25 * view.noise.fractal(x * 0.004, z * 0.002, 4));
  const fog = clamp(air + view.mist.strength * valley * clamp(z / (view.hazeDistance * 0.5)));
  const toward = clamp((across * light.toSun[0] + light.toSun[2]) / Math.hypot(across, 1));
  return mix(value, add(light.haze, light.sun, 0.16 * toward ** 6), fog);
}

/** Part of the sun that reaches the ground past nearer hills, 0 to 1. */
function shadow(view: Landscape, x: number, z: number, height: number): number {
  const [sunX, sunY, sunZ] = view.light.toSun;
  let open = 1;
  let step = Math.max(2, z * 0.006);
  let reach = step;
  for (let count = 0; count < 14 && open > 0; count++) {
    const clearance = height + 0.6 + sunY * reach - view.height(x + sunX * reach, z + sunZ * reach);
    open = Math.min(open, clamp(0.5 + (clearance * 9) / reach));
    reach += step;
    step *= 1.28;
  }
  return open;
}
