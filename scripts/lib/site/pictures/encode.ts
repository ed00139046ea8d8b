import { SETTINGS } from "./settings.ts";
import { sharp } from "./sharp.ts";
import type { Variant } from "./types.ts";

/** An encoded variant with its bytes. */
export interface EncodedVariant extends Variant {
  readonly bytes: Uint8Array;
}

export interface Encoded {
  /** Of the largest variant. */
  readonly width: number;
  readonly height: number;
  readonly variants: readonly EncodedVariant[];
}

interface Raw {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 3 };
}

/**
 * Takes the bytes of a picture that sharp can decode and gives all its variants: upright, in sRGB, on white, without
 * metadata, never larger than the picture. The picture is decoded once; one variant is in work at a time.
 *
 * @throws what sharp throws for data that is damaged or cut off.
 */
export async function encodePicture(bytes: Uint8Array): Promise<Encoded> {
  const largest = await decode(bytes);
  const { width, height } = largest.info;
  const variants: EncodedVariant[] = [];
  let step = 0;
  for (const target of widthsFor(width)) {
    const { data, info } = target === width ? largest : await resize(largest, target);
    const pixels = info.width * info.height;
    const open = () => sharp(data, { raw: info });
    const wants = (widths: readonly number[]) =>
      widths.includes(target) || (target === width && target < Math.max(...widths));
    // What a small variant needed, a larger one will need too.
    const avif = await encodeAvif(open, pixels, step);
    step = avif.step;
    variants.push({ format: "avif", width: target, bytes: avif.bytes });
    if (wants(SETTINGS.webp.widths)) {
      const { quality, effort } = SETTINGS.webp;
      variants.push({
        format: "webp",
        width: target,
        bytes: await open().webp({ quality, effort }).toBuffer(),
      });
    }
    if (wants(SETTINGS.jpeg.widths)) {
      const { quality } = SETTINGS.jpeg;
      variants.push({
        format: "jpeg",
        width: target,
        bytes: await open().jpeg({ quality, mozjpeg: true }).toBuffer(),
      });
    }
  }
  return { width, height, variants };
}

/** Widths of the variants of a picture that is `width` wide (at most the largest setting), ascending. */
export function widthsFor(width: number): readonly number[] {
  return [...SETTINGS.widths.filter((step) => step * SETTINGS.minStep <= width && step < width), width];
}

async function decode(bytes: Uint8Array): Promise<Raw> {
  const { data, info } = await sharp(bytes, { failOn: "error", limitInputPixels: false, pages: 1 })
    .autoOrient()
    .resize({
      width: Math.max(...SETTINGS.widths),
      height: SETTINGS.maxHeight,
      fit: "inside",
      withoutEnlargement: true,
    })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, info: { width: info.width, height: info.height, channels: 3 } };
}

async function resize({ data, info }: Raw, width: number): Promise<Raw> {
  const smaller = await sharp(data, { raw: info }).resize(width).raw().toBuffer({ resolveWithObject: true });
  return {
    data: smaller.data,
    info: { width: smaller.info.width, height: smaller.info.height, channels: 3 },
  };
}

/** Encodes at the first quality from `start` on that gives a small enough file, or at the last. */
async function encodeAvif(
  open: () => ReturnType<typeof sharp>,
  pixels: number,
  start: number,
): Promise<{ readonly bytes: Uint8Array; readonly step: number }> {
  const { qualities, bytesPerPixel, effort } = SETTINGS.avif;
  for (let step = start; ; step += 1) {
    const quality = qualities[step] ?? Math.min(...qualities);
    const bytes = await open().avif({ quality, effort, chromaSubsampling: "4:2:0" }).toBuffer();
    if (bytes.length <= pixels * bytesPerPixel || step >= qualities.length - 1) return { bytes, step };
  }
}
