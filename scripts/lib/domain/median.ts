/**
 * The middle of the values; of an even number of values the mean of the two in the middle.
 * @throws RangeError for an empty list.
 * @example median([3, 1, 2]) // 2
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError("median needs at least one value");
  return (lower + upper) / 2;
}

/**
 * Median of the ratios of runs made side by side, so that a machine whose speed drifts changes both alike.
 * @param ours and theirs: one value for each round, in the same order.
 * @example medianRatio([1, 2], [2, 4]) // 0.5
 */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  const rounds = Math.min(ours.length, theirs.length);
  return median(Array.from({ length: rounds }, (_, round) => (ours[round] ?? NaN) / (theirs[round] ?? NaN)));
}
