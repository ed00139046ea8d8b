import { colour, mix, scale, type Colour } from "../colour.ts";
import type { Noise } from "../noise.ts";
import { CREAM, GOLD, INK, RED, WOOD } from "./interior.ts";

/* What screens show: flat pictures, coordinates in metres from the lower left corner unless said otherwise. */

/** A grid of linked meeting rooms, each `w` by `h`; `shift` makes another set. */
export function linkedHall(x: number, y: number, w: number, h: number, shift: number, noise: Noise): Colour {
  const i = Math.floor(x / w);
  const j = Math.floor(y / h);
  const a = x / w - i;
  const b = y / h - j;
  if (a < 0.012 || a > 0.988 || b < 0.018 || b > 0.982) return [0.015, 0.015, 0.02];
  const tone = noise.cell(i + shift, j);
  const bright = 0.45 + 0.45 * noise.cell(i + 5 + shift, j + 9);
  if (b < 0.11)
    return a < 0.3 + 0.25 * tone && b > 0.035 && b < 0.08 && a > 0.05
      ? [0.75, 0.75, 0.72]
      : [0.05, 0.07, 0.12];
  const floor = 0.5 + 0.1 * tone;
  const people = crowd(a + tone, (floor + 0.06 - b) / (floor - 0.05), tone, noise);
  if (people !== null) return scale(people, bright);
  if (b < floor) return scale(WOOD, bright * 0.45);
  const middle = 0.35 + 0.3 * tone;
  if (Math.abs(a - middle) < 0.26 && b < 0.93) {
    const emblem = Math.hypot((a - middle) * w, (b - 0.79) * h) < 0.035;
    return emblem ? GOLD : scale(RED, bright * (1.05 + 0.2 * Math.sin(a * 110)));
  }
  return scale(
    CREAM,
    bright * (0.5 + 0.4 * b) * (Math.abs(a - middle) > 0.42 && b > 0.62 && b < 0.86 ? 1.5 : 1),
  );
}

/** Rows of heads and shoulders; `depth` 0 far, 1 near; `null` between them. */
function crowd(across: number, depth: number, tone: number, noise: Noise): Colour | null {
  for (let row = 3; row >= 0; row--) {
    const pitch = 0.088 + 0.036 * row;
    const shifted = (across + row * 0.31) / pitch;
    const seat = Math.floor(shifted);
    const lx = (shifted - seat - 0.5) * pitch * 1.7;
    const ly = depth - 0.12 - row * 0.23;
    if (Math.hypot(lx / (pitch * 0.36), ly / (pitch * 0.62)) < 1) return [0.05, 0.04, 0.035];
    if (Math.hypot(lx / (pitch * 0.78), (ly - pitch * 1.25) / (pitch * 0.95)) < 1) {
      return mix(CREAM, colour("#27344f"), noise.cell(seat + row * 17, Math.floor(tone * 50)));
    }
  }
  return null;
}

/** Sound waves and level bars on the monitor of a mixing desk; coordinates of the desk. */
export function mixer(x: number, y: number, noise: Noise): Colour {
  const dark: Colour = [0.012, 0.02, 0.035];
  const v = y - 0.83;
  if (v > 0.33) return [0.1, 0.13, 0.2];
  if (v > 0.13) {
    const line = v > 0.23 ? 0.28 : 0.18;
    const swing =
      0.04 * Math.abs(noise.fractal(x * 14, line * 40, 4)) * (0.4 + noise.cell(Math.floor(x * 3), 2));
    return Math.abs(v - line) < 0.003 + swing ? scale(colour("#59c2a4"), 0.9) : dark;
  }
  const column = Math.floor(x * 40);
  const level = 0.03 + 0.08 * noise.cell(column, 3);
  const slot = x * 40 - column;
  return slot > 0.25 && v > 0.015 && v < level ? mix(colour("#3fa364"), colour("#e2b13c"), v * 9) : dark;
}

/** A slide with a title bar and rising columns, about its middle. */
export function slide(x: number, y: number): Colour {
  if (y > 0.4) return Math.abs(y - 0.52) < 0.035 && Math.abs(x + 0.2) < 0.7 ? [1, 1, 1] : scale(RED, 0.9);
  const column = Math.floor((x + 1.05) / 0.3);
  const within = Math.abs(x + 1.05 - (column + 0.5) * 0.3) < 0.09;
  const top = -0.34 + 0.11 * column + 0.05 * ((column * 7) % 3);
  if (within && column >= 0 && column < 7 && y > -0.5 && y < top)
    return column % 2 === 0 ? scale(RED, 1.1) : scale(GOLD, 0.95);
  return Math.abs(y + 0.51) < 0.008 ? INK : [0.86, 0.85, 0.81];
}
