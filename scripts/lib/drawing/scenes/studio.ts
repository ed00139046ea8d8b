import type { Canvas } from "../canvas.ts";
import { colour, mix, scale } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { box, egg, pillar, rod } from "../solids.ts";
import { boards, glowing, glossy, GOLD, lamp, plain, RED, ROOM, WOOD } from "./interior.ts";
import { mixer } from "./screens.ts";

/** A sound studio: a large microphone before foam walls, or a camera on its stand. */
export function drawStudio(
  seed: number,
  subject: "microphone" | "camera",
  width: number,
  height: number,
): Canvas {
  const noise = createNoise(seed);
  const mike = (x: number, y: number, z: number): number => {
    if (subject !== "microphone") return 9;
    const head =
      egg(x, y - 1.28, z, 0.105, 0.15, 0.105) + 0.0022 * Math.sin(y * 210) * Math.sin(Math.atan2(z, x) * 44);
    const body = pillar(x, y - 1.05, z, 0.085, 0.13);
    const ring = Math.sqrt((Math.sqrt(x * x + (y - 1.16) ** 2) - 0.27) ** 2 + z * z) - 0.014;
    const arm = Math.min(
      rod(x, y, z, 0, 0.9, 0, 0.05, 0.55, 0.1, 0.02),
      rod(x, y, z, 0.05, 0.55, 0.1, 0.75, 0.75, 0.5, 0.018),
    );
    const filter = Math.min(Math.abs(pillar(x + 0.06, z + 0.27, y - 1.24, 0.15, 0.004)) - 0.002, 9);
    return Math.min(head * 0.7, body, ring, arm, filter + 0.02);
  };
  const camera = (x: number, y: number, z: number): number => {
    if (subject !== "camera") return 9;
    const shell = box(x, y - 1.2, z, 0.19, 0.125, 0.09, 0.03);
    const bump = box(x, y - 1.35, z, 0.075, 0.045, 0.07, 0.025);
    const lens = Math.min(
      pillar(x, z + 0.17, y - 1.2, 0.098, 0.1),
      pillar(x, z + 0.26, y - 1.2, 0.108, 0.03),
    );
    const hole = pillar(x, z + 0.3, y - 1.2, 0.086, 0.055);
    const grip = box(x + 0.17, y - 1.19, z + 0.05, 0.045, 0.115, 0.07, 0.035);
    const legs = Math.min(
      rod(x, y, z, 0, 1.0, 0, -0.45, 0, -0.25, 0.022),
      rod(x, y, z, 0, 1.0, 0, 0.45, 0, -0.25, 0.022),
      rod(x, y, z, 0, 1.0, 0, 0, 0, 0.5, 0.022),
      pillar(x, y - 1.03, z, 0.06, 0.05),
    );
    return Math.min(
      Math.max(Math.min(shell, bump, lens, grip), -hole),
      pillar(x, z + 0.235, y - 1.2, 0.085, 0.004),
      legs,
    );
  };
  const table = (x: number, y: number, z: number): number =>
    box(x - 0.3, y - 0.7, z - 0.75, 1.9, 0.03, 0.5, 0.01);
  const screen = (x: number, y: number, z: number): number =>
    Math.min(
      box(x - 0.95, y - 1.06, z - 0.9, 0.46, 0.28, 0.015, 0.01),
      box(x - 0.95, y - 0.76, z - 0.92, 0.03, 0.1, 0.01, 0.005),
    );
  const foam = (x: number, y: number): number => {
    const a = Math.abs(((((x / 0.22) % 1) + 1) % 1) - 0.5);
    const b = Math.abs(((((y / 0.22) % 1) + 1) % 1) - 0.5);
    const turn = (Math.floor(x / 0.66) + Math.floor(y / 0.66)) & 1;
    return 0.09 * (turn === 0 ? a : b);
  };
  const surface = (x: number, y: number, z: number, nx: number, ny: number): Surface => {
    const e = 0.006;
    if (mike(x, y, z) < e) {
      if (y > 1.14 && Math.abs(x) < 0.13) return glossy(colour("#b9bcc2"), 0.3);
      return y > 1.1 && Math.abs(y - 1.12) < 0.02 && Math.abs(x) < 0.1
        ? glossy(GOLD, 0.3)
        : glossy([0.03, 0.03, 0.035], 0.18);
    }
    if (camera(x, y, z) < e) {
      const glass = Math.hypot(x, y - 1.2) < 0.086 && z < -0.15;
      if (glass)
        return glossy(mix(colour("#141a38"), colour("#4b2a66"), Math.hypot(x - 0.03, y - 1.24) * 9), 0.28);
      const ring = z < -0.1 && Math.abs(((z + 5) % 0.03) - 0.015) < 0.004;
      if (z < -0.2 && z > -0.215) return glossy(RED, 0.1);
      return glossy(ring ? [0.06, 0.06, 0.065] : [0.022, 0.022, 0.025], 0.09);
    }
    if (screen(x, y, z) < e)
      return z < 0.9 && y > 0.8
        ? glowing(scale(mixer(x * 0.9, 0.83 + (y - 0.78) * 0.66, noise), 1.2))
        : plain([0.04, 0.04, 0.045]);
    if (table(x, y, z) < e) return glossy(scale(WOOD, 0.8 + 0.5 * noise.fractal(x, z * 12, 4)), 0.09);
    if (y < e) return glossy(boards(x, noise.fractal(x * 7, z * 0.7, 3)), 0.06);
    if (subject === "camera")
      return plain(
        mix(colour("#70757d"), colour("#d9d4c8"), 0.5 + 0.35 * ny + 0.15 * noise.fractal(x, y, 3)),
      );
    return plain(
      scale(
        mix(
          colour("#3c2b30"),
          colour("#6a2227"),
          (Math.floor(x / 0.66) * 3 + Math.floor(y / 0.66)) % 4 === 0 ? 0.9 : 0.1,
        ),
        0.9 + 0.1 * nx,
      ),
    );
  };
  return drawScene(
    {
      ...ROOM,
      ambient: { above: scale(colour("#ffe9cf"), 0.26), below: scale(colour("#b08a7a"), 0.16) },
      distance: (x, y, z) => {
        const wall = subject === "camera" ? 2.6 - z : z < 1.9 ? 2.15 - z : (2.3 - foam(x, y) - z) * 0.6;
        const room = Math.min(y, wall, z + 5);
        return Math.min(
          room,
          mike(x, y, z),
          camera(x, y, z),
          subject === "microphone" ? Math.min(table(x, y, z), screen(x, y, z)) : 9,
        );
      },
      surface,
      lamps: [
        lamp(-1.9, 2.4, -1.6, 1.0, 0, 0.3),
        lamp(2.4, 2.0, 1.2, 0.75, 0.8, 0.3),
        lamp(0.3, 2.8, 1.4, 0.4, 0.3, 0.3),
      ],
      eye: subject === "camera" ? [-0.75, 1.42, -1.5] : [-0.5, 1.3, -1.35],
      target: subject === "camera" ? [0.14, 1.12, 0] : [0.24, 1.17, 0.2],
      spread: subject === "camera" ? 0.85 : 0.95,
    },
    width,
    height,
  );
}
