import type { Canvas } from "../canvas.ts";
import { colour, mix, scale } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { ball, box, pillar } from "../solids.ts";
import { glossy, glowing, lamp, plain, RED, ROOM, WOOD } from "./interior.ts";

/** A classroom of wooden desks before a green board; books and flowers on the teacher's table. */
export function drawClassroom(seed: number, width: number, height: number): Canvas {
  const noise = createNoise(seed);
  const desks = (x: number, y: number, z: number): number => {
    if (y > 1.1) return y - 1.0;
    if (z > 4.1) return z - 3.9;
    const j = Math.min(3, Math.max(0, Math.round(z / 1.15)));
    const side = Math.abs(x) - 1.45;
    const lz = z - j * 1.15;
    const top = box(side, y - 0.74, lz, 0.62, 0.02, 0.22, 0.01);
    const legs = box(Math.abs(side) - 0.56, y - 0.37, lz, 0.02, 0.36, 0.16, 0.008);
    const bench = Math.min(
      box(side, y - 0.44, lz - 0.42, 0.6, 0.018, 0.13, 0.01),
      box(Math.abs(side) - 0.5, y - 0.22, lz - 0.42, 0.02, 0.22, 0.1, 0.008),
    );
    const p = noise.cell(j + 3, x < 0 ? 4 : 9);
    const book = box(side - (p - 0.5) * 0.6, y - 0.775, lz, 0.12, 0.014, 0.085, 0.004);
    return Math.min(top, legs, bench, book);
  };
  const teacher = (x: number, y: number, z: number): number =>
    Math.min(
      box(x - 1.7, y - 0.8, z - 5.4, 0.75, 0.025, 0.34, 0.01),
      box(x - 1.7, y - 0.4, z - 5.2, 0.72, 0.38, 0.02, 0.01),
      box(x - 1.45, y - 0.86, z - 5.35, 0.13, 0.035, 0.17, 0.006),
    );
  const vase = (x: number, y: number, z: number): number =>
    Math.min(
      pillar(x - 2.05, y - 0.92, z - 5.4, 0.055, 0.1),
      ball(x - 2.05, y - 1.16, z - 5.4, 0.19) + 0.03 * Math.sin(x * 55) * Math.sin(y * 57) * Math.sin(z * 53),
    );
  const board = (x: number, y: number, z: number): number =>
    box(x, y - 1.85, z - 6.72, 2.1, 0.72, 0.04, 0.01);
  const surface = (x: number, y: number, z: number): Surface => {
    const e = 0.007;
    if (vase(x, y, z) < e)
      return plain(
        y < 1.03
          ? colour("#dfe4ea")
          : Math.sin(x * 61 + y * 83) > 0
            ? colour("#d94f4f")
            : Math.sin(z * 91) > 0
              ? colour("#f1c453")
              : colour("#4f7a35"),
      );
    if (board(x, y, z) < e) {
      if (Math.abs(x) > 2.05 || Math.abs(y - 1.85) > 0.67) return plain(scale(WOOD, 1.1));
      const line =
        Math.abs(((y * 1000) % 130) - 65) < 5 &&
        Math.abs(noise.at(x * 9, y * 8)) > 0.12 &&
        Math.abs(x + 0.3) < 1.3 &&
        y < 2.25;
      return plain(
        line
          ? colour("#9fb5a6")
          : mix(colour("#1f4a38"), colour("#33604b"), 0.5 + noise.fractal(x * 2, y * 3, 4)),
      );
    }
    if (desks(x, y, z) < e)
      return y > 0.763 && y < 0.8
        ? plain(
            noise.cell(Math.round(z / 1.15) + 7, x < 0 ? 3 : 8) > 0.5 ? colour("#c8443c") : colour("#3f6fa3"),
          )
        : glossy(scale(WOOD, 1.15 + 0.5 * noise.fractal(x, z * 14, 4)), 0.05);
    if (teacher(x, y, z) < e) return y > 0.828 ? plain(RED) : plain(scale(WOOD, 1.0));
    if (y < e)
      return glossy(
        Math.abs(((x + 50) % 0.5) - 0.25) > 0.245 || Math.abs(((z + 50) % 0.5) - 0.25) > 0.245
          ? colour("#8d6f58")
          : colour("#b98f6c"),
        0.07,
      );
    const along = ((z + 50.4) % 2.1) - 1.05;
    if (x < -3.3 && Math.abs(along) < 0.75 && y > 1.0 && y < 2.7) {
      if (Math.abs(along) < 0.025 || Math.abs(along) > 0.71 || Math.abs(y - 1.9) < 0.02)
        return plain(colour("#5a7f94"));
      const crown = 1.6 + 0.5 * noise.fractal(z * 1.3, 4, 4);
      return glowing(
        mix(
          y < crown ? scale(colour("#86b06a"), 0.9 + 0.4 * noise.at(z * 9, y * 9)) : colour("#e9f4fb"),
          [1.5, 1.4, 1.15],
          0.25,
        ),
      );
    }
    return plain(y < 1.0 ? colour("#9cb7a6") : colour("#efe7cf"));
  };
  return drawScene(
    {
      ...ROOM,
      ambient: { above: scale(colour("#fff4e0"), 0.5), below: scale(colour("#d7bd9a"), 0.28) },
      distance: (x, y, z) =>
        Math.min(
          y,
          3.4 - y,
          6.75 - z,
          3.4 - Math.abs(x),
          z + 5,
          board(x, y, z),
          desks(x, y, z),
          z > 4.3 ? Math.min(teacher(x, y, z), vase(x, y, z)) : 4.6 - z,
        ),
      surface,
      lamps: [
        lamp(-3.2, 2.5, 1.8, 0.95, 0.3, 0.3),
        lamp(-3.2, 2.4, 4.6, 0.6, 0.3, 0.3),
        lamp(2, 3.2, -1.5, 0.25),
      ],
      eye: [0.9, 1.72, -2.3],
      target: [-0.08, 1.2, 4],
      spread: 1.15,
    },
    width,
    height,
  );
}
