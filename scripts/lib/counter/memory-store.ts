/** The memory engine: keeps nothing over a restart. Also the not yet folded part of the SQL engines. */
import { type Changes, type Count, type CounterStore, mergeChanges, noChanges } from "./store.ts";

/** A memory store also shows what it holds. */
export interface MemoryStore extends CounterStore {
  readonly changes: Changes;
}

/**
 * An empty store in memory; it knows no legacy numbers.
 * @example const store = createMemoryStore(); store.commit(changes); store.sum(day, day).views
 */
export function createMemoryStore(): MemoryStore {
  const held = noChanges();
  return {
    changes: held,
    lastSeen: (day, visitor) => held.seen.get(day)?.get(visitor) ?? null,
    seenSince: (day, offset) => new Map([...(held.seen.get(day) ?? [])].filter(([, at]) => at >= offset)),
    salt: (day) => held.salts.get(day) ?? null,
    pageViews(path) {
      let views = 0;
      for (const pages of held.pages.values()) views += pages.get(path) ?? 0;
      return views;
    },
    sum: (from, to) => sumOf(held.days, from, to),
    days: () => held.days,
    pages: () => sumPages(-Infinity),
    pageViewsSince: sumPages,
    periods: () => new Map(),
    commit: (changes) => mergeChanges(held, changes),
    tidy(oldest) {
      for (const days of [held.seen, held.salts])
        for (const day of days.keys()) if (day < oldest) days.delete(day);
      return false;
    },
    changedElsewhere: () => false,
    close: () => undefined,
  };

  function sumPages(since: number): Map<string, number> {
    const sums = new Map<string, number>();
    for (const [day, pages] of held.pages) if (day >= since) addTo(sums, pages);
    return sums;
  }
}

/** Adds every count of `from` to `into`. */
export function addTo<K>(into: Map<K, number>, from: ReadonlyMap<K, number>): void {
  for (const [key, n] of from) into.set(key, (into.get(key) ?? 0) + n);
}

function sumOf(days: ReadonlyMap<number, Count>, from: number, to: number): Count {
  let views = 0;
  let visits = 0;
  for (const [day, count] of days) {
    if (day < from || day > to) continue;
    views += count.views;
    visits += count.visits;
  }
  return { views, visits };
}
