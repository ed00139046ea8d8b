import { sharp } from "#site/pictures/sharp.ts";
import { clamp, type Colour } from "./colour.ts";
import { createNoise } from "./noise.ts";

/** Linear light of every pixel, row by row, three numbers each. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly light: Float32Array;
}

/** An empty (black) canvas. */
export function createCanvas(width: number, height: number): Canvas {
  return { width, height, light: new Float32Array(width * height * 3) };
}

/** Lays `value` over a pixel; `cover` 0 to 1. */
export function paint(canvas: Canvas, x: number, y: number, value: Colour, cover = 1): void {
  if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return;
  const at = (y * canvas.width + x) * 3;
  for (const part of [0, 1, 2] as const) {
    const old = canvas.light[at + part] ?? 0;
    canvas.light[at + part] = old + (value[part] - old) * cover;
  }
}

/** How a finished picture is graded. */
export interface Finish {
  readonly exposure: number;
  /** Darkening of the corners, 0 to 1. */
  readonly vignette: number;
  /** Strength of paper grain. */
  readonly grain: number;
  /** Glow around bright places, 0 to 1. */
  readonly bloom: number;
}

/** Largest size of a picture file, in bytes. */
export const MAX_BYTES = 300_000;

/**
 * Develops a canvas to a JPEG of `width` pixels without metadata, as fine as fits into 300 kB.
 * Film-like tone curve (Narkowicz' fit of ACES), glow, grain.
 */
export async function develop(canvas: Canvas, width: number, finish: Finish): Promise<Buffer> {
  const pixels = toneMap(canvas, finish);
  const raw = { width: canvas.width, height: canvas.height, channels: 3 as const };
  let image = sharp(pixels, { raw });
  if (finish.bloom > 0) {
    const glow = await sharp(pixels, { raw })
      .linear(1.6, -150)
      .blur(canvas.width / 90)
      .linear(finish.bloom, 0)
      .raw()
      .toBuffer();
    image = image.composite([{ input: glow, raw, blend: "screen" }]);
  }
  const full = await image.removeAlpha().raw().toBuffer();
  const sized = sharp(full, { raw }).resize({ width, kernel: "lanczos3" });
  for (const quality of [80, 76, 72, 68, 64, 60, 55, 50, 45, 40, 34]) {
    const file = await sized.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (file.length <= MAX_BYTES) return file;
  }
  throw new Error(`The picture does not fit into ${MAX_BYTES} bytes`);
}

/** Rasterises an SVG to `width` pixels: PNG of few colours for charts, or JPEG. */
export async function rasterise(svg: string, width: number, png: boolean): Promise<Buffer> {
  const image = sharp(Buffer.from(svg)).resize({ width });
  return png
    ? image.png({ palette: true, quality: 90, effort: 9 }).toBuffer()
    : image.jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}

function toneMap(canvas: Canvas, finish: Finish): Uint8Array {
  const noise = createNoise(99);
  const { width, height, light } = canvas;
  const pixels = new Uint8Array(light.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = x / width - 0.5;
      const dy = y / height - 0.5;
      const dim = finish.exposure * (1 - finish.vignette * (dx * dx * 1.6 + dy * dy * 2.2));
      const grain = finish.grain === 0 ? 0 : finish.grain * noise.at(x * 0.41, y * 0.41);
      for (let part = 0; part < 3; part++) {
        const at = (y * width + x) * 3 + part;
        const v = (light[at] ?? 0) * dim;
        const film = clamp((v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14));
        pixels[at] = Math.round(clamp(film ** (1 / 2.2) + grain) * 255);
      }
    }
  }
  return pixels;
}
