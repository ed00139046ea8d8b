import { variantFile } from "./prepare.ts";
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

/**
 * One JPEG of a prepared picture for places that take a single file (search results, feeds, sitemaps): the largest
 * that is at most `maxWidth` wide, or the smallest there is.
 */
export function pictureFile(
  picture: PreparedPicture,
  base: string,
  maxWidth: number,
): { readonly src: string; readonly width: number; readonly height: number } {
  const ascending = picture.variants.filter(({ format }) => format === "jpeg");
  const variant = ascending.findLast(({ width }) => width <= maxWidth) ?? ascending[0];
  const { width, format } = variant ?? { width: picture.width, format: "jpeg" };
  return {
    src: base + variantPath(picture, { width, format }),
    width,
    height: Math.round((picture.height * width) / picture.width),
  };
}
