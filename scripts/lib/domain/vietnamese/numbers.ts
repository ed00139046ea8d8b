const format = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 20 });

/**
 * Takes a finite number and gives it as Vietnamese readers write it: a dot between groups of three
 * digits, a comma before the fraction.
 *
 * @throws {RangeError} for NaN and infinities, which no page should show.
 * @example formatNumber(8799190) // '8.799.190'
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`formatNumber needs a finite number, got ${value}`);
  return format.format(value);
}

const BYTE_UNITS = ["byte", "kB", "MB", "GB", "TB"] as const;

/**
 * Takes a number of bytes and gives its size for a reader, in decimal units with at most one fraction digit.
 *
 * @throws {RangeError} when `bytes` is negative or not finite.
 * @example formatBytes(1250000) // '1,3 MB'
 */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes) || bytes < 0)
    throw new RangeError(`formatBytes needs a size in bytes, got ${bytes}`);
  let value = bytes;
  let unit = 0;
  while (value >= 999.95 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(unit === 0 ? Math.round(value) : Math.round(value * 10) / 10)} ${BYTE_UNITS[unit] ?? "TB"}`;
}
