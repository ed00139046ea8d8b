import type { Canvas } from "../canvas.ts";
import { clamp, colour, mix, scale, smoothstep } from "../colour.ts";
import { drawLandscape, type Ground, type Landscape } from "../heightfield.ts";
import { createNoise, type Noise } from "../noise.ts";
import { LIGHTS, type Hour } from "./lights.ts";

const FOREST = colour("#33502c");
const ROCK = colour("#8b8577");
const GRASS = colour("#7d8f45");
const TEA = colour("#4c8a2e");
const EARTH = colour("#8a5a3c");
const ROAD = colour("#b9b2a2");

/** Grey limestone peaks over a valley, with a pass road along the slope. */
export function drawKarst(seed: number, hour: Hour, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const height0 = (x: number, z: number): number => {
    const far = smoothstep(500, 2200, z);
    const peaks = noise.ridged(x * 0.0016 + 4, z * 0.0013, 5) ** 2.1 * (150 + 560 * far);
    const valley = 90 * smoothstep(260, 60, Math.abs(x + 70 * Math.sin(z * 0.0035)));
    return 46 + peaks + z * 0.02 - valley * (0.6 + 0.4 * far);
  };
  const road = (x: number, z: number, raw: number): number =>
    Math.abs(raw - 78 - z * 0.024 - 9 * noise.at(x * 0.004, 2)) - 2.2;
  return drawLandscape(
    {
      ...outlook(noise, hour),
      height: (x, z) => {
        const raw = height0(x, z);
        const bench = z < 900 && Math.abs(raw - 78 - z * 0.024) < 14 && road(x, z, raw) < 0 ? 0 : 1;
        return raw + bench * (10 * noise.fractal(x * 0.03, z * 0.03, 4) * clamp(raw / 120));
      },
      ground: (x, z, tall, steepness) => {
        const raw = height0(x, z);
        if (z < 900 && road(x, z, raw) < 0) return dull(ROAD, true);
        const patch = noise.fractal(x * 0.012, z * 0.012, 5);
        const green = mix(scale(FOREST, 0.9 + patch), GRASS, smoothstep(-0.1, 0.35, patch));
        if (tall < 12)
          return dull(mix(colour("#c2b04a"), colour("#6f9a3a"), noise.cell(x / 22, z / 16)), true);
        return dull(
          mix(
            green,
            scale(ROCK, 0.75 + 0.6 * noise.fractal(x * 0.08, tall * 0.09 + z * 0.05, 4)),
            smoothstep(0.75, 1.25, steepness + patch * 0.4),
          ),
        );
      },
      eye: 150,
    },
    width,
    height,
  );
}

/** Rows of tea that follow rolling hills, with shade trees. */
export function drawTea(seed: number, hour: Hour, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const hills = (x: number, z: number): number =>
    34 +
    52 * noise.fractal(x * 0.0042, z * 0.0038, 2) +
    Math.min(z, 1400) * 0.06 +
    smoothstep(1000, 4200, z) * 420 * noise.ridged(x * 0.0005, z * 0.0005, 5) ** 1.6;
  const row = (x: number, z: number): number => {
    const along = x * 0.55 + 46 * noise.at(x * 0.006 + 5, z * 0.006) + z * 0.5;
    return Math.abs(((((along / 3.4) % 1) + 1) % 1) - 0.5) * 2;
  };
  const track = (x: number, z: number): number =>
    Math.abs(x - 30 - 60 * Math.sin(z * 0.008 + 0.6) + z * 0.12) - 3.2 - z * 0.002;
  const tree = (x: number, z: number): number => {
    const [i, j] = [Math.floor(x / 64), Math.floor(z / 64)];
    if (noise.cell(i, j) > 0.34 || z < 120) return 0;
    const r = Math.hypot(
      x - (i + 0.3 + 0.4 * noise.cell(i + 9, j)) * 64,
      z - (j + 0.3 + 0.4 * noise.cell(i, j + 9)) * 64,
    );
    return r < 7 ? Math.sqrt(49 - r * r) * (1.5 + 0.4 * noise.at(x * 0.4, z * 0.4)) : 0;
  };
  return drawLandscape(
    {
      ...outlook(noise, hour),
      height: (x, z) => {
        const woods = smoothstep(900, 1300, z);
        const bush =
          track(x, z) < 0
            ? 0
            : 1.5 * smoothstep(0.12, 0.5, row(x, z)) * (1 - woods) + 0.25 * noise.at(x * 0.9, z * 0.9);
        return (
          hills(x, z) + bush + (z < 1300 ? tree(x, z) : 0) + woods * 10 * noise.fractal(x * 0.05, z * 0.05, 3)
        );
      },
      ground: (x, z) => {
        const fine = 0.5 + noise.fractal(x * 0.4, z * 0.4, 3);
        if (z < 1300 && tree(x, z) > 0.6) return dull(scale(FOREST, 0.7 + 0.6 * fine));
        if (z > 1100) return dull(scale(FOREST, 0.8 + 0.8 * noise.fractal(x * 0.01, z * 0.01, 4)));
        if (track(x, z) < 0) return dull(scale(EARTH, 0.8 + 0.4 * fine));
        const leaf = mix(
          scale(TEA, 0.55),
          scale(TEA, 1.25),
          smoothstep(0.3, 1, row(x, z)) * (0.6 + 0.5 * fine),
        );
        return dull(
          mix(EARTH, mix(leaf, GRASS, 0.25 * noise.cell(x / 70, z / 70)), smoothstep(0.05, 0.3, row(x, z))),
        );
      },
      eye: 92,
    },
    width,
    height,
  );
}

/** A town of stepped roofs on misty slopes. */
export function drawTown(seed: number, hour: Hour, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const slope = (x: number, z: number): number =>
    20 +
    46 * noise.fractal(x * 0.003 + 2, z * 0.003, 3) +
    z * 0.09 -
    40 * smoothstep(300, 0, z) +
    smoothstep(800, 3600, z) * 720 * noise.ridged(x * 0.00045 + 3, z * 0.00045, 5) ** 1.5;
  const house = (x: number, z: number): { roof: number; pick: number; edge: boolean } => {
    z += 24 * Math.sin(x * 0.013);
    const [i, j] = [Math.floor(x / 17), Math.floor((z + 7 * noise.cell(Math.floor(x / 17), 5)) / 21)];
    const pick = noise.cell(i, j);
    z += 7 * noise.cell(i, 5);
    const crowd = noise.fractal(i * 0.11, j * 0.11, 2);
    if (z > 900 || z < 60 || pick > 0.62 + crowd * 0.9) return { roof: 0, pick, edge: false };
    const lx = Math.abs(x - (i + 0.5) * 17);
    const lz = Math.abs(z - (j + 0.5) * 21);
    const [a, b] = [5.2 + pick * 2.4, 6 + pick * 3];
    if (lx > a || lz > b) return { roof: 0, pick, edge: false };
    return {
      roof: 6 + Math.floor(pick * 9) * 1.5 + (1 - lx / a) * 3,
      pick,
      edge: lx > a - 0.5 || lz > b - 0.6,
    };
  };
  return drawLandscape(
    {
      ...outlook(noise, hour),
      height: (x, z) => {
        const { roof } = house(x, z);
        if (roof > 0) return slope(Math.floor(x / 17) * 17 + 8, z) + roof;
        return (
          slope(x, z) + (2.5 + 5 * smoothstep(300, 1200, z)) * (0.6 + noise.fractal(x * 0.09, z * 0.09, 4))
        );
      },
      ground: (x, z, tall, steepness) => {
        const { roof, pick, edge } = house(x, z);
        if (roof === 0)
          return dull(
            scale(
              mix(FOREST, GRASS, 0.3 * noise.cell(x / 40, z / 40)),
              0.8 + 0.9 * noise.fractal(x * 0.05, z * 0.05, 4),
            ),
          );
        const tiles =
          [colour("#a4553a"), colour("#8c4034"), colour("#7b7f86"), colour("#b8694a"), colour("#5d7a8c")][
            Math.floor(pick * 50) % 5
          ] ?? ROCK;
        const walls =
          [colour("#eadfc6"), colour("#f0e3b8"), colour("#d9dfe0"), colour("#e5c79a")][
            Math.floor(pick * 90) % 4
          ] ?? ROCK;
        const pane =
          (((tall - slope(x, z)) % 3.1) + 3.1) % 3.1 > 1.3 && (x * 0.9 + z * 1.1 + 1e5) % 2.6 > 1.4;
        return dull(
          edge || steepness > 3 ? (pane && steepness > 3 ? scale(colour("#5f6b74"), 0.7) : walls) : tiles,
        );
      },
      eye: 112,
      mist: { top: 175, strength: 0.75 },
      hazeDistance: 2600,
    },
    width,
    height,
  );
}

function outlook(noise: Noise, hour: Hour): Omit<Landscape, "height" | "ground" | "eye"> {
  return {
    light: LIGHTS[hour],
    noise,
    horizon: 0.42,
    spread: 1.1,
    near: 24,
    far: 8000,
    hazeDistance: 4200,
    mist: { top: 120, strength: 0.3 },
  };
}

function dull(value: Ground["colour"], flat = false): Ground {
  return { colour: value, gloss: 0, flat };
}
