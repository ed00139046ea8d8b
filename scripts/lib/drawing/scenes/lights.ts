import { colour, scale } from "../colour.ts";
import type { Light } from "../sky.ts";

/** Hours of the day for landscapes. */
export const LIGHTS = {
  dawn: {
    zenith: scale(colour("#5d86b8"), 0.9),
    horizon: scale(colour("#ffd9a8"), 1.15),
    sun: scale(colour("#ffb765"), 1.9),
    toSun: direction(-0.45, 0.3, 0.84),
    ambient: scale(colour("#9db4d6"), 0.75),
    haze: scale(colour("#ecdad2"), 0.95),
    cloud: 0.45,
  },
  day: {
    zenith: scale(colour("#3f7fc4"), 0.95),
    horizon: scale(colour("#d5e6f0"), 1.1),
    sun: scale(colour("#fff0d2"), 2.1),
    toSun: direction(0.62, 0.6, 0.3),
    ambient: scale(colour("#a9c4e6"), 0.72),
    haze: scale(colour("#c9dcea"), 0.95),
    cloud: 0.5,
  },
  dusk: {
    zenith: scale(colour("#4a5f98"), 0.8),
    horizon: scale(colour("#ffb37a"), 1.1),
    sun: scale(colour("#ff9a52"), 1.9),
    toSun: direction(0.42, 0.2, 0.88),
    ambient: scale(colour("#a9abcf"), 0.85),
    haze: scale(colour("#eebfa0"), 0.85),
    cloud: 0.6,
  },
  mist: {
    zenith: scale(colour("#a9bccb"), 0.95),
    horizon: scale(colour("#eef0ea"), 1.05),
    sun: scale(colour("#fff1d8"), 1.1),
    toSun: direction(-0.3, 0.55, 0.78),
    ambient: scale(colour("#b9c8d6"), 0.85),
    haze: scale(colour("#e2e8e8"), 1),
    cloud: 0.2,
  },
} as const satisfies Record<string, Light>;

/** Name of an hour of the day. */
export type Hour = keyof typeof LIGHTS;

function direction(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
