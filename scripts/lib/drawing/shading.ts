import { clamp } from "./colour.ts";

/* How light meets a surface that is known only by its distance. */

type Distance = (x: number, y: number, z: number) => number;

/** A direction of length 1: x right, y up, z away from the viewer. */
export type Direction = readonly [number, number, number];

/** The direction of (x, y, z). */
export function unit(x: number, y: number, z: number): Direction {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

/** Direction in which a surface faces at a place on it, felt out over `e` metres. */
export function normal(distance: Distance, x: number, y: number, z: number, e: number): Direction {
  const a = distance(x + e, y - e, z - e);
  const b = distance(x - e, y - e, z + e);
  const c = distance(x - e, y + e, z - e);
  const d = distance(x + e, y + e, z + e);
  return unit(a - b - c + d || 1e-9, -a - b + c + d, -a + b - c + d);
}

/** How open a place is to light from everywhere: corners are dark. */
export function openness(
  distance: Distance,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let closed = 0;
  let weight = 1;
  for (const reach of [0.03, 0.1, 0.26, 0.6]) {
    closed += ((reach - distance(x + nx * reach, y + ny * reach, z + nz * reach)) / reach) * 0.34 * weight;
    weight *= 0.82;
  }
  return clamp(1 - closed);
}

/** Part of a lamp that reaches a place, 0 to 1, with a soft rim. */
export function shadow(
  distance: Distance,
  x: number,
  y: number,
  z: number,
  lx: number,
  ly: number,
  lz: number,
  reach: number,
  softness: number,
): number {
  let open = 1;
  // A different start for each pixel turns bands into grain.
  const chance = Math.sin(x * 127.1 + y * 311.7 + z * 74.7) * 43758.5453;
  let t = 0.012 + 0.025 * (chance - Math.floor(chance));
  for (let step = 0; step < 28 && t < reach - 0.3; step++) {
    const d = distance(x + lx * t, y + ly * t, z + lz * t);
    open = Math.min(open, d / (t * softness));
    if (open < 0.01) return 0;
    t += Math.max(0.03, d * (0.6 + 0.35 * (chance - Math.floor(chance))));
  }
  return open * open * (3 - 2 * open);
}
