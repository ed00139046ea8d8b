/** A seeded source of choices: the same seed gives the same articles and queries on every machine. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** One of the values, all equally likely. */
  pick<T>(values: readonly T[]): T;
  /** One of the values, early ones far more likely, as words are in running text. */
  pickFrequent<T>(values: readonly T[]): T;
}

/**
 * Makes a seeded source of choices (mulberry32).
 *
 * @example seededRandom(7).below(10) // always the same number from 0 to 9
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(values: readonly T[], index: number): T => {
    const value = values[index];
    if (value === undefined) throw new RangeError("cannot pick from an empty list");
    return value;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (values) => at(values, Math.floor(next() * values.length)),
    pickFrequent: (values) => at(values, Math.floor(next() ** 2.2 * values.length)),
  };
}
