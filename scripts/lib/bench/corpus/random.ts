/** A stream of numbers that is the same for the same seed on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  /** Whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  /** True with probability `share` (0 to 1). */
  readonly chance: (share: number) => boolean;
  /** One entry; the list must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different entries in random order; all of them where the list is shorter. */
  readonly sample: <T>(list: readonly T[], count: number) => readonly T[];
}

/**
 * Creates a stream from one or two whole numbers; `stream` separates, for example, the articles of one corpus, so that
 * the text of article 17 does not depend on the sixteen before it. Generator: mulberry32 (public domain).
 *
 * @example createRandom(7).int(1, 6) // 1
 */
export function createRandom(seed: number, stream = 0): Random {
  let state = mix(mix(seed) + stream);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError("pick needs a list with at least one entry");
    // The index is within the list, checked above.
    return list[int(0, list.length - 1)] as T;
  };
  return { next, int, pick, chance: (share) => next() < share, sample };

  function sample<T>(list: readonly T[], count: number): readonly T[] {
    const rest = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(int(0, rest.length - 1), 1));
    return chosen;
  }
}

/** The mixing step of mulberry32: spreads every bit of the input over 32 bits. */
function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 15), value | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return bits ^ (bits >>> 14);
}
