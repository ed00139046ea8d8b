import type { Canvas } from "../canvas.ts";
import { colour, mix, scale } from "../colour.ts";
import { drawScene, type Point, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { seated, seatedColour, standing, standingColour } from "../people.ts";
import { box, star } from "../solids.ts";
import { CREAM, GOLD, plain, RED, WOOD } from "./interior.ts";
import { linkedHall } from "./screens.ts";

const FLOOR = colour("#6d5641");
const SEAT = colour("#6b1f24");
const CLOTH = colour("#74171b");

/** How a hall is built and seen. */
export interface HallPlan {
  readonly seed: number;
  /** Rows of seats, and seats on each side of the aisle. */
  readonly rows: number;
  readonly seats: number;
  readonly eye: Point;
  readonly target: Point;
  readonly spread: number;
  /** Screens beside the stage that show linked places. */
  readonly screens: boolean;
  /** Daylight through windows, 0 to 1; the rest are lamps. */
  readonly daylight: number;
  /** Whether someone speaks at the lectern. */
  readonly speaker: boolean;
}

const PITCH = 1.05;
const SEAT_WIDTH = 0.64;

/** A conference hall: rows of people seen from behind, a stage, a red backdrop with a gold star. */
export function drawHall(plan: HallPlan, width: number, height: number): Canvas {
  const noise = createNoise(plan.seed);
  const stage = plan.rows * PITCH + 1.6;
  const back = stage + 4.2;
  const half = plan.seats * SEAT_WIDTH + 2.4;
  const pick = (i: number, j: number): number => noise.cell(i * 3 + 7, j * 5 + 11);

  const place = (x: number, z: number): { i: number; j: number; lx: number; lz: number } => {
    const across = Math.abs(x) - 0.75;
    const i = Math.min(plan.seats - 1, Math.max(0, Math.floor(across / SEAT_WIDTH)));
    const j = Math.min(plan.rows - 1, Math.max(0, Math.round(z / PITCH)));
    return { i: x < 0 ? -1 - i : i, j, lx: across - (i + 0.5) * SEAT_WIDTH, lz: z - j * PITCH };
  };
  const lift = (p: number): number => (p - 0.5) * 0.16;
  const audience = (x: number, y: number, z: number): number => {
    if (y > 1.65) return y - 1.5;
    if (z > stage - 0.6) return z - stage + 1;
    const { i, j, lx, lz } = place(x, z);
    const p = pick(i, j);
    const chair = box(lx, y - 0.66, lz + 0.2, 0.25, 0.34, 0.035, 0.03);
    const person = p < 0.05 ? 9 : seated(lx + (p - 0.5) * 0.08, y, lz - 0.02, lift(p), p);
    const inside = Math.abs(lx) < SEAT_WIDTH / 2 && Math.abs(lz) < PITCH / 2;
    const border = inside ? Math.min(SEAT_WIDTH / 2 - Math.abs(lx), PITCH / 2 - Math.abs(lz)) + 0.06 : 9;
    return Math.min(chair, person, border);
  };
  const podium = (x: number, y: number, z: number): number =>
    box(x + 3.6, y - 1.35, z - stage - 1.1, 0.42, 0.58, 0.28, 0.03);
  const speaker = (x: number, y: number, z: number): number =>
    plan.speaker ? standing(x + 3.6, y - 0.8, -(z - stage - 1.62), 1.14) : 9;
  const table = (x: number, y: number, z: number): number =>
    box(x - 1.5, y - 1.2, z - stage - 2.0, 2.3, 0.4, 0.4, 0.03);
  const bench = (x: number, y: number, z: number): number => {
    const i = Math.min(2, Math.max(-2, Math.round((x - 1.5) / 0.92)));
    const lx = x - 1.5 - i * 0.92;
    return Math.min(
      seated(lx, y - 0.85, -(z - stage - 2.75), lift(pick(i, 90)), pick(i, 91)),
      0.46 - Math.abs(lx) + 0.1 + Math.max(0, Math.abs(x - 1.5) - 2.3),
    );
  };
  const drape = (x: number): number => 0.06 * Math.sin(x * 9) + 0.03 * Math.sin(x * 21 + 2);
  const curtain = (x: number, _y: number, z: number): number =>
    back - z > 0.4 ? back - z - 0.1 : (back - z - drape(x)) * 0.75;
  const platform = (x: number, y: number, z: number): number =>
    box(x, y - 0.38, z - stage - 2.2, half, 0.42, 2.3, 0.02);
  const screens = (x: number, y: number, z: number): number =>
    plan.screens ? box(Math.abs(x) - half + 1.7, y - 3.1, z - back + 0.45, 1.55, 0.95, 0.05, 0.02) : 9;
  const shell = (x: number, y: number, z: number): number => Math.min(y, 5.4 - y, half - Math.abs(x), z + 9);

  const surface = (x: number, y: number, z: number, nx: number, ny: number): Surface => {
    const e = 0.012;
    if (audience(x, y, z) < e) {
      const { i, j, lx, lz } = place(x, z);
      const p = pick(i, j);
      if (p < 0.05 || box(lx, y - 0.66, lz + 0.2, 0.25, 0.34, 0.035, 0.03) < e) return plain(SEAT);
      return plain(seatedColour(lx + (p - 0.5) * 0.08, y, lz - 0.02, lift(p), p));
    }
    if (speaker(x, y, z) < e)
      return plain(standingColour(x + 3.6, y - 0.8, -(z - stage - 1.62), 1.14, colour("#20283a"), RED));
    if (podium(x, y, z) < e) return podiumSurface(x, y, z - stage);
    if (bench(x, y, z) < e) {
      const i = Math.min(2, Math.max(-2, Math.round((x - 1.5) / 0.92)));
      return plain(
        seatedColour(x - 1.5 - i * 0.92, y - 0.85, -(z - stage - 2.75), lift(pick(i, 90)), pick(i, 91)),
      );
    }
    if (table(x, y, z) < e) return plain(scale(CLOTH, 0.85 + 0.15 * Math.sin(x * 30)));
    if (screens(x, y, z) < e)
      return {
        colour: [0, 0, 0],
        gloss: 0,
        glow: linkedHall(Math.abs(x) - half + 3.25, y - 2.15, 1.034, 0.634, x < 0 ? 40 : 0, noise),
      };
    if (curtain(x, y, z) < 0.02) {
      const emblem = star(x, y - 3.55, 0.52);
      if (emblem < 0) return { colour: GOLD, gloss: 0.1, glow: scale(GOLD, 0.95) };
      return plain(y > 4.85 ? mix(RED, GOLD, y < 4.92 ? 0.8 : 0.05) : RED);
    }
    if (platform(x, y, z) < e)
      return ny > 0.5 ? { colour: scale(WOOD, 1.15), gloss: 0.06, glow: null } : plain(scale(WOOD, 0.8));
    if (y < e)
      return Math.abs(x) < 0.62 && z < stage
        ? plain(CLOTH)
        : { colour: scale(FLOOR, 0.9 + 0.2 * noise.at(x * 3, z * 0.6)), gloss: 0.05, glow: null };
    if (y > 5.38) return ceiling(x, z);
    return wall(x, y, z, nx, plan.daylight);
  };

  const warm = colour("#ffe2b8");
  return drawScene(
    {
      distance: (x, y, z) => {
        const room = Math.min(shell(x, y, z), curtain(x, y, z), screens(x, y, z));
        if (z < stage - 1.2) return Math.min(room, stage - z - 0.6, audience(x, y, z));
        const floor = Math.min(room, platform(x, y, z), audience(x, y, z));
        return y > 2.9
          ? Math.min(floor, y - 2.7)
          : Math.min(floor, podium(x, y, z), speaker(x, y, z), table(x, y, z), bench(x, y, z));
      },
      surface,
      lamps: [
        { at: [0, 5.2, stage - 2.5], colour: scale(warm, 0.85), softness: 0.2 },
        {
          at: [half * 0.6, 5.1, 3],
          colour: scale(mix(warm, colour("#dfe9ff"), plan.daylight), 0.45),
          softness: 0.3,
        },
        {
          at: [-half * 0.9, 3.2, stage * 0.45],
          colour: scale(mix(warm, colour("#fff3d6"), 0.5), 0.15 + 0.5 * plan.daylight),
          softness: 0.25,
        },
      ],
      ambient: { above: scale(colour("#fff0dc"), 0.42), below: scale(colour("#d9a98a"), 0.24) },
      background: () => [0, 0, 0],
      haze: { colour: scale(colour("#f0c9a0"), 0.5), distance: 130 },
      eye: plan.eye,
      target: [plan.target[0], plan.target[1], back],
      spread: plan.spread,
      far: 70,
    },
    width,
    height,
  );
}

function podiumSurface(x: number, y: number, z: number): Surface {
  const front = z < 0.9;
  const emblem = front && star(x + 3.6, y - 1.45, 0.12) < 0;
  return { colour: emblem ? GOLD : scale(WOOD, 0.85), gloss: 0.05, glow: null };
}

function ceiling(x: number, z: number): Surface {
  const lx = Math.abs(((x + 100) % 2.4) - 1.2);
  const lz = Math.abs(((z + 100) % 2.8) - 1.4);
  const panel = lx < 0.3 && lz < 0.55;
  return { colour: colour("#f3ece0"), gloss: 0, glow: panel ? [1.9, 1.75, 1.45] : null };
}

function wall(x: number, y: number, z: number, nx: number, daylight: number): Surface {
  const along = ((z + 100) % 3.2) - 1.6;
  if (Math.abs(nx) > 0.5 && Math.abs(along) < 0.85 && y > 1.3 && y < 3.9) {
    const bar =
      Math.abs(along) < 0.03 || Math.abs(along) > 0.8 || Math.abs(y - 2.6) < 0.03 || y > 3.84 || y < 1.36;
    if (bar) return plain(WOOD);
    const pane = mix(colour("#4d3a34"), colour("#eaf3ff"), daylight * (0.75 + 0.25 * (y - 1.3)));
    return { colour: pane, gloss: 0, glow: scale(pane, 0.35 + daylight * 1.1) };
  }
  return plain(y < 1.05 ? scale(WOOD, Math.abs(((x + z + 100) % 0.5) - 0.25) < 0.012 ? 0.55 : 1) : CREAM);
}
