import type { Canvas } from "../canvas.ts";
import { colour, mix, scale } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { seated, seatedColour } from "../people.ts";
import { box, rod } from "../solids.ts";
import { CREAM, glossy, glowing, lamp, plain, ROOM, WOOD } from "./interior.ts";
import { linkedHall, mixer } from "./screens.ts";

/** A room where linked places are watched on a wall of screens; two people sit at the desk. */
export function drawControlRoom(seed: number, people: number, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const pick = (i: number): number => noise.cell(i + 9, seed % 50);
  const sits = (x: number, y: number, z: number): number => {
    const i = Math.round((x - 0.3) / 1.5);
    if (Math.abs(i) > (people - 1) / 2 + 0.01) return Math.abs(x) - 0.8 < 0.3 ? 0.3 : Math.abs(x) - 0.8;
    const lx = x - 0.3 - i * 1.5;
    return Math.min(
      seated(lx, y, z - 0.1, 0.02 * i, pick(i)),
      box(lx, y - 0.66, z + 0.12, 0.24, 0.3, 0.03, 0.03),
      0.85 - Math.abs(lx),
    );
  };
  const desk = (x: number, y: number, z: number): number =>
    Math.min(
      box(x, y - 0.74, z - 0.95, 3.3, 0.025, 0.42, 0.01),
      box(x, y - 0.36, z - 1.3, 3.3, 0.36, 0.03, 0.01),
    );
  const monitor = (x: number, y: number, z: number): number => {
    const i = Math.min(3, Math.max(-3, Math.round(x / 0.86)));
    const lx = x - i * 0.86;
    return Math.min(
      box(lx, y - 1.0, z - 1.12, 0.33, 0.19, 0.015, 0.01),
      rod(lx, y, z, 0, 0.76, 1.15, 0, 0.9, 1.15, 0.02),
    );
  };
  const wall = (x: number, y: number, z: number): number => box(x, y - 1.95, z - 3.1, 3.02, 1.02, 0.06, 0.01);

  const surface = (x: number, y: number, z: number): Surface => {
    const e = 0.008;
    if (monitor(x, y, z) < e)
      return z < 1.12 && y > 0.83 ? glowing(mixer(x, y, noise)) : glossy([0.03, 0.03, 0.035], 0.1);
    if (wall(x, y, z) < e) return glowing(scale(linkedHall(x + 3, y - 0.95, 1.0, 0.6667, 0, noise), 1.1));
    if (sits(x, y, z) < e) {
      const i = Math.round((x - 0.3) / 1.5);
      const lx = x - 0.3 - i * 1.5;
      if (box(lx, y - 0.66, z + 0.12, 0.24, 0.3, 0.03, 0.03) < e) return plain([0.04, 0.045, 0.06]);
      return plain(seatedColour(lx, y, z - 0.1, 0.02 * i, pick(i)));
    }
    if (desk(x, y, z) < e) return glossy(scale(WOOD, 0.7), 0.12);
    if (y < e) return glossy(colour("#3c3f49"), 0.14);
    return plain(mix(colour("#39404f"), CREAM, 0.08));
  };
  return drawScene(
    {
      ...ROOM,
      ambient: { above: scale(colour("#cfd9f2"), 0.2), below: scale(colour("#8a93b0"), 0.14) },
      haze: { colour: scale(colour("#8fa3c8"), 0.3), distance: 60 },
      distance: (x, y, z) =>
        Math.min(
          y,
          3.4 - y,
          3.2 - z,
          z + 5,
          4.4 - Math.abs(x),
          wall(x, y, z),
          y > 1.7 ? y - 1.5 : Math.min(desk(x, y, z), monitor(x, y, z), sits(x, y, z)),
        ),
      surface,
      lamps: [
        lamp(0, 1.9, 2.3, 0.5, 0.9, 0.6),
        lamp(-1.5, 3.2, -1.2, 0.42, 0.2, 0.3),
        lamp(2.6, 3.2, 0.4, 0.3, 0.4, 0.3),
      ],
      eye: [-1.5, 1.78, -2.5],
      target: [0.12, 1.42, 2.6],
      spread: 1.1,
    },
    width,
    height,
  );
}
