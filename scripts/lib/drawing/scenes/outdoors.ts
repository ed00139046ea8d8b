import { scale, mix } from "../colour.ts";
import type { Scene } from "../march.ts";
import type { Noise } from "../noise.ts";
import { skyLight, type Light } from "../sky.ts";

/** Air, sky and open light of a scene out of doors. */
export function under(light: Light, noise: Noise): Pick<Scene, "ambient" | "background" | "haze"> {
  return {
    ambient: { above: scale(light.ambient, 0.62), below: scale(mix(light.ambient, light.haze, 0.5), 0.32) },
    background: (dx, dy, dz) => skyLight(light, noise, dx, Math.max(0.002, dy), dz),
    haze: { colour: light.haze, distance: 60 },
  };
}
