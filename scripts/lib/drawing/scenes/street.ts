import type { Canvas } from "../canvas.ts";
import { add, clamp, colour, mix, scale, type Colour } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { ball, box, pillar, rod, star } from "../solids.ts";
import { GOLD, LEAF, plain, WOOD } from "./interior.ts";
import { LIGHTS, type Hour } from "./lights.ts";
import { under } from "./outdoors.ts";

const FLAG = colour("#c8171d");
const HOUSES = [
  colour("#e3bd6a"),
  colour("#e9d9b0"),
  colour("#c98f5c"),
  colour("#b9c7b4"),
  colour("#d9a27e"),
  colour("#cfd6da"),
] as const;

/** A street of old houses hung with national flags. */
export function drawStreet(seed: number, hour: Hour, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const light = LIGHTS[hour];
  const house = (x: number, z: number): { j: number; tall: number; pick: number; lz: number } => {
    const j = Math.floor(z / 4);
    const pick = noise.cell(j + (x < 0 ? 0 : 60), 12);
    return { j, tall: 5.2 + Math.floor(pick * 4) * 1.6, pick, lz: z - (j + 0.5) * 4 };
  };
  const walls = (x: number, y: number, z: number): number => {
    const { tall, pick, lz } = house(x, z);
    const front = 5 + (pick - 0.5) * 0.5;
    const block = box(Math.abs(x) - front - 4, y - tall / 2, lz, 4, tall / 2, 1.97, 0.02);
    const ledge = box(Math.abs(x) - front, y - 3.1, lz, 0.45, 0.08, 1.9, 0.02);
    const eave = box(Math.abs(x) - front - 3.9, y - tall, lz, 4.2, 0.12, 2.0, 0.02);
    const awning =
      rod(Math.abs(x), y, 0, front - 0.9, 2.5, 0, front, 2.85, 0, 0.03) + Math.max(0, Math.abs(lz) - 1.5);
    return Math.min(block, ledge, eave, awning, 2.0 - Math.abs(lz) + 0.25);
  };
  const flags = (x: number, y: number, z: number): number => {
    const { j, lz } = house(x, z);
    if (y < 2.9 || y > 6.2) return Math.max(2.9 - y, y - 6.2) + 0.15;
    const pole = rod(Math.abs(x), y, lz, 4.9, 3.3, 0, 3.3, 5.0, 0, 0.022);
    return Math.min(pole, cloth(x, y, lz, j), 2.0 - Math.abs(lz) + 0.2);
  };
  const cloth = (x: number, y: number, lz: number, j: number): number => {
    const along = (Math.abs(x) - 4.35) * -0.69 + (y - 3.88) * 0.72;
    const down = (Math.abs(x) - 4.35) * 0.72 + (y - 3.88) * 0.69;
    const wave = 0.09 * Math.sin(along * 4.5 + j * 2.1 + (x < 0 ? 0 : 1.4)) * clamp(-down * 1.2 + 0.25);
    return box(along - 0.66, down + 0.45, lz - wave, 0.66, 0.44, 0.008, 0.004) * 0.8;
  };
  const trees = (x: number, y: number, z: number): number => {
    const k = Math.round((z - 6) / 12);
    const lz = z - 6 - k * 12;
    const trunk = pillar(Math.abs(x) - 3.7, y - 2, lz, 0.16 + 0.03 * Math.sin(y * 3), 2.4);
    const crown =
      ball(Math.abs(x) - 3.9, (y - 6.4) * 1.25, lz, 1.9) * 0.75 +
      0.35 * noise.fractal(x * 1.5 + y, lz * 1.5 + y * 1.3, 3);
    return Math.min(trunk, crown * 0.6);
  };
  const surface = (x: number, y: number, z: number, nx: number): Surface => {
    const e = 0.02;
    const { j, lz, pick, tall } = house(x, z);
    if (cloth(x, y, lz, j) < e) {
      const along = (Math.abs(x) - 4.35) * -0.69 + (y - 3.88) * 0.72 - 0.66;
      const down = (Math.abs(x) - 4.35) * 0.72 + (y - 3.88) * 0.69 + 0.45;
      return plain(star(along, down, 0.27) < 0 ? scale(GOLD, 1.1) : FLAG);
    }
    if (flags(x, y, z) < e) return plain(colour("#c9b27a"));
    if (trees(x, y, z) < e)
      return plain(
        y < 4.3 && Math.abs(Math.abs(x) - 3.7) < 0.3
          ? colour("#5c4a38")
          : scale(LEAF, 0.7 + 0.7 * noise.at(x * 5, z * 5 + y * 4) ** 2 + 0.3),
      );
    if (y < e)
      return Math.abs(x) < 3
        ? plain(scale(colour("#77736d"), 0.85 + 0.3 * noise.fractal(x * 2, z * 2, 4)))
        : plain(scale(colour("#a8988a"), Math.abs(((z + 500) % 0.5) - 0.25) > 0.23 ? 0.7 : 1));
    const paint = HOUSES[Math.floor(pick * 61) % HOUSES.length] ?? GOLD;
    if (y > tall - 0.14) return plain(colour("#9a4a35"));
    const storey = ((y - 0.1) % 3.1) - 1.5;
    const bay = Math.abs(Math.abs(lz) - 0.85);
    if (Math.abs(nx) > 0.5 && bay < 0.5 && Math.abs(storey) < 0.95) {
      const slat = y > 3.2 && bay > 0.06;
      return plain(
        y < 3
          ? scale(WOOD, bay < 0.44 ? 0.35 : 0.9)
          : slat
            ? scale(
                pick > 0.5 ? colour("#3f6a55") : colour("#57503f"),
                0.8 + 0.3 * (Math.sin(y * 60) > 0 ? 1 : 0),
              )
            : colour("#f1e6c8"),
      );
    }
    return plain(scale(paint, 0.86 + 0.3 * noise.fractal(z * 0.7, y * 0.7, 4)));
  };
  return drawScene(
    {
      ...under(light, noise),
      distance: (x, y, z) =>
        Math.min(y + (Math.abs(x) > 3 ? -0.12 : 0) + 0.12, walls(x, y, z), flags(x, y, z), trees(x, y, z)),
      surface,
      lamps: [{ at: [-26, 40, -14], colour: scale(light.sun, 0.62), softness: 0.06 }],
      haze: { colour: scale(light.haze, 0.85), distance: 260 },
      eye: [0.8, 1.75, -3],
      target: [-0.25, 3.1, 14],
      spread: 1.25,
      far: 130,
    },
    width,
    height,
  );
}

/** Rows of straight trunks along a track, low sun between them; `tapped` trunks bear the cuts of rubber trees. */
export function drawForest(
  seed: number,
  hour: Hour,
  track: Colour,
  tapped: boolean,
  width: number,
  height: number,
): Canvas {
  const noise = createNoise(seed);
  const light = LIGHTS[hour];
  const ground = (x: number, z: number): number =>
    0.22 * noise.at(x * 0.5, z * 0.3) + 0.05 * noise.at(x * 3, z * 3) - (Math.abs(x) < 1.6 ? 0.08 : 0);
  const trunks = (x: number, y: number, z: number): number => {
    const across = Math.abs(x) - 2.6;
    const i = Math.max(0, Math.round(across / 3.4));
    const j = Math.round(z / 2.7);
    const p = noise.cell(i + (x < 0 ? 30 : 0), j);
    const lx = across - i * 3.4 - (p - 0.5) * 0.5 - 0.02 * y * (p - 0.4) * 2;
    const lz = z - j * 2.7 - (noise.cell(j, i + 9) - 0.5) * 0.5;
    const bark = pillar(lx, y - 4.5, lz, 0.17 + 0.05 * p - y * 0.008 + 0.05 * Math.exp(-y * 2.2), 5.5);
    const limb = rod(Math.abs(lx), y, lz, 0, 5.2 + p, 0, 1.1, 7.4, 0.3 - p * 0.6, 0.06);
    return Math.min(
      bark,
      limb,
      1.62 - Math.max(Math.abs(across - i * 3.4), Math.abs(z - j * 2.7)) + 0.3 + Math.max(0, -across - 1.7),
    );
  };
  const canopy = (x: number, y: number, z: number): number =>
    y < 5
      ? 6.2 - y
      : (6.9 + 2.2 * noise.fractal(x * 0.35, z * 0.35, 4) - y + 0.7 * noise.at(x * 1.7, z * 1.7 + y)) * 0.5;
  const surface = (x: number, y: number, z: number): Surface => {
    if (canopy(x, y, z) < 0.03)
      return plain(scale(mix(LEAF, colour("#a9b84a"), clamp(0.5 + noise.at(x * 1.2, z * 1.2))), 1.2));
    if (y - ground(x, z) < 0.03) {
      const leafy = noise.fractal(x * 4, z * 4, 4);
      const wheel = Math.abs(Math.abs(x) - 0.75) < 0.28;
      const floor = mix(colour("#7a5a34"), colour("#8a8a3e"), clamp(0.45 + leafy * 1.4));
      return plain(
        Math.abs(x) < 1.5 + 0.3 * noise.at(z * 0.8, 2)
          ? scale(track, (wheel ? 0.95 : 0.72) + 0.35 * leafy)
          : floor,
      );
    }
    const cut =
      tapped && y > 0.7 && y < 1.6 && Math.abs(((y * 3 + Math.atan2(x, z) + 10) % 0.5) - 0.25) < 0.03;
    return plain(
      cut ? colour("#d8c7a4") : scale(colour("#8c7f6c"), 0.75 + 0.6 * noise.fractal(x * 9, y * 2.2, 3)),
    );
  };
  return drawScene(
    {
      ...under(light, noise),
      distance: (x, y, z) => Math.min((y - ground(x, z)) * 0.8, trunks(x, y, z), canopy(x, y, z)),
      surface,
      lamps: [
        { at: [9, 5.2, 46], colour: scale(light.sun, 0.85), softness: 0.08 },
        { at: [-5, 5, -7], colour: scale(light.sun, 0.62), softness: 0.4 },
      ],
      background: (dx, dy, dz) => {
        const glow = clamp(dx * 0.16 + dy * 0.06 + dz * 0.985);
        return add(scale(light.haze, 0.95), light.sun, 0.5 * glow ** 30);
      },
      haze: { colour: add(scale(light.haze, 0.7), light.sun, 0.1), distance: 95 },
      eye: [0.35, 1.55, -2],
      target: [0.5, 1.95, 12],
      spread: 1.1,
      far: 90,
    },
    width,
    height,
  );
}
