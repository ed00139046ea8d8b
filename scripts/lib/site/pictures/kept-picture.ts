import type { PreparedPicture, Variant } from "./types.ts";

/** A prepared picture and what was said of it, as the index of the cache keeps it: short, for there are thousands. */
export interface KeptPicture extends Omit<PreparedPicture, "variants"> {
  /** `240avif 240webp 240jpeg 480avif`. */
  readonly variants: string;
  readonly warnings: readonly string[];
}

/** @example keepPicture(picture, []).variants // "240avif 240webp 240jpeg" */
export function keepPicture(picture: PreparedPicture, warnings: readonly string[]): KeptPicture {
  const variants = picture.variants.map(({ format, width }) => `${width}${format}`).join(" ");
  return { ...picture, variants, warnings };
}

/** Gives back the picture that `keepPicture` took; pictures of one size share one list of variants. */
export function keptPicture({ key, slug, width, height, variants }: KeptPicture): PreparedPicture {
  return { key, slug, width, height, variants: variantsOf(variants) };
}

const known = new Map<string, readonly Variant[]>();

function variantsOf(text: string): readonly Variant[] {
  let variants = known.get(text);
  if (variants === undefined) {
    variants = Array.from(text.matchAll(/(\d+)(avif|webp|jpeg)/g), ([, width, format]) => ({
      format: format as Variant["format"], // one of the three that the pattern names
      width: Number(width),
    }));
    known.set(text, variants);
  }
  return variants;
}
