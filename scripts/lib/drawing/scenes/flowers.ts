import { colour, scale, type Colour } from "../colour.ts";
import { ball } from "../solids.ts";
import { LEAF } from "./interior.ts";

const PETALS = [
  colour("#e2a526"),
  colour("#c8352c"),
  colour("#f3e9dc"),
  colour("#dd6d8c"),
  colour("#f0d9a0"),
] as const;
const PITCH = 0.075;

/** A bunch of round blossoms and leaves filling a flattened ball of radius `r` about the origin. */
export function flowers(x: number, y: number, z: number, r: number): number {
  const around = ball(x, y / 0.7, z, r);
  if (around > 0.07) return (around - 0.03) * 0.7;
  let near = 0.05;
  const [ci, cj, ck] = [Math.floor(x / PITCH), Math.floor(y / PITCH), Math.floor(z / PITCH)];
  for (let i = ci; i <= ci + 1; i++) {
    for (let j = cj; j <= cj + 1; j++) {
      for (let k = ck; k <= ck + 1; k++) {
        const chance = hash(i, j, k);
        const bx = i * PITCH + (chance - 0.5) * 0.035;
        const by = j * PITCH + (((chance * 7) % 1) - 0.5) * 0.035;
        const bz = k * PITCH + (((chance * 13) % 1) - 0.5) * 0.035;
        if (ball(bx, by / 0.7, bz, r) > -0.01) continue;
        const size = chance < 0.3 ? 0.03 : 0.044;
        near = Math.min(
          near,
          ball(x - bx, y - by, z - bz, size) +
            0.006 * Math.sin((x - bx) * 160) * Math.sin((z - bz) * 160 + (y - by) * 120),
        );
      }
    }
  }
  return near * 0.75;
}

/** Colour of the blossom at a place of the bunch. */
export function blossom(x: number, y: number, z: number): Colour {
  const chance = hash(Math.round(x / PITCH), Math.round(y / PITCH), Math.round(z / PITCH));
  if (chance < 0.3) return scale(LEAF, 0.7 + chance);
  return scale(PETALS[Math.floor(chance * 97) % PETALS.length] ?? LEAF, 0.85);
}

function hash(i: number, j: number, k: number): number {
  const chance = Math.sin(i * 12.9898 + j * 78.233 + k * 37.719) * 43758.5453;
  return chance - Math.floor(chance);
}
