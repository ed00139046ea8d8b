import { sharp } from "#site/pictures/sharp.ts";
import { createRandom, type Random } from "./random.ts";

/** Size of a drawn picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws one landscape (sky, layered hills, terraces, a river or the sea) with film grain, as a JPEG of quality 82. Same
 * seed, same bytes. The grain makes it as hard to encode as a photograph.
 */
export async function drawPicture(seed: number, { width, height }: PictureSize): Promise<Buffer> {
  const random = createRandom(seed, 0x70_1c);
  const tile = Math.min(256, width, height);
  const grain = await sharp(grainTile(random, tile), { raw: { width: tile, height: tile, channels: 3 } })
    .png()
    .toBuffer();
  return sharp(Buffer.from(landscape(random, width, height)))
    .flatten()
    .composite([{ input: grain, tile: true, blend: "soft-light" }])
    .jpeg({ quality: 82 })
    .toBuffer();
}

/**
 * Gives a picture that shows the same but is another file (other bytes, other hash): adds a JPEG comment after the
 * start marker.
 */
export function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment, "utf8");
  const head = Buffer.from([0xff, 0xfe, ((text.length + 2) >> 8) & 0xff, (text.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}

function grainTile(random: Random, side: number): Buffer {
  const pixels = Buffer.alloc(side * side * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.fill(108 + random.int(0, 40), at, at + 3);
  return pixels;
}

function landscape(random: Random, width: number, height: number): string {
  const hue = random.int(0, 359);
  const horizon = height * (0.28 + random.next() * 0.15);
  const sun = `<circle cx="${random.int(0, width)}" cy="${Math.round(horizon * 0.7)}" r="${Math.round(height / 12)}" fill="hsl(45 95% 85%)"/>`;
  const hills = Array.from({ length: 5 }, (_, layer) => {
    const base = horizon + ((height - horizon) * layer) / 5;
    const fill = `hsl(${(hue / 12 + 90 + layer * 8).toFixed(0)} ${28 + layer * 7}% ${62 - layer * 10}%)`;
    return `<path d="${ridge(random, width, height, base)}" fill="${fill}"/>${terraces(random, width, base, layer)}`;
  });
  const water = random.chance(0.5)
    ? `<path d="M0 ${height} Q${width / 2} ${height * 0.7} ${width} ${height * 0.86} V${height} Z" fill="hsl(200 45% 55%)"/>`
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${195 + (hue % 30)} 60% 62%)"/><stop offset="1" stop-color="hsl(${20 + (hue % 25)} 80% 88%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>${sun}${hills.join("")}${water}</svg>`;
}

function ridge(random: Random, width: number, height: number, base: number): string {
  const steps = 9;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const y = base + (random.next() - 0.5) * height * 0.16;
    return `${Math.round((width * step) / steps)} ${Math.round(y)}`;
  });
  return `M0 ${height} L${points.join(" L")} L${width} ${height} Z`;
}

function terraces(random: Random, width: number, base: number, layer: number): string {
  if (layer < 2) return "";
  return Array.from({ length: 7 }, (_, line) => {
    const y = Math.round(base + 40 + line * 14 * layer);
    const bend = random.int(-40, 40);
    return `<path d="M0 ${y} Q${width / 2} ${y + bend} ${width} ${y + random.int(-18, 18)}" fill="none" stroke="hsl(75 45% 70% / .55)" stroke-width="${layer + 1}"/>`;
  }).join("");
}
