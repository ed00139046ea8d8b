import type { Canvas } from "../canvas.ts";
import { colour, mix, scale, type Colour } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { microphone, standing, standingColour } from "../people.ts";
import { box, pillar, star } from "../solids.ts";
import { blossom, flowers } from "./flowers.ts";
import { boards, CREAM, glowing, glossy, GOLD, lamp, plain, RED, ROOM, WOOD } from "./interior.ts";
import { slide } from "./screens.ts";

/** Who speaks, and before what. */
export interface LecternPlan {
  readonly seed: number;
  readonly coat: Colour;
  readonly tie: Colour | null;
  /** Red curtain with a star, a screen with a chart, or a wall with daylight. */
  readonly ground: "curtain" | "screen" | "window";
  /** Camera left (negative) or right of the lectern, in metres. */
  readonly side: number;
}

const HANDS = 1.13;

/** A speaker without a face behind a wooden lectern with flowers. */
export function drawLectern(plan: LecternPlan, width: number, height: number): Canvas {
  const noise = createNoise(plan.seed);
  const person = (x: number, y: number, z: number): number => standing(x, y - 0.16, -(z - 0.62), HANDS);
  const lectern = (x: number, y: number, z: number): number =>
    Math.min(
      box(x, y - 0.54, z - 0.18, 0.36, 0.55, 0.2, 0.02),
      box(x, y - 1.12, z - 0.16, 0.42, 0.035, 0.27, 0.015),
      box(x, y - 0.05, z - 0.16, 0.44, 0.06, 0.3, 0.02),
    );
  const mikes = (x: number, y: number, z: number): number =>
    microphone(Math.abs(x) - 0.06, y - 1.15, z - 0.02);
  const bouquet = (x: number, y: number, z: number): number => flowers(x, y - 1.06, z + 0.12, 0.2);
  const vase = (x: number, y: number, z: number): number =>
    Math.min(
      pillar(x - 1.35, y - 0.3, z - 0.3, 0.16 + 0.04 * Math.sin(y * 9), 0.3),
      flowers(x - 1.35, y - 0.85, z - 0.3, 0.38),
    );
  const back = (x: number, z: number): number =>
    plan.ground === "curtain" && z > 1.6
      ? (2.2 - z - 0.05 * Math.sin(x * 8) - 0.025 * Math.sin(x * 19 + 1)) * 0.75
      : 2.2 - z;
  const screen = (x: number, y: number, z: number): number =>
    plan.ground === "screen" ? box(x + 1.75, y - 1.7, z - 2.05, 1.15, 0.68, 0.04, 0.02) : 9;

  const surface = (x: number, y: number, z: number, _nx: number, ny: number): Surface => {
    const e = 0.008;
    if (person(x, y, z) < e)
      return plain(standingColour(x, y - 0.16, -(z - 0.62), HANDS, plan.coat, plan.tie));
    if (mikes(x, y, z) < e) return glossy([0.02, 0.02, 0.022], 0.15);
    if (bouquet(x, y, z) < e) return plain(blossom(x, y - 1.06, z + 0.12));
    if (lectern(x, y, z) < e) {
      if (z < 0 && star(x, y - 0.62, 0.15) < 0) return glossy(GOLD, 0.12);
      return glossy(scale(WOOD, 0.75 + 0.35 * noise.fractal(x * 4, y * 30 + z * 9, 3)), 0.06);
    }
    if (vase(x, y, z) < e) return y < 0.6 ? glossy(CREAM, 0.12) : plain(blossom(x - 1.35, y - 0.85, z - 0.3));
    if (screen(x, y, z) < e) return glowing(slide(x + 1.75, y - 1.7));
    if (y < 0.01) return glossy(boards(x, noise.fractal(x * 7, z * 0.7, 3)), 0.08);
    return backdrop(plan.ground, x, y, ny);
  };
  return drawScene(
    {
      ...ROOM,
      distance: (x, y, z) => {
        const room = Math.min(y, back(x, z), z + 6);
        if (y > 2.3) return Math.min(room, y - 2.0, screen(x, y, z));
        return Math.min(
          room,
          person(x, y, z),
          lectern(x, y, z),
          mikes(x, y, z),
          bouquet(x, y, z),
          vase(x, y, z),
          screen(x, y, z),
        );
      },
      surface,
      lamps: [
        lamp(-2.2, 4.2, -2.6, 1.05),
        lamp(3.2, 3.0, -1.2, 0.4, 0.7, 0.35),
        lamp(0.6, 3.6, 1.5, 0.5, 0.3, 0.3),
      ],
      eye: [plan.side, 1.5, -2.75],
      target: [plan.side * 0.1 + 0.18, 1.22, 0.4],
      spread: 1.02,
    },
    width,
    height,
  );
}

function backdrop(ground: LecternPlan["ground"], x: number, y: number, ny: number): Surface {
  if (ground === "curtain")
    return star(x + 1.5, y - 2.02, 0.34) < 0
      ? glowing(scale(GOLD, 0.8))
      : plain(scale(RED, 0.92 + 0.08 * ny));
  if (ground === "screen")
    return plain(y < 0.9 ? scale(WOOD, Math.abs(((x + 50) % 0.6) - 0.3) < 0.01 ? 0.5 : 0.9) : CREAM);
  const pane = Math.abs(((x + 51.3) % 1.5) - 0.75);
  if (pane < 0.55 && y > 0.95 && y < 2.8)
    return pane > 0.52 || Math.abs(y - 1.9) < 0.02 || pane < 0.015
      ? plain(WOOD)
      : glowing(mix(colour("#a9c7a0"), colour("#e8f2f6"), (y - 0.9) / 1.4));
  return plain(y < 0.9 ? scale(WOOD, 0.9) : CREAM);
}
