import type { Canvas } from "../canvas.ts";
import { colour, mix, scale, smoothstep } from "../colour.ts";
import { drawLandscape } from "../heightfield.ts";
import { createNoise } from "../noise.ts";
import { LIGHTS, type Hour } from "./lights.ts";

const STEP = 5;
const BANK = colour("#5d5a33");
const EARTH = colour("#6b5237");
const YOUNG = colour("#7fa23c");
const RIPE = colour("#d8ac3a");
const FOREST = colour("#2f4a2c");

/** Rice terraces on hillsides; `season` 0: flooded fields, 1: green, 2: ripe. */
export function drawTerraces(
  seed: number,
  hour: Hour,
  season: 0 | 1 | 2,
  width: number,
  height: number,
): Canvas {
  const noise = createNoise(seed);
  const hills = (x: number, z: number): number => {
    const rise = 38 + Math.min(z, 1500) * 0.085;
    const near = 62 * noise.fractal(x * 0.0038 + 3, z * 0.0032, 3);
    const range = smoothstep(1100, 3600, z);
    const mountains = range === 0 ? 0 : range * 620 * noise.ridged(x * 0.0004 + 9, z * 0.0004, 5) ** 1.5;
    return rise + near + mountains - smoothstep(120, 0, z) * 30;
  };
  const terrace = (x: number, z: number): { level: number; part: number; raw: number } => {
    const raw = hills(x, z) + 1.4 * noise.at(x * 0.03, z * 0.03);
    const level = Math.floor(raw / STEP);
    return { level, part: raw / STEP - level, raw };
  };
  const wild = (z: number, raw: number): number =>
    Math.max(smoothstep(520, 900, z), smoothstep(150, 190, raw));
  return drawLandscape(
    {
      height: (x, z) => {
        const { level, part, raw } = terrace(x, z);
        const stepped = (level + smoothstep(0.68, 1, part)) * STEP;
        const woods = wild(z, raw);
        return stepped + (raw - stepped) * woods + woods * 9 * noise.fractal(x * 0.05, z * 0.05, 3);
      },
      ground: (x, z, _height, steepness, distance) => {
        const { level, part, raw } = terrace(x, z);
        const fine = noise.fractal(x * 0.25, z * 0.25, 3);
        const woods = mix(
          scale(FOREST, 0.8 + 0.9 * (0.5 + noise.fractal(x * 0.02, z * 0.02, 4))),
          EARTH,
          smoothstep(0.9, 1.6, steepness) * 0.5,
        );
        if (wild(z, raw) > 0.5) return { colour: woods, gloss: 0, flat: false };
        if (part > 0.66)
          return {
            colour: scale(mix(BANK, YOUNG, 0.3 + 0.5 * fine), 0.75 + 0.4 * fine),
            gloss: 0,
            flat: false,
          };
        const plot = noise.cell(level * 7 + Math.floor((x + 400 * noise.at(level * 0.9, 3)) / 46), level);
        const edge = smoothstep(0.6, 0.66, part) + smoothstep(0.05, 0.0, part);
        const crop = season === 2 ? mix(RIPE, YOUNG, plot * 0.45) : mix(YOUNG, RIPE, plot * 0.35);
        const wet = season === 0 ? plot < 0.82 : plot < 0.12;
        if (wet) return { colour: mix(EARTH, BANK, edge), gloss: 0.86 * (1 - edge), flat: true };
        return {
          colour: scale(mix(crop, BANK, edge * 0.7), 0.8 + 0.5 * fine * smoothstep(400, 60, distance)),
          gloss: 0,
          flat: true,
        };
      },
      light: LIGHTS[hour],
      noise,
      eye: 138,
      horizon: 0.47,
      spread: 1.15,
      near: 22,
      far: 7000,
      hazeDistance: 5200,
      mist: { top: 170, strength: 0.22 },
    },
    width,
    height,
  );
}
