import type { Canvas } from "../canvas.ts";
import { clamp, colour, mix, scale, smoothstep } from "../colour.ts";
import { drawLandscape } from "../heightfield.ts";
import { createNoise } from "../noise.ts";
import { LIGHTS, type Hour } from "./lights.ts";

const SILT = colour("#8a6f4c");
const RICE = colour("#86a83e");
const RIPE = colour("#bfa04a");
const PALM = colour("#3a5a2a");
const FOREST = colour("#35512f");

/** How a plain is laid out. */
export interface PlainPlan {
  readonly seed: number;
  readonly hour: Hour;
  /** Half width of the main river in metres, and how far it swings. */
  readonly river: number;
  readonly swing: number;
  /** Height of mountains around; 0: open to the horizon. */
  readonly mountains: number;
  /** Share of ripe fields, 0 to 1. */
  readonly ripe: number;
  readonly eye: number;
}

/** A river among rice fields and palms; with mountains it is a highland basin. */
export function drawPlain(plan: PlainPlan, width: number, height: number): Canvas {
  const noise = createNoise(plan.seed);
  const channel = (x: number, z: number): number => {
    const main =
      Math.abs(x - plan.swing * Math.sin(z * 0.0042 + 0.5) - 26 * noise.at(z * 0.004, 1)) -
      plan.river -
      z * 0.012;
    const creek = Math.abs(x + z * 0.55 - 260 - 60 * Math.sin(z * 0.01)) - 6 - z * 0.006;
    return Math.min(main, creek);
  };
  const grove = (x: number, z: number): number => {
    const bank = channel(x, z);
    const beside = smoothstep(2, 10, bank) * smoothstep(46, 16, bank);
    const clump = smoothstep(0.12, 0.3, noise.fractal(x * 0.011 + 8, z * 0.007, 3));
    const dense = Math.max(
      beside * smoothstep(-0.25, 0.1, noise.at(x * 0.02, z * 0.012)),
      clump * smoothstep(6, 20, bank),
    );
    return dense * smoothstep(50, 140, z);
  };
  const rim = (x: number, z: number): number =>
    plan.mountains === 0
      ? 0
      : plan.mountains *
        smoothstep(900, 3000, z + Math.abs(x) * 0.5) *
        (0.15 + noise.ridged(x * 0.0006 + 5, z * 0.0006, 5)) ** 1.3;
  return drawLandscape(
    {
      height: (x, z) => {
        const bank = channel(x, z);
        if (bank < 0) return 0;
        const trees = grove(x, z);
        const crown = trees > 0.05 ? trees * (7 + 5 * noise.fractal(x * 0.13, z * 0.13, 3)) : 0;
        const dyke = 0.5 * smoothstep(0.93, 1, edge(x, z)) + 0.12 * noise.at(x * 0.6, z * 0.6);
        return Math.min(1.2, bank * 0.4) + dyke + crown + rim(x, z);
      },
      ground: (x, z, tall, steepness, distance) => {
        const bank = channel(x, z);
        const fine = noise.fractal(x * 0.3, z * 0.12, 3) * smoothstep(500, 60, distance);
        if (bank < 0)
          return { colour: mix(SILT, colour("#54664f"), 0.4), gloss: 0.72 - 0.15 * clamp(fine), flat: true };
        if (rim(x, z) > 26)
          return {
            colour: scale(FOREST, 0.85 + noise.fractal(x * 0.008, z * 0.008, 4)),
            gloss: 0,
            flat: false,
          };
        if (grove(x, z) > 0.05 && tall > 2.2)
          return {
            colour: scale(PALM, 0.75 + 0.9 * noise.fractal(x * 0.16, z * 0.16, 3) + 0.3),
            gloss: 0,
            flat: false,
          };
        if (bank < 2.5) return { colour: SILT, gloss: 0, flat: false };
        if (edge(x, z) > 0.93) return { colour: mix(PALM, SILT, 0.4), gloss: 0, flat: steepness < 0.2 };
        const [bx, bz] = bend(x, z);
        const pick = noise.cell(bx / 62 + 40, bz / 48);
        const crop = pick < plan.ripe ? mix(RIPE, RICE, pick * 0.5) : scale(RICE, 0.75 + pick * 0.4);
        return pick > 0.86
          ? { colour: SILT, gloss: 0.7, flat: true }
          : { colour: scale(crop, 0.9 + 0.35 * fine), gloss: 0, flat: true };
      },
      light: LIGHTS[plan.hour],
      noise,
      eye: plan.eye,
      horizon: 0.44,
      spread: 1.1,
      near: 26,
      far: 9000,
      hazeDistance: 3600,
      mist: { top: 20, strength: 0.12 },
    },
    width,
    height,
  );
}

/** How near a place is to the edge of its field: 1 on the edge. */
function edge(x: number, z: number): number {
  [x, z] = bend(x, z);
  const a = Math.abs(((((x / 62) % 1) + 1.0) % 1) - 0.5) * 2;
  const b = Math.abs(((((z / 48) % 1) + 1.0) % 1) - 0.5) * 2;
  return Math.max(a, b);
}

/** Fields are laid out by hand: their rows turn and swing a little. */
function bend(x: number, z: number): [number, number] {
  return [x * 0.94 + z * 0.3 + 14 * Math.sin(z * 0.011), z * 0.9 - x * 0.26 + 12 * Math.sin(x * 0.013 + 1)];
}
