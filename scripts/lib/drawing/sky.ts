import { add, clamp, mix, scale, smoothstep, type Colour } from "./colour.ts";
import type { Noise } from "./noise.ts";

/** The hour of a landscape: its colours and where the sun stands. */
export interface Light {
  readonly zenith: Colour;
  readonly horizon: Colour;
  readonly sun: Colour;
  /** Direction to the sun: x right, y up, z away from the viewer; length 1. */
  readonly toSun: readonly [number, number, number];
  /** Light of the open sky in shadow. */
  readonly ambient: Colour;
  /** Colour into which distance fades. */
  readonly haze: Colour;
  /** Share of cloud, 0 to 1. */
  readonly cloud: number;
}

/** Light of the sky in direction (x, y, z), length 1. */
export function skyLight(light: Light, noise: Noise, x: number, y: number, z: number): Colour {
  const up = clamp(y);
  let value = mix(light.horizon, light.zenith, 1 - (1 - up) ** 3.2);
  const toward = clamp(x * light.toSun[0] + y * light.toSun[1] + z * light.toSun[2]);
  value = add(
    value,
    light.sun,
    0.34 * toward ** 6 + 0.6 * toward ** 60 + 2.4 * smoothstep(0.99975, 0.9999, toward),
  );
  if (y > 0.01 && light.cloud > 0) {
    const px = (x / (y + 0.12)) * 0.9;
    const pz = (z / (y + 0.12)) * 1.6;
    const density = noise.fractal(px + 31, pz + 7, 6) + 0.18 * noise.fractal(px * 4, pz * 4, 4);
    const cover =
      smoothstep(0.42 - light.cloud * 0.6, 0.75 - light.cloud * 0.25, density + 0.25) *
      smoothstep(0.0, 0.14, y);
    const lit = mix(
      scale(light.haze, 0.85),
      add(light.sun, light.horizon, 0.5),
      0.25 + 0.5 * toward ** 2 + 0.25 * clamp(density),
    );
    value = mix(value, lit, cover * 0.8);
  }
  return value;
}
