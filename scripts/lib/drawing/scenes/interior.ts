import { colour, mix, scale, type Colour } from "../colour.ts";
import type { Scene, Surface } from "../march.ts";

/* Paints and lamps that rooms share. */

export const RED = colour("#861418");
export const GOLD = colour("#f2c14e");
export const WOOD = colour("#7a4a2a");
export const CREAM = colour("#e6dcc8");
export const INK = colour("#1b2233");
export const LEAF = colour("#3f6b2f");
const WARM = colour("#ffe2b8");

/** Dull paint. */
export function plain(value: Colour): Surface {
  return { colour: value, gloss: 0, glow: null };
}

/** Varnish, glass, water: paint that mirrors. */
export function glossy(value: Colour, gloss: number): Surface {
  return { colour: value, gloss, glow: null };
}

/** Something that shines of itself. */
export function glowing(value: Colour): Surface {
  return { colour: [0, 0, 0], gloss: 0, glow: value };
}

/** What most rooms have in common: soft warm light from everywhere, thin air, nothing outside. */
export const ROOM = {
  ambient: { above: scale(colour("#fff0dc"), 0.42), below: scale(colour("#d9a98a"), 0.24) },
  background: (): Colour => [0.02, 0.02, 0.025],
  haze: { colour: scale(colour("#f0c9a0"), 0.5), distance: 130 },
  far: 40,
} as const satisfies Partial<Scene>;

/** A lamp of warm light; `cool` 0 to 1 turns it into daylight. */
export function lamp(
  x: number,
  y: number,
  z: number,
  strength: number,
  cool = 0,
  softness = 0.22,
): Scene["lamps"][number] {
  return { at: [x, y, z], colour: scale(mix(WARM, colour("#e4eeff"), cool), strength), softness };
}

/** Boards with the run of the grain along z. `grain` is noise about 0. */
export function boards(x: number, grain: number, pitch = 0.14): Colour {
  const seam = Math.abs((((x % pitch) + pitch) % pitch) - pitch / 2) > pitch * 0.48;
  return seam ? scale(WOOD, 0.4) : scale(WOOD, 0.95 + 0.35 * grain);
}
