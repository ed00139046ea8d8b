/** How well queries were answered; shares from 0 to 1. */
export interface Quality {
  readonly queries: number;
  /** Share of queries with a right answer among the first 1, 3 and 10. */
  readonly at1: number;
  readonly at3: number;
  readonly at10: number;
  /** Mean of 1 / rank of the first right answer among ten. */
  readonly reciprocalRank: number;
}

/**
 * Sums up ranks of first right answers (1 = first; `null` = not among ten).
 *
 * @example qualityOf([1, 2, null]).at1 // 0.333…
 */
export function qualityOf(ranks: readonly (number | null)[]): Quality {
  const count = Math.max(1, ranks.length);
  const within = (limit: number): number =>
    ranks.filter((rank) => rank !== null && rank <= limit).length / count;
  const reciprocal = ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0);
  return {
    queries: ranks.length,
    at1: within(1),
    at3: within(3),
    at10: within(10),
    reciprocalRank: reciprocal / count,
  };
}

/**
 * The rank of the first right address, or `null`; for a query that nothing answers, 1 when nothing was found.
 *
 * @example rankOf(['/a/', '/b/'], new Set(['/b/'])) // 2
 */
export function rankOf(found: readonly string[], relevant: ReadonlySet<string>): number | null {
  if (relevant.size === 0) return found.length === 0 ? 1 : null;
  const place = found.slice(0, 10).findIndex((url) => relevant.has(url));
  return place < 0 ? null : place + 1;
}
