/** A seeded stream of numbers in [0, 1): the same seed gives the same pictures. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth randomness over a plane, for ground, cloud and grain. */
export interface Noise {
  /** Gradient noise about 0, within [-1, 1]. */
  readonly at: (x: number, y: number) => number;
  /** Sum of `octaves` layers, each twice as fine and half as strong; about [-1, 1]. */
  readonly fractal: (x: number, y: number, octaves: number) => number;
  /** Sharp crests, for rock and ridges; [0, 1]. */
  readonly ridged: (x: number, y: number, octaves: number) => number;
  /** One number in [0, 1) for a whole cell, for things that differ by plot or house. */
  readonly cell: (x: number, y: number) => number;
}

/**
 * Noise of its own for each seed.
 * @example createNoise(7).fractal(0.3, 1.2, 5)
 */
export function createNoise(seed: number): Noise {
  const random = createRandom(seed);
  const order = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let index = 255; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  const table = new Uint8Array(512);
  const slopeX = new Float64Array(512);
  const slopeY = new Float64Array(512);
  for (let index = 0; index < 512; index++) {
    const value = order[index & 255] ?? 0;
    table[index] = value;
    slopeX[index] = Math.cos((value / 256) * 2 * Math.PI);
    slopeY[index] = Math.sin((value / 256) * 2 * Math.PI);
  }
  const corner = (ix: number, iy: number): number => table[((table[ix & 255] ?? 0) + iy) & 255] ?? 0;

  const at = (x: number, y: number): number => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const fx = x - ix;
    const fy = y - iy;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const dot = (cx: number, cy: number): number => {
      const index = corner(ix + cx, iy + cy);
      return (slopeX[index] ?? 0) * (fx - cx) + (slopeY[index] ?? 0) * (fy - cy);
    };
    const top = dot(0, 0) + u * (dot(1, 0) - dot(0, 0));
    const bottom = dot(0, 1) + u * (dot(1, 1) - dot(0, 1));
    return 1.41 * (top + v * (bottom - top));
  };
  const fractal = (x: number, y: number, octaves: number): number => {
    let sum = 0;
    let weight = 0.5;
    for (let octave = 0; octave < octaves; octave++) {
      sum += weight * at(x, y);
      [x, y] = [x * 1.62 - y * 1.18 + 13.7, x * 1.18 + y * 1.62 + 7.1];
      weight *= 0.5;
    }
    return sum;
  };
  const ridged = (x: number, y: number, octaves: number): number => {
    let sum = 0;
    let weight = 0.5;
    for (let octave = 0; octave < octaves; octave++) {
      const crest = 1 - Math.abs(at(x, y));
      sum += weight * crest * crest;
      [x, y] = [x * 1.62 - y * 1.18 + 5.3, x * 1.18 + y * 1.62 + 9.9];
      weight *= 0.5;
    }
    return sum;
  };
  const cell = (x: number, y: number): number => (corner(Math.floor(x), Math.floor(y)) + 0.5) / 256;
  return { at, fractal, ridged, cell };
}
