import { colour, mix, type Colour } from "./colour.ts";
import { ball, box, egg, melt, rod } from "./solids.ts";

/* Figures without faces: nobody in particular. Lengths in metres; they stand at the origin and look along +z. */

const SKIN = colour("#c99772");
const SHIRT = colour("#eceae4");
const HAIR = [colour("#15110f"), colour("#1d1613"), colour("#241a15"), colour("#4a4644")] as const;
const CLOTHES = [
  colour("#e9e6df"),
  colour("#dfe5ec"),
  colour("#1f2a3c"),
  colour("#2c3140"),
  colour("#b9c8d8"),
  colour("#3a2b2a"),
  colour("#7f2028"),
  colour("#33503f"),
  colour("#d9d0be"),
] as const;

/** Someone on a chair whose seat is at 0.46 m; `lift` varies their height, `pick` (0 to 1) their hair. */
export function seated(x: number, y: number, z: number, lift: number, pick: number): number {
  const h = y - lift;
  const head = Math.min(
    egg(x, h - 1.205, z - 0.02, 0.084, 0.116, 0.1),
    hair(x, h - 1.205, z - 0.02, pick),
    rod(x, h, z, 0, 1.0, -0.01, 0, 1.16, 0, 0.05),
  );
  const shoulders = rod(x, h, z, -0.165, 0.98, -0.015, 0.165, 0.98, -0.015, 0.078);
  const trunk = box(x, h - 0.74, z, 0.2, 0.27, 0.12, 0.1);
  const arms = rod(Math.abs(x), h, z, 0.235, 0.94, -0.01, 0.25, 0.66, 0.12, 0.055);
  const body = melt(melt(shoulders, trunk, 0.08), arms, 0.05);
  return melt(head, body, 0.045);
}

/** Someone on their feet, 1.68 m tall, forearms raised before them to `hands` (height over the floor). */
export function standing(x: number, y: number, z: number, hands: number): number {
  const side = Math.abs(x);
  const head = Math.min(egg(x, y - 1.53, z - 0.012, 0.084, 0.116, 0.1), hair(x, y - 1.53, z - 0.012, 1));
  const neck = rod(x, y, z, 0, 1.32, -0.015, 0, 1.48, 0, 0.052);
  const shoulders = rod(side, y, z, 0, 1.345, -0.02, 0.165, 1.305, -0.02, 0.075);
  const chest = melt(
    egg(x, y - 1.1, z - 0.005, 0.205, 0.33, 0.13),
    box(x, y - 0.86, z, 0.175, 0.22, 0.11, 0.08),
    0.12,
  );
  const upper = rod(side, y, z, 0.225, 1.27, -0.02, 0.275, 1.02, 0.02, 0.056);
  const lower = rod(side, y, z, 0.275, 1.02, 0.02, 0.17, hands, 0.3, 0.045);
  const hand = egg(side - 0.155, y - hands - 0.01, z - 0.335, 0.042, 0.035, 0.06);
  const legs = rod(side, y, z, 0.09, 0.8, 0, 0.1, 0.06, 0, 0.085);
  const body = melt(melt(chest, shoulders, 0.09), legs, 0.08);
  const arms = Math.min(melt(upper, lower, 0.03), hand);
  return Math.min(melt(melt(body, arms, 0.035), neck, 0.04), head);
}

/** Colour of a seated figure at a place on it; `pick` (0 to 1) chooses hair and clothes. */
export function seatedColour(x: number, y: number, z: number, lift: number, pick: number): Colour {
  const h = y - lift;
  if (h > (longHair(pick) ? 0.98 : 1.085) && (h > 1.085 || z < -0.03))
    return isHair(x, h - 1.205, z - 0.02, pick) ? choose(HAIR, pick * 3.7) : SKIN;
  return h > 1.04 && Math.sqrt(x * x + z * z) < 0.09 ? SKIN : choose(CLOTHES, pick * 7.3);
}

/** Colour of a standing figure; `coat` its outer clothes, `tie` `null` for an open collar. */
export function standingColour(
  x: number,
  y: number,
  z: number,
  hands: number,
  coat: Colour,
  tie: Colour | null,
): Colour {
  if (y > 1.43) return isHair(x, y - 1.53, z - 0.012, 1) ? HAIR[0] : SKIN;
  if (z > 0.27 && Math.abs(y - hands) < 0.08) return SKIN;
  if (z > 0.02 && y > 1.0) {
    const open = 0.006 + (y - 1.06) * 0.17;
    if (tie !== null && Math.abs(x) < 0.02 + (1.36 - y) * 0.03) return tie;
    if (Math.abs(x) < open) return y > 1.385 ? SKIN : SHIRT;
  }
  if (y > 1.385 && Math.sqrt(x * x + z * z) < 0.085) return y > 1.405 ? SKIN : SHIRT;
  if (y < 0.82) return mix(coat, [0, 0, 0], 0.3);
  return coat;
}

/** Hair about a head whose middle is the origin. */
function hair(x: number, y: number, z: number, pick: number): number {
  const cap = melt(
    egg(x, y - 0.036, z + 0.02, 0.091, 0.1, 0.1),
    egg(x, y + 0.03, z + 0.04, 0.076, 0.08, 0.07),
    0.03,
  );
  return longHair(pick) ? melt(cap, egg(x, y + 0.06, z + 0.055, 0.088, 0.16, 0.055), 0.04) : cap;
}

function isHair(x: number, y: number, z: number, pick: number): boolean {
  return hair(x, y, z, pick) < egg(x, y, z, 0.084, 0.116, 0.1) + 0.001;
}

function longHair(pick: number): boolean {
  return (pick * 13.7) % 1 < 0.38;
}

function choose(list: readonly Colour[], pick: number): Colour {
  return list[Math.floor(pick * 1000) % list.length] ?? SHIRT;
}

/** A table microphone on a bent stem, its head at (0, 0.3, 0.05). */
export function microphone(x: number, y: number, z: number): number {
  const stem = rod(x, y, z, 0, 0, -0.06, 0, 0.22, -0.02, 0.006);
  const neck = rod(x, y, z, 0, 0.22, -0.02, 0, 0.3, 0.05, 0.006);
  return Math.min(stem, neck, ball(x, y - 0.305, z - 0.055, 0.02));
}
