import type { Canvas } from "../canvas.ts";
import { colour, scale } from "../colour.ts";
import { drawScene, type Surface } from "../march.ts";
import { createNoise } from "../noise.ts";
import { box, pillar, rod } from "../solids.ts";
import { boards, glowing, glossy, GOLD, lamp, LEAF, plain, RED, ROOM, WOOD } from "./interior.ts";
import { cover, printed, shelf, wallWindow, webPage } from "./study-paints.ts";

/** Which things lie on the table. */
export interface StudyPlan {
  readonly seed: number;
  /** Behind the table: shelves of books, or a window by day. */
  readonly wall: "shelves" | "window";
  /** On it: a screen with a page and a keyboard, an open book, or a stack of red-covered documents. */
  readonly subject: "screen" | "book" | "documents";
  /** Camera to the left (negative) or right, metres. */
  readonly side: number;
}

/** An editor's or reader's table, close up. */
export function drawStudy(plan: StudyPlan, width: number, height: number): Canvas {
  const noise = createNoise(plan.seed);
  const book = (x: number, y: number): { i: number; j: number; pick: number } => {
    const j = Math.floor(y / 0.36);
    const i = Math.floor((x + 10) / 0.052);
    return { i, j, pick: noise.cell(i, j * 7 + 3) };
  };
  const shelves = (x: number, y: number, z: number): number => {
    if (plan.wall !== "shelves") return 9;
    if (z < 1.4) return 1.5 - z;
    const { i, j, pick } = book(x, y);
    const lx = x + 10 - (i + 0.5) * 0.052;
    const tall = 0.115 + pick * 0.05;
    const volume =
      pick < 0.06
        ? 9
        : box(lx, y - j * 0.36 - 0.02 - tall, z - 1.78 - pick * 0.03, 0.0245, tall, 0.11, 0.008);
    const board = box(0, y - Math.round(y / 0.36) * 0.36, z - 1.8, 9, 0.012, 0.17, 0.003);
    const post = box(((x + 10.6) % 1.2) - 0.6, 0, z - 1.8, 0.015, 9, 0.17, 0.003);
    return Math.min(Math.max(volume, Math.abs(lx) > 0.026 ? 9 : -9), board, post, 1.98 - z) * 0.8;
  };
  const table = (x: number, y: number, z: number): number =>
    box(x, y - 0.72, z - 0.35, 1.6, 0.025, 0.62, 0.012);
  const screen = (x: number, y: number, z: number): number =>
    plan.subject === "screen"
      ? Math.min(
          box(x, y - 1.14, z - 0.55, 0.47, 0.275, 0.014, 0.01),
          box(x, y - 0.84, z - 0.58, 0.04, 0.1, 0.012, 0.005),
          box(x, y - 0.752, z - 0.56, 0.15, 0.007, 0.1, 0.005),
        )
      : 9;
  const keys = (x: number, y: number, z: number): number => {
    if (plan.subject !== "screen") return 9;
    const lx = x - Math.max(-8, Math.min(8, Math.round(x / 0.026))) * 0.026;
    const lz = z - 0.17 - Math.max(-2, Math.min(2, Math.round((z - 0.17) / 0.026))) * 0.026;
    return Math.min(
      box(x, y - 0.753, z - 0.17, 0.235, 0.008, 0.075, 0.006),
      box(lx, y - 0.764, lz, 0.011, 0.005, 0.011, 0.003),
    );
  };
  const pages = (x: number, y: number, z: number): number => {
    if (plan.subject !== "book") return 9;
    const bend = 0.045 * Math.sin(Math.min(Math.abs(x) / 0.26, 1) * 2.2) * (1 - Math.abs(x) * 1.6);
    return Math.min(
      box(x, y - 0.752, z - 0.12, 0.31, 0.006, 0.22, 0.004),
      box(Math.abs(x) - 0.15, y - 0.765 - bend, z - 0.12, 0.15, 0.02, 0.205, 0.004) * 0.7,
    );
  };
  const stack = (x: number, y: number, z: number): number => {
    const last = plan.subject === "documents" ? 6 : 2;
    const middle = Math.round((y - 0.765) / 0.038);
    let near = 9;
    for (let k = Math.max(0, middle - 1); k <= Math.min(last, Math.max(middle, 0) + 1); k++)
      near = Math.min(near, volume(x, y, z, k));
    return middle > last + 1 ? volume(x, y, z, last) : near;
  };
  const volume = (x: number, y: number, z: number, k: number): number => {
    const p = noise.cell(k + 3, 60);
    const [cx, cz] = plan.subject === "documents" ? [0.02, 0.2] : [-0.72, 0.3];
    const [dx, dz] = [x - cx - (p - 0.5) * 0.05, z - cz - (p - 0.5) * 0.03];
    const turn = (p - 0.5) * 0.4 + (plan.subject === "documents" ? 0.3 : 0);
    return box(
      dx * Math.cos(turn) + dz * Math.sin(turn),
      y - 0.765 - k * 0.038,
      dz * Math.cos(turn) - dx * Math.sin(turn),
      0.16,
      0.018,
      0.225,
      0.004,
    );
  };
  const cup = (x: number, y: number, z: number): number =>
    Math.min(
      Math.max(
        pillar(x - 0.52, y - 0.8, z - 0.12, 0.042, 0.05),
        -pillar(x - 0.52, y - 0.83, z - 0.12, 0.037, 0.06),
      ),
      pillar(x - 0.52, y - 0.75, z - 0.12, 0.075, 0.005),
    );
  const plant = (x: number, y: number, z: number): number => {
    const pot = pillar(x - 0.88, y - 0.83, z - 0.62, 0.085 + (y - 0.83) * 0.25, 0.085);
    const turn = (Math.atan2(z - 0.62, x - 0.88) / Math.PI) * 4.5;
    const a = ((turn - Math.round(turn)) * Math.PI) / 4.5;
    const r = Math.sqrt((x - 0.88) ** 2 + (z - 0.62) ** 2);
    const leaf = rod(
      r * Math.cos(a),
      y - 0.9 + 0.35 * r * r * 4,
      r * Math.sin(a),
      0.01,
      0,
      0,
      0.14,
      0.34,
      0,
      0.019 - Math.abs(a) * 0.03,
    );
    return Math.min(pot, leaf * 0.6);
  };
  const lampshade = (x: number, y: number, z: number): number =>
    Math.min(
      pillar(x + 0.98, y - 0.76, z - 0.62, 0.1, 0.012),
      rod(x, y, z, -0.98, 0.76, 0.62, -0.98, 1.22, 0.62, 0.01),
      Math.abs(pillar(x + 0.98, y - 1.3, z - 0.62, 0.2 - (y - 1.3) * 0.5, 0.11)) - 0.004,
    );

  const surface = (x: number, y: number, z: number): Surface => {
    const e = 0.005;
    if (screen(x, y, z) < e)
      return z < 0.545 && y > 0.88 && Math.abs(x) < 0.455 && y > 0.885 && y < 1.4
        ? glowing(webPage(x + 0.455, 1.4 - y))
        : glossy([0.04, 0.04, 0.045], 0.1);
    if (keys(x, y, z) < e) return plain(y > 0.762 ? colour("#e8e6e0") : [0.12, 0.12, 0.13]);
    if (pages(x, y, z) < e) return plain(y < 0.7585 ? RED : printed(x, z - 0.12));
    if (stack(x, y, z) < e) return cover(y, noise.cell(Math.round((y - 0.765) / 0.038) + 3, 61));
    if (cup(x, y, z) < e)
      return y > 0.82 && Math.hypot(x - 0.52, z - 0.12) < 0.036
        ? glossy(colour("#5d3412"), 0.1)
        : glossy(colour("#f5f1e8"), 0.06);
    if (plant(x, y, z) < e)
      return y < 0.915 && Math.hypot(x - 0.88, z - 0.62) < 0.12
        ? plain(colour("#a5562f"))
        : plain(scale(LEAF, 0.9 + 0.5 * (y - 0.9)));
    if (lampshade(x, y, z) < e) return y > 1.18 ? glowing([1.25, 0.95, 0.58]) : glossy(GOLD, 0.15);
    if (table(x, y, z) < e) return glossy(scale(WOOD, 0.85 + 0.5 * noise.fractal(x * 1.2, z * 14, 4)), 0.07);
    if (shelves(x, y, z) < e) return shelf(x, y, z, book(x, y));
    if (y < e) return plain(boards(x, noise.fractal(x * 7, z, 3)));
    return wallWindow(x, y);
  };
  return drawScene(
    {
      ...ROOM,
      distance: (x, y, z) => {
        const room = Math.min(y, plan.wall === "shelves" ? shelves(x, y, z) : 1.9 - z, z + 5);
        if (z > 1.1 || y > 1.5) return Math.min(room, Math.max(z - 1.05, y - 1.48, 0.02));
        return Math.min(
          room,
          table(x, y, z),
          screen(x, y, z),
          keys(x, y, z),
          pages(x, y, z),
          stack(x, y, z),
          cup(x, y, z),
          plant(x, y, z),
          lampshade(x, y, z),
        );
      },
      surface,
      lamps: [
        lamp(-0.98, 1.28, 0.45, 0.3, 0, 0.5),
        plan.wall === "window" ? lamp(1.3, 2.1, 1.7, 0.95, 0.6, 0.3) : lamp(1.8, 2.3, -0.6, 0.75, 0.3, 0.3),
        lamp(-0.8, 2.4, -1.4, 0.42),
      ],
      eye: [plan.side, 1.42, -1.15],
      target: [plan.side * 0.05 + 0.02, 0.96, 0.6],
      spread: 1.12,
    },
    width,
    height,
  );
}
