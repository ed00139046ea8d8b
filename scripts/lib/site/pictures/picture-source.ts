import { variantFile } from "./picture-cache.ts";
import type { PictureSource, PreparedPicture, Variant } from "./types.ts";

const TYPES = [
  { format: "avif", type: "image/avif" },
  { format: "webp", type: "image/webp" },
] as const;
/** Widest JPEG of a picture in a list. */
const THUMBNAIL = 480;

/** Path of a variant from the output folder: `pictures/hoi-truong-1a2b3c4d-800.avif`. */
export function variantPath(picture: PreparedPicture, variant: Variant): string {
  return `pictures/${picture.slug}-${picture.key.slice(0, 8)}-${variantFile(variant)}`;
}

/**
 * A prepared picture with addresses for a portal under `base` (`/` or `/btg/`).
 *
 * @example pictureSource(picture, "/btg/").src // "/btg/pictures/hoi-truong-1a2b3c4d-800.jpg"
 */
export function pictureSource(picture: PreparedPicture, base: string): PictureSource {
  const sources = TYPES.map(({ format, type }) => ({
    type,
    srcset: picture.variants
      .filter((variant) => variant.format === format)
      .map((variant) => `${base}${variantPath(picture, variant)} ${variant.width}w`)
      .join(", "),
  })).filter(({ srcset }) => srcset !== "");
  const { width, height } = picture;
  return {
    ...{ width, height, sources },
    src: pictureFile(picture, base, Infinity).src,
    thumbnail: pictureFile(picture, base, THUMBNAIL).src,
  };
}

/** One encoded file with its size in pixels. */
export interface SizedFile {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The smallest file of a prepared picture in the oldest format that is not JPEG: for browsers that run our scripts. */
export function smallestFile(picture: PreparedPicture, base: string): SizedFile {
  const variants = TYPES.map(({ format }) => picture.variants.find((variant) => variant.format === format));
  const smallest = variants.findLast((variant) => variant !== undefined);
  return smallest === undefined ? pictureFile(picture, base, Infinity) : sized(picture, base, smallest);
}

/**
 * One JPEG of a prepared picture for places that take a single file (search results, feeds, sitemaps): the largest
 * that is at most `maxWidth` wide, or the smallest there is.
 */
export function pictureFile(picture: PreparedPicture, base: string, maxWidth: number): SizedFile {
  const ascending = picture.variants.filter(({ format }) => format === "jpeg");
  const variant = ascending.findLast(({ width }) => width <= maxWidth) ?? ascending[0];
  return sized(picture, base, variant ?? { width: picture.width, format: "jpeg" });
}

function sized(picture: PreparedPicture, base: string, variant: Variant): SizedFile {
  return {
    src: base + variantPath(picture, variant),
    width: variant.width,
    height: Math.round((picture.height * variant.width) / picture.width),
  };
}
