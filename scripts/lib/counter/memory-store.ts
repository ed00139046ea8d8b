/** The memory engine: keeps nothing over a restart. Also the not yet folded part of the SQL engines. */
import {
  type Changes,
  type Count,
  type CounterStore,
  type Legacy,
  mergeChanges,
  noChanges,
} from "./store.ts";

/** A memory store also shows what it holds and takes legacy numbers. */
export interface MemoryStore extends CounterStore {
  readonly changes: Changes;
  adopt(legacy: Legacy): void;
}

/**
 * An empty store in memory.
 * @example const store = createMemoryStore(); store.commit(changes); store.sum(day, day).views
 */
export function createMemoryStore(): MemoryStore {
  const held = noChanges();
  const legacy = {
    periods: new Map<string, number>(),
    pages: new Map<string, number>(),
    days: new Map<number, Count>(),
  };
  return {
    changes: held,
    lastSeen: (day, visitor) => held.seen.get(day)?.get(visitor) ?? null,
    seenSince: (day, offset) => new Map([...(held.seen.get(day) ?? [])].filter(([, at]) => at >= offset)),
    salt: (day) => held.salts.get(day) ?? null,
    pageViews(path) {
      let views = legacy.pages.get(path) ?? 0;
      for (const pages of held.pages.values()) views += pages.get(path) ?? 0;
      return views;
    },
    sum: (from, to) => sumOf(daysWithLegacy(), from, to),
    days: () => daysWithLegacy(),
    pages() {
      const pages = new Map(legacy.pages);
      for (const day of held.pages.values()) addTo(pages, day);
      return pages;
    },
    pageViewsSince(since) {
      const pages = new Map<string, number>();
      for (const [day, views] of held.pages) if (day >= since) addTo(pages, views);
      return pages;
    },
    periods: () => legacy.periods,
    commit: (changes) => mergeChanges(held, changes),
    adopt(from) {
      for (const key of ["periods", "pages"] as const)
        from[key].forEach((n, name) => legacy[key].set(name, n));
      from.days.forEach((count, day) => legacy.days.set(day, count));
    },
    tidy(oldest) {
      for (const day of held.seen.keys()) if (day < oldest) held.seen.delete(day);
      for (const day of held.salts.keys()) if (day < oldest) held.salts.delete(day);
      return false;
    },
    changedElsewhere: () => false,
    close: () => undefined,
  };

  function daysWithLegacy(): Map<number, Count> {
    const days = new Map<number, Count>(legacy.days);
    for (const [day, count] of held.days) {
      const base = days.get(day) ?? { views: 0, visits: 0 };
      days.set(day, { views: base.views + count.views, visits: base.visits + count.visits });
    }
    return days;
  }
}

/** Adds every count of `from` to `into`. */
export function addTo<K>(into: Map<K, number>, from: ReadonlyMap<K, number>): void {
  for (const [key, n] of from) into.set(key, (into.get(key) ?? 0) + n);
}

/** The sum of the days `from` to `to`, both included. */
export function sumOf(days: ReadonlyMap<number, Count>, from: number, to: number): Count {
  let views = 0;
  let visits = 0;
  for (const [day, count] of days) {
    if (day < from || day > to) continue;
    views += count.views;
    visits += count.visits;
  }
  return { views, visits };
}
