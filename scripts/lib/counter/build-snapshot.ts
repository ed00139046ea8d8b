/** Makes a snapshot from what is kept. */
import { dayOf, isoDay, isoInstant } from "./calendar.ts";
import type { CounterSnapshot, SnapshotTotals, TopPage } from "./snapshot.ts";
import type { CounterReads } from "./store.ts";

/** How many articles the most-viewed list of a snapshot or an answer names. */
export const TOP_SIZE = 30;

const ARTICLE = /\/\d{4}\/\d{2}\/[^/]+\/$/;
const LOOK_BACK_DAYS = [7, 30] as const;

/**
 * The snapshot of a store.
 * @param totals The six lines now.
 * @param now Milliseconds since the Unix epoch.
 */
export function buildSnapshot(store: CounterReads, totals: SnapshotTotals, now: number): CounterSnapshot {
  const { online, day, week, month, year, total } = totals;
  const days = [...store.days()].sort(([a], [b]) => a - b);
  const years = [...store.periods()]
    .filter(([name]) => /^\d{4}$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    asOf: isoInstant(now),
    totals: { online, day, week, month, year, total },
    views: Object.fromEntries([...store.pages()].sort(([a], [b]) => (a < b ? -1 : 1))),
    top: mostViewed(store, dayOf(now)),
    days: days.map(([number, { views, visits }]) => ({ day: isoDay(number), views, visits })),
    formerYears: years.map(([name, count]) => ({ year: Number(name), count })),
  };
}

/**
 * The articles most viewed in the last 7 days; where those are fewer than {@link TOP_SIZE}, in the last 30; then ever
 * (with legacy views). All counts of one list cover the same time. Equal counts are ordered by path.
 */
export function mostViewed(store: CounterReads, today: number): readonly TopPage[] {
  const rank = (pages: ReadonlyMap<string, number>): readonly TopPage[] =>
    [...pages]
      .filter(([path, views]) => views > 0 && ARTICLE.test(path))
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, TOP_SIZE)
      .map(([path, views]) => ({ path, views }));
  for (const days of LOOK_BACK_DAYS) {
    const top = rank(store.pageViewsSince(today - days + 1));
    if (top.length >= TOP_SIZE) return top;
  }
  return rank(store.pages());
}
