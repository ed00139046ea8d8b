/*
 * Signed distances in metres from a point to simple bodies: negative inside. A scene is their minimum.
 * After Inigo Quilez, "distance functions", iquilezles.org/articles/distfunctions.
 */

/** Ball of radius `r` about the origin. @example ball(0, 2, 0, 1) // 1 */
export function ball(x: number, y: number, z: number, r: number): number {
  return Math.sqrt(x * x + y * y + z * z) - r;
}

/** Box of half sizes `a`, `b`, `c` whose edges are rounded by `r`. */
export function box(x: number, y: number, z: number, a: number, b: number, c: number, r = 0.01): number {
  const qx = Math.abs(x) - a + r;
  const qy = Math.abs(y) - b + r;
  const qz = Math.abs(z) - c + r;
  if (qx <= 0 && qy <= 0 && qz <= 0) return Math.max(qx, qy, qz) - r;
  const ox = qx > 0 ? qx : 0;
  const oy = qy > 0 ? qy : 0;
  const oz = qz > 0 ? qz : 0;
  return Math.sqrt(ox * ox + oy * oy + oz * oz) - r;
}

/** A rod from (ax, ay, az) to (bx, by, bz) with round ends. Plain numbers: this runs a hundred million times. */
export function rod(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  r: number,
): number {
  const px = x - ax;
  const py = y - ay;
  const pz = z - az;
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  let t = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz);
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const qx = px - dx * t;
  const qy = py - dy * t;
  const qz = pz - dz * t;
  return Math.sqrt(qx * qx + qy * qy + qz * qz) - r;
}

/** Upright cylinder of radius `r` and half height `h`. */
export function pillar(x: number, y: number, z: number, r: number, h: number): number {
  const d = Math.sqrt(x * x + z * z) - r;
  const e = Math.abs(y) - h;
  if (d <= 0 || e <= 0) return Math.max(d, e);
  return Math.sqrt(d * d + e * e);
}

/** Egg: a ball stretched by `a`, `b`, `c`; a close lower bound. */
export function egg(x: number, y: number, z: number, a: number, b: number, c: number): number {
  const px = x / a;
  const py = y / b;
  const pz = z / c;
  const k = Math.sqrt(px * px + py * py + pz * pz);
  const gx = px / a;
  const gy = py / b;
  const gz = pz / c;
  const g = Math.sqrt(gx * gx + gy * gy + gz * gz);
  return g === 0 ? -Math.min(a, b, c) : (k * (k - 1)) / g;
}

/** The union of two bodies, melted together over `k`. */
export function melt(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

/** Distance to a five-pointed star of outer radius `r` in its plane, point up. */
export function star(x: number, y: number, r: number): number {
  const [kx, ky] = [0.809016994, -0.587785252];
  let px = Math.abs(x);
  let py = y;
  let d = 2 * Math.max(kx * px + ky * py, 0);
  px -= d * kx;
  py -= d * ky;
  d = 2 * Math.max(-kx * px + ky * py, 0);
  px = Math.abs(px + d * kx);
  py -= d * ky;
  py -= r;
  const [bx, by] = [0.4 * 0.587785252 - 0, 0.4 * 0.809016994 - 1];
  const h = Math.min(r, Math.max(0, (px * bx + py * by) / (bx * bx + by * by)));
  const side = py * bx - px * by;
  return Math.sqrt((px - bx * h) ** 2 + (py - by * h) ** 2) * Math.sign(side);
}
