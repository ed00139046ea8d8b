import { foldVietnamese } from "./fold.ts";

/** The longest slug `slugify` gives, in characters. */
export const MAX_SLUG_LENGTH = 80;

/**
 * Takes any text and gives an address part: ASCII lower-case letters and digits in words joined by `-`,
 * at most 80 characters, cut at the end of a word (a single longer word is cut inside). Text without any
 * letter or digit that has an ASCII form gives `''`: the caller says what is missing.
 *
 * @example slugify('Hội nghị sơ kết 6 tháng đầu năm 2022') // 'hoi-nghi-so-ket-6-thang-dau-nam-2022'
 */
export function slugify(text: string): string {
  const words = foldVietnamese(text.normalize("NFKC"))
    .replace(/['’ʼ`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const [first = "", ...rest] = words;
  let slug = first.slice(0, MAX_SLUG_LENGTH);
  for (const word of rest) {
    if (slug.length + 1 + word.length > MAX_SLUG_LENGTH) break;
    slug += `-${word}`;
  }
  return slug;
}
