/** Readers of one shard for a while, made up from a seed: the same numbers on every machine. */

/** One page view. */
export interface SimulatedView {
  /** Seconds from the start. */
  readonly at: number;
  readonly visitor: number;
  readonly page: number;
}

/** What readers are like. */
export interface Traffic {
  readonly viewsPerSecond: number;
  readonly seconds: number;
  readonly viewsPerVisit: number;
  /** Mean seconds between two views of a visit. */
  readonly readingSeconds: number;
  /** Pages of the site; the page at rank r is asked for in proportion to 1/r. */
  readonly pages: number;
}

const WARM_UP_SECONDS = 300;

/** Views in order of time; visits that began before the start are included. */
export function simulateViews(
  { viewsPerSecond, seconds, viewsPerVisit, readingSeconds, pages }: Traffic,
  seed: number,
): readonly SimulatedView[] {
  const random = seededRandom(seed);
  const pick = zipf(pages, random);
  const views: SimulatedView[] = [];
  const visits = Math.round(((seconds + WARM_UP_SECONDS) * viewsPerSecond) / viewsPerVisit);
  for (let visitor = 0; visitor < visits; visitor++) {
    let at = random() * (seconds + WARM_UP_SECONDS) - WARM_UP_SECONDS;
    do {
      if (at >= 0 && at < seconds) views.push({ at, visitor, page: pick() });
      at += -Math.log(1 - random()) * readingSeconds;
    } while (random() < 1 - 1 / viewsPerVisit);
  }
  return views.sort((a, b) => a.at - b.at);
}

/** Mulberry32: a small generator with a seed, good enough to place readers in time. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function zipf(pages: number, random: () => number): () => number {
  const sums = new Float64Array(pages);
  let sum = 0;
  for (let rank = 0; rank < pages; rank++) sums[rank] = sum += 1 / (rank + 1);
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = pages - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
