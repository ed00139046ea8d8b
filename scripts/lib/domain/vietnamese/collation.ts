const collator = new Intl.Collator("vi", { numeric: true });

/**
 * Compares two texts in Vietnamese dictionary order (a ă â … d đ …, tones after letters, numbers by
 * value) for `Array.prototype.sort`: negative when `a` comes first, 0 when they are equal, else positive.
 *
 * @example ['Đắk Lắk', 'Dầu Tiếng', 'An Giang'].sort(compareVietnamese) // An Giang, Dầu Tiếng, Đắk Lắk
 */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
