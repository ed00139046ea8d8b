import type { Canvas } from "../canvas.ts";
import { add, clamp, colour, mix, scale, smoothstep } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { skyLight } from "../sky.ts";
import { ball, egg, box, pillar, rod } from "../solids.ts";
import { glossy, glowing, LEAF, plain } from "./interior.ts";
import { LIGHTS, type Hour } from "./lights.ts";
import { under } from "./outdoors.ts";

/** A lotus in flower on a still pond. */
export function drawLotus(seed: number, hour: Hour, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const light = LIGHTS[hour];
  const petals = (
    x: number,
    y: number,
    z: number,
    open: number,
    count: number,
    turn: number,
    size: number,
  ): number => {
    const step = (2 * Math.PI) / count;
    const angle = Math.atan2(z, x) + turn;
    const a = angle - Math.round(angle / step) * step;
    const r = Math.sqrt(x * x + z * z);
    const [px, pz] = [r * Math.cos(a), r * Math.sin(a)];
    const [u, v] = [px * Math.cos(open) + y * Math.sin(open), y * Math.cos(open) - px * Math.sin(open)];
    const cup = v + (1.6 * (pz * pz)) / size - (0.9 * (u - size * 0.5) ** 2) / size + 0.1 * size;
    const outline =
      Math.sqrt(
        ((u - size * 0.55) / (size * 0.58)) ** 2 + (pz / (size * 0.27 * (1.15 - 0.35 * (u / size)))) ** 2,
      ) - 1;
    return Math.max(Math.abs(cup) - 0.006, outline * size * 0.25) * 0.55;
  };
  const flower = (x: number, y: number, z: number): number => {
    const around = ball(x, y - 0.2, z, 0.62);
    if (around > 0.1) return around;
    const rings = Math.min(
      petals(x, y, z, 0.35, 8, 0, 0.52),
      petals(x, y - 0.02, z, 0.75, 8, 0.4, 0.48),
      petals(x, y - 0.03, z, 1.12, 6, 0.1, 0.42),
    );
    return Math.min(rings, pillar(x, y - 0.12, z, 0.085 + (y - 0.1) * 0.3, 0.07));
  };
  const bud = (x: number, y: number, z: number): number =>
    Math.min(egg(x, y - 0.95, z, 0.13, 0.24, 0.13), rod(x, y, z, 0, -0.2, 0, 0, 0.8, 0, 0.018));
  const stem = (x: number, y: number, z: number): number => rod(x, y, z, 0.05, -0.2, 0, 0, 0.55, 0, 0.022);
  const leaf = (x: number, y: number, z: number): number => {
    const [i, j] = [Math.round(x / 1.5), Math.round(z / 1.3)];
    const p = noise.cell(i, j);
    const q = noise.cell(i + 40, j + 9);
    const [lx, lz] = [x - i * 1.5 - (p - 0.5) * 0.5, z - j * 1.3 - (q - 0.5) * 0.4];
    if (p < 0.2 || (Math.abs(i) < 1 && j === 0)) return 0.5;
    const r = Math.sqrt(lx * lx + lz * lz);
    const raise = 0.03 + q * q * 0.42;
    const disc = Math.max(
      Math.abs(y - raise - 0.22 * r * r * (q - 0.3) - 0.012 * Math.sin(Math.atan2(lz, lx) * 9) * r) - 0.008,
      r - 0.45 - p * 0.22,
    );
    return Math.min(disc * 0.7, q > 0.5 ? rod(lx, y, lz, 0, -0.2, 0, 0, raise, 0, 0.014) : 9, 0.5);
  };
  const surface = (x: number, y: number, z: number): Surface => {
    if (flower(x, y - 0.55, z) < 0.006) {
      const r = Math.hypot(x, y - 0.6, z);
      if (Math.hypot(x, z) < 0.13 && y < 0.78) return plain(colour("#d7b93c"));
      return plain(mix(colour("#fbe9ec"), colour("#e06a92"), smoothstep(0.12, 0.55, r)));
    }
    if (bud(x - 1.05, y, z - 0.9) < 0.006)
      return plain(y > 0.72 ? mix(colour("#f2c4d0"), colour("#d94f80"), clamp((y - 0.75) * 2.2)) : LEAF);
    if (stem(x, y, z) < 0.006) return plain(LEAF);
    if (leaf(x, y, z) < 0.008) {
      const vein = Math.abs(noise.at(x * 2, z * 2)) < 0.04;
      return glossy(
        scale(
          mix(colour("#3f7a45"), colour("#7fae5c"), clamp(0.4 + noise.fractal(x * 1.3, z * 1.3, 3))),
          vein ? 1.15 : 0.95,
        ),
        0.03,
      );
    }
    return glossy(colour("#1d3a3a"), 0.42);
  };
  const ripple = (x: number, z: number): number =>
    0.006 * noise.at(x * 2.2, z * 3.4) + 0.003 * noise.at(x * 7, z * 9);
  return drawScene(
    {
      ...under(light, noise),
      distance: (x, y, z) => {
        const water = y - ripple(x, z);
        if (y > 1.3) return y - 1.2;
        return Math.min(
          water,
          flower(x, y - 0.55, z),
          bud(x - 1.05, y, z - 0.9),
          stem(x, y, z),
          leaf(x, y, z),
        );
      },
      surface,
      lamps: [
        { at: [-14, 16, -16], colour: scale(light.sun, 0.62), softness: 0.1 },
        { at: [6, 9, 14], colour: scale(light.sun, 0.4), softness: 0.2 },
      ],
      haze: { colour: light.haze, distance: 48 },
      eye: [-0.35, 1.12, -2.3],
      target: [0.28, 0.62, 0.3],
      spread: 0.98,
      far: 60,
    },
    width,
    height,
  );
}

/** Small lamps in rows on dark steps at nightfall, for days of remembrance. */
export function drawLamps(seed: number, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const dusk = LIGHTS.dusk;
  const cell = (x: number, z: number): { lx: number; lz: number; p: number; step: number } => {
    const [i, j] = [Math.round(x / 0.62), Math.round(z / 0.8)];
    const p = noise.cell(i + 50, j + 50);
    return {
      lx: x - i * 0.62 - (p - 0.5) * 0.1,
      lz: z - j * 0.8,
      p,
      step: Math.min(9, Math.max(0, j)) * 0.16,
    };
  };
  const glass = (x: number, y: number, z: number): number => {
    const { lx, lz, step } = cell(x, z);
    return Math.min(pillar(lx, y - step - 0.1, lz, 0.07, 0.09), 0.3);
  };
  const flame = (x: number, y: number, z: number): number => {
    const { lx, lz, step, p } = cell(x, z);
    return egg(lx - (p - 0.5) * 0.015, y - step - 0.25, lz, 0.022, 0.06, 0.022);
  };
  const steps = (x: number, y: number, z: number): number => {
    const j = Math.min(9, Math.max(0, Math.round(z / 0.8)));
    const riser = (level: number): number =>
      box(0, y - level * 0.16 + 1, z - level * 0.8 - 4.6, 60 + x * 0, 1, 5, 0.01);
    return Math.min(riser(j), riser(Math.min(9, j + 1)));
  };
  const surface = (x: number, y: number, z: number): Surface => {
    if (flame(x, y, z) < 0.006) return glowing([3.2, 2.1, 0.8]);
    if (glass(x, y, z) < 0.006) {
      const { step } = cell(x, z);
      return glowing(scale(colour("#d8451f"), 0.5 + 4.2 * clamp(y - step)));
    }
    const { lx, lz, step } = cell(x, z);
    const near = Math.exp(-(lx * lx + lz * lz) * 14) * (y < step + 0.03 ? 1 : 0.5);
    return {
      colour: add(
        scale(colour("#6f6a70"), 0.7 + 0.4 * noise.fractal(x * 2, z * 2 + y, 4)),
        colour("#ff8a3a"),
        near * 1.8,
      ),
      gloss: 0.05,
      glow: null,
    };
  };
  return drawScene(
    {
      ...under(dusk, noise),
      ambient: { above: scale(colour("#7f8fc0"), 0.3), below: scale(colour("#c07a50"), 0.12) },
      distance: (x, y, z) =>
        Math.min(
          steps(x, y, z),
          y > 2.4 ? y - 2.2 : Math.min(glass(x, y, z), flame(x, y, z)),
          0.9 + Math.abs(y),
        ),
      surface,
      lamps: [{ at: [-6, 6, -8], colour: scale(colour("#b7c3ea"), 0.25), softness: 0.3 }],
      background: (dx, dy, dz) => scale(skyLight(dusk, noise, dx, Math.max(0.01, dy), dz), 0.34),
      haze: { colour: scale(colour("#6b5a72"), 0.35), distance: 30 },
      eye: [-0.5, 1.0, -2.2],
      target: [0.1, 0.78, 3],
      spread: 1.0,
      far: 60,
    },
    width,
    height,
  );
}
