/** Linear light, red, green, blue; 1 is paper white, more is brighter than it. */
export type Colour = readonly [number, number, number];

/** Reads `#rrggbb` as linear light. @example colour("#ffffff") // [1, 1, 1] */
export function colour(hex: string): Colour {
  const part = (at: number): number => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2;
  return [part(1), part(3), part(5)];
}

/** Part `t` of the way from `a` to `b`; no farther than either end. */
export function mix(a: Colour, b: Colour, t: number): Colour {
  t = clamp(t);
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Brightens by `k`. */
export function scale(a: Colour, k: number): Colour {
  return [a[0] * k, a[1] * k, a[2] * k];
}

/** Light upon a surface. */
export function multiply(a: Colour, b: Colour): Colour {
  return [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
}

/** Light beside light. */
export function add(a: Colour, b: Colour, k = 1): Colour {
  return [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
}

/** `x` held within 0 and 1. */
export function clamp(x: number): number {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}
