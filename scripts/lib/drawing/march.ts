import { createCanvas, type Canvas } from "./canvas.ts";
import { add, clamp, mix, multiply, scale, type Colour } from "./colour.ts";
import { normal, openness, shadow, unit } from "./shading.ts";

/** A place in metres: x right, y up, z away from the viewer. */
export type Point = readonly [number, number, number];

/** What a body is made of at one place. */
export interface Surface {
  readonly colour: Colour;
  /** Share of mirrored light looking straight on; grows at grazing angles. */
  readonly gloss: number;
  /** Light of its own: screens, lamps, windows. */
  readonly glow: Colour | null;
}

/** A scene of bodies, lamps and an eye. */
export interface Scene {
  readonly distance: (x: number, y: number, z: number) => number;
  readonly surface: (x: number, y: number, z: number, nx: number, ny: number, nz: number) => Surface;
  readonly lamps: readonly { readonly at: Point; readonly colour: Colour; readonly softness: number }[];
  /** Light from above and from below that comes from everywhere. */
  readonly ambient: { readonly above: Colour; readonly below: Colour };
  /** What a ray sees that meets nothing. */
  readonly background: (dx: number, dy: number, dz: number) => Colour;
  readonly haze: { readonly colour: Colour; readonly distance: number };
  readonly eye: Point;
  readonly target: Point;
  /** Width of view over distance. */
  readonly spread: number;
  readonly far: number;
}

/** Draws a scene by marching one ray for each pixel; pixels on edges get three more. */
export function drawScene(scene: Scene, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const camera = look(scene);
  const sample = (px: number, py: number): Colour => {
    const [dx, dy, dz] = camera(
      (px / width - 0.5) * scene.spread,
      ((0.5 - py / height) * scene.spread * height) / width,
    );
    return trace(scene, scene.eye, dx, dy, dz, 1);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) canvas.light.set(sample(x + 0.5, y + 0.5), (y * width + x) * 3);
  }
  const rough = canvas.light.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (!onEdge(rough, width, x, y)) continue;
      const at = (y * width + x) * 3;
      let sum: Colour = [rough[at] ?? 0, rough[at + 1] ?? 0, rough[at + 2] ?? 0];
      for (const [ox, oy] of [
        [0.15, 0.35],
        [0.85, 0.2],
        [0.6, 0.85],
      ] as const)
        sum = add(sum, tame(sample(x + ox, y + oy)));
      canvas.light.set(scale(sum, 0.25), at);
    }
  }
  return canvas;
}

function tame(value: Colour): Colour {
  return [Math.min(value[0], 1.6), Math.min(value[1], 1.6), Math.min(value[2], 1.6)];
}

function onEdge(light: Float32Array, width: number, x: number, y: number): boolean {
  const at = (y * width + x) * 3;
  for (const other of [at - 3, at + 3, at - width * 3, at + width * 3]) {
    let gap = 0;
    for (let part = 0; part < 3; part++)
      gap += Math.abs(Math.sqrt(light[at + part] ?? 0) - Math.sqrt(light[other + part] ?? 0));
    if (gap > 0.13) return true;
  }
  return false;
}

function look(scene: Scene): (right: number, up: number) => Point {
  const forward = unit(
    scene.target[0] - scene.eye[0],
    scene.target[1] - scene.eye[1],
    scene.target[2] - scene.eye[2],
  );
  const side = unit(forward[2], 0, -forward[0]);
  const top: Point = [
    forward[1] * side[2] - forward[2] * side[1],
    forward[2] * side[0] - forward[0] * side[2],
    forward[0] * side[1] - forward[1] * side[0],
  ];
  return (right, up) =>
    unit(
      forward[0] + side[0] * right + top[0] * up,
      forward[1] + side[1] * right + top[1] * up,
      forward[2] + side[2] * right + top[2] * up,
    );
}

function trace(scene: Scene, from: Point, dx: number, dy: number, dz: number, bounces: number): Colour {
  let t = 0.02;
  let d = 0;
  for (let step = 0; step < 200; step++) {
    d = scene.distance(from[0] + dx * t, from[1] + dy * t, from[2] + dz * t);
    if (d < 0.0006 * t + 0.0004) return shadeAt(scene, from, dx, dy, dz, t, bounces);
    t += d * 0.92;
    if (t > scene.far) return scene.background(dx, dy, dz);
  }
  return d > 0.01 * t ? scene.background(dx, dy, dz) : shadeAt(scene, from, dx, dy, dz, t, bounces);
}

function shadeAt(
  scene: Scene,
  from: Point,
  dx: number,
  dy: number,
  dz: number,
  t: number,
  bounces: number,
): Colour {
  const [x, y, z] = [from[0] + dx * t, from[1] + dy * t, from[2] + dz * t];
  const [nx, ny, nz] = normal(scene.distance, x, y, z, 0.0007 * t + 0.0008);
  const surface = scene.surface(x, y, z, nx, ny, nz);
  const fog = 1 - Math.exp(-t / scene.haze.distance);
  if (surface.glow !== null) return mix(surface.glow, scene.haze.colour, fog);
  const open = openness(scene.distance, x, y, z, nx, ny, nz);
  let lamp = scale(mix(scene.ambient.below, scene.ambient.above, 0.5 + 0.5 * ny), open);
  let shine: Colour = [0, 0, 0];
  for (const source of scene.lamps) {
    const [lx, ly, lz] = [source.at[0] - x, source.at[1] - y, source.at[2] - z];
    const reach = Math.sqrt(lx * lx + ly * ly + lz * lz);
    const facing = (nx * lx + ny * ly + nz * lz) / reach;
    if (facing <= 0) continue;
    const seen =
      facing *
      shadow(
        scene.distance,
        x + nx * 0.01,
        y + ny * 0.01,
        z + nz * 0.01,
        lx / reach,
        ly / reach,
        lz / reach,
        reach,
        source.softness,
      );
    lamp = add(lamp, source.colour, seen);
    const half = unit(lx / reach - dx, ly / reach - dy, lz / reach - dz);
    const spot = clamp(nx * half[0] + ny * half[1] + nz * half[2]) ** 40;
    shine = add(shine, source.colour, seen * spot * (0.08 + surface.gloss));
  }
  let value = add(multiply(surface.colour, lamp), shine);
  if (surface.gloss > 0 && bounces > 0) {
    const facing = -(dx * nx + dy * ny + dz * nz);
    const share = clamp(surface.gloss + (1 - surface.gloss) * 0.6 * (1 - clamp(facing)) ** 4);
    const away: Point = [dx + 2 * facing * nx, dy + 2 * facing * ny, dz + 2 * facing * nz];
    value = mix(
      value,
      trace(scene, [x + nx * 0.01, y + ny * 0.01, z + nz * 0.01], away[0], away[1], away[2], bounces - 1),
      share,
    );
  }
  return mix(value, scene.haze.colour, fog);
}
