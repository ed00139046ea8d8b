import type { Canvas } from "../canvas.ts";
import { colour, mix, scale } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { seated, seatedColour } from "../people.ts";
import { box, pillar, star } from "../solids.ts";
import { blossom, flowers } from "./flowers.ts";
import { boards, CREAM, glowing, glossy, GOLD, lamp, plain, RED, ROOM, WOOD } from "./interior.ts";
import { slide } from "./screens.ts";

const SEATS = 6;
const PITCH = 0.78;

/** A meeting around a long table: people on both sides, the chair at the far end, a red backdrop. */
export function drawMeeting(seed: number, screen: boolean, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const pick = (side: number, j: number): number => noise.cell(j * 3 + side * 31 + 40, 8);
  const seat = (z: number): number => Math.min(SEATS - 1, Math.max(0, Math.round(z / PITCH)));
  const lift = (p: number): number => (p - 0.5) * 0.12;
  const sides = (x: number, y: number, z: number): number => {
    if (Math.abs(x) < 0.9) return 1.05 - Math.abs(x);
    if (z > (SEATS - 0.5) * PITCH) return z - (SEATS - 0.5) * PITCH + 0.15;
    const j = seat(z);
    const side = x < 0 ? 0 : 1;
    const lz = (z - j * PITCH) * (side === 0 ? -1 : 1);
    const p = pick(side, j);
    const chair = box(lz, y - 0.7, Math.abs(x) - 1.78, 0.23, 0.36, 0.03, 0.03);
    return Math.min(
      seated(lz, y, 1.55 - Math.abs(x), lift(p), p),
      chair,
      z < -PITCH / 2 ? 9 : PITCH / 2 - Math.abs(z - j * PITCH) + 0.08,
    );
  };
  const heads = (x: number, y: number, z: number): number => {
    if (Math.abs(x) > 1.4) return Math.abs(x) - 1.2;
    if (z < 5.2) return 5.4 - z;
    const i = Math.max(-1, Math.min(1, Math.round(x / 0.85)));
    return Math.min(
      seated(x - i * 0.85, y, -(z - 5.75), 0.03 * i, pick(2, i + 1)),
      Math.abs(x) > 1.25 ? 9 : 0.425 - Math.abs(x - i * 0.85) + 0.08,
    );
  };
  const table = (x: number, y: number, z: number): number => {
    const slab = Math.min(
      box(Math.abs(x) - 0.85, y - 0.74, z - 2, 0.36, 0.03, 2.7, 0.015),
      box(x, y - 0.74, z - 5.0, 1.7, 0.03, 0.42, 0.015),
    );
    const skirt = Math.min(
      box(Math.abs(x) - 0.55, y - 0.4, z - 2, 0.02, 0.36, 2.7, 0.01),
      box(x, y - 0.4, z - 4.64, 1.65, 0.36, 0.02, 0.01),
    );
    return Math.min(slab, skirt);
  };
  const things = (x: number, y: number, z: number): number => {
    const lz = z - seat(z) * PITCH;
    const paper = box(Math.abs(x) - 0.95, y - 0.776, lz, 0.15, 0.006, 0.11, 0.003);
    const cup = pillar(Math.abs(x) - 0.72, y - 0.81, lz - 0.2, 0.032, 0.045);
    return Math.min(paper, cup);
  };
  const centre = (x: number, y: number, z: number): number => flowers(x, y - 0.98, z - 4.85, 0.2);
  const slides = (x: number, y: number, z: number): number =>
    screen ? box(x - 2.95, y - 1.75, z - 6.35, 1.15, 0.68, 0.04, 0.01) : 9;
  const curtain = (x: number, z: number): number =>
    z < 6.1 ? 6.5 - z : (6.6 - z - 0.045 * Math.sin(x * 10) - 0.02 * Math.sin(x * 23)) * 0.75;

  const surface = (x: number, y: number, z: number): Surface => {
    const e = 0.008;
    if (centre(x, y, z) < e) return plain(blossom(x, y - 0.98, z - 4.85));
    if (things(x, y, z) < e) return plain(colour("#f4f1ea"));
    if (table(x, y, z) < e)
      return y > 0.75
        ? glossy(scale(WOOD, 0.8 + 0.4 * noise.fractal(x * 9, z * 0.8, 3)), 0.14)
        : plain(scale(WOOD, 0.6));
    if (sides(x, y, z) < e) {
      const j = seat(z);
      const side = x < 0 ? 0 : 1;
      if (Math.abs(x) > 1.745) return plain([0.05, 0.03, 0.03]);
      return plain(
        seatedColour(
          (z - j * PITCH) * (side === 0 ? -1 : 1),
          y,
          1.55 - Math.abs(x),
          lift(pick(side, j)),
          pick(side, j),
        ),
      );
    }
    if (heads(x, y, z) < e) {
      const i = Math.max(-1, Math.min(1, Math.round(x / 0.85)));
      return plain(seatedColour(x - i * 0.85, y, -(z - 5.75), 0.03 * i, pick(2, i + 1)));
    }
    if (slides(x, y, z) < e) return glowing(slide(x - 2.95, y - 1.75));
    if (curtain(x, z) < 0.02) return star(x, y - 2.3, 0.3) < 0 ? glowing(scale(GOLD, 0.85)) : plain(RED);
    if (y < e) return glossy(boards(x, noise.fractal(x * 7, z * 0.7, 3)), 0.07);
    if (y > 3.28)
      return Math.abs(((x + 50) % 2) - 1) < 0.25 && Math.abs(((z + 50) % 1.8) - 0.9) < 0.5
        ? glowing([1.7, 1.6, 1.4])
        : plain(CREAM);
    const along = ((z + 50) % 1.9) - 0.95;
    if (Math.abs(x) > 4.1 && Math.abs(along) < 0.6 && y > 0.95 && y < 2.7)
      return Math.abs(along) < 0.02 || Math.abs(along) > 0.56
        ? plain(WOOD)
        : glowing(mix(colour("#b7cfae"), colour("#eef4f6"), (y - 0.9) / 1.2));
    return plain(y < 0.9 ? scale(WOOD, 0.95) : CREAM);
  };
  return drawScene(
    {
      ...ROOM,
      distance: (x, y, z) => {
        const room = Math.min(y, 3.3 - y, curtain(x, z), 4.2 - Math.abs(x), z + 6, slides(x, y, z));
        if (y > 1.6) return Math.min(room, y - 1.45);
        return Math.min(
          room,
          sides(x, y, z),
          table(x, y, z),
          things(x, y, z),
          z > 4.2 ? Math.min(heads(x, y, z), centre(x, y, z)) : 4.5 - z,
        );
      },
      surface,
      lamps: [lamp(-1.2, 3.1, 3.2, 0.6), lamp(3.6, 2.2, 0.6, 0.6, 0.7, 0.4), lamp(0, 3.1, -0.8, 0.4)],
      eye: [-0.42, 1.86, -2.9],
      target: [0.12, 1.12, 3.2],
      spread: 1.1,
    },
    width,
    height,
  );
}
