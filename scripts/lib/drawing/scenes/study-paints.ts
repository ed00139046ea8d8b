import { colour, mix, scale, type Colour } from "../colour.ts";
import type { Surface } from "../march.ts";
import { CREAM, glossy, glowing, GOLD, INK, plain, RED, WOOD } from "./interior.ts";

const SPINES = [
  colour("#7d1a1d"),
  colour("#234a6b"),
  colour("#2f5a3e"),
  colour("#b38a3c"),
  colour("#5a3b2a"),
  colour("#cdbf9f"),
  colour("#3a3340"),
] as const;

/** Shelf boards and the spines of books; `spine.pick` (0 to 1) chooses a binding. */
export function shelf(x: number, y: number, z: number, spine: { pick: number }): Surface {
  if (
    z > 1.96 ||
    Math.abs(y - Math.round(y / 0.36) * 0.36) < 0.016 ||
    Math.abs(((x + 10.6) % 1.2) - 0.6) < 0.019
  )
    return plain(scale(WOOD, z > 1.96 ? 0.35 : 0.85));
  const paint = SPINES[Math.floor(spine.pick * 83) % SPINES.length] ?? INK;
  const band = (((y % 0.36) + 0.36) % 0.36) - 0.04 - spine.pick * 0.07;
  return plain(Math.abs(band) < 0.006 || Math.abs(band - 0.13) < 0.012 ? mix(paint, GOLD, 0.7) : paint);
}

/** A wall with a window onto hills. */
export function wallWindow(x: number, y: number): Surface {
  const pane = Math.abs(x - 0.35);
  if (pane < 1.05 && y > 0.9) {
    if (pane > 1.0 || Math.abs(pane - 0.34) < 0.018 || Math.abs(y - 1.5) < 0.018)
      return plain(scale(WOOD, 0.7));
    const hills = 1.18 + 0.1 * Math.sin(x * 2.3 + 1) + 0.05 * Math.sin(x * 6);
    return glowing(
      y < hills
        ? mix(colour("#6f9a63"), colour("#a9c79a"), (y - 0.9) * 2)
        : mix(colour("#f3ead2"), colour("#bcd9ee"), (y - hills) * 1.1),
    );
  }
  return plain(CREAM);
}

/** A portal's page on a screen: header, picture, lines; from its upper left corner, metres. */
export function webPage(x: number, y: number): Colour {
  if (y < 0.05) return x > 0.03 && x < 0.2 && Math.abs(y - 0.026) < 0.007 ? GOLD : RED;
  if (y < 0.07) return [0.8, 0.79, 0.76];
  const left = x < 0.58;
  if (left && x > 0.05 && y > 0.16 && y < 0.34)
    return mix(colour("#5d8a55"), colour("#cfe0ea"), y < 0.25 + 0.02 * Math.sin(x * 25) ? 0.9 : 0.1);
  const line = y % 0.022 < (y > 0.08 && y < 0.14 && left ? 0.014 : 0.006);
  const long = left ? 0.55 - (Math.floor(y / 0.022) % 4 === 3 ? 0.22 : 0) : 0.86;
  const from = left ? 0.05 : 0.64;
  return line && x > from && x < long && y > 0.085
    ? y < 0.14 && left
      ? INK
      : [0.3, 0.3, 0.32]
    : [0.92, 0.91, 0.88];
}

/** Lines of print on an open page, about its fold. */
export function printed(x: number, z: number): Colour {
  const across = Math.abs(x);
  const text =
    across > 0.04 &&
    across < 0.26 &&
    Math.abs(z) < 0.165 &&
    (z + 1) % 0.018 < 0.006 &&
    Math.sin(across * 190 + Math.floor((z + 1) / 0.018) * 5) > -0.75;
  return text ? [0.16, 0.15, 0.15] : colour("#f3ecdb");
}

/** The cover and the cut pages of a volume in a stack. */
export function cover(y: number, pick: number): Surface {
  const within = (((y - 0.765 + 0.019) % 0.038) + 0.038) % 0.038;
  if (within > 0.006 && within < 0.031) return plain(colour("#efe8d6"));
  return glossy(pick < 0.55 ? RED : (SPINES[Math.floor(pick * 71) % SPINES.length] ?? RED), 0.05);
}
