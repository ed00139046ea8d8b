/** What every engine of the counter keeps, and the one way to change it. */

/** Counts of one local day. `visitors` (distinct that day) is kept for checks and never summed over days. */
export interface DayCount {
  views: number;
  visits: number;
  visitors: number;
}

/**
 * One group of changes, applied whole or not at all.
 * Counts are what to *add*; `seen` and `salts` are what *is*. Days are day numbers (see calendar.ts).
 */
export interface Changes {
  readonly days: Map<number, DayCount>;
  /** Page views to add: day, then path. */
  readonly pages: Map<number, Map<string, number>>;
  /** Last view of each visitor: day, then visitor key, then milliseconds since that day began. */
  readonly seen: Map<number, Map<number, number>>;
  readonly salts: Map<number, string>;
}

/** Numbers a former system counted. They replace earlier ones; nothing is added twice. */
export interface Legacy {
  /** Keys `total` and years (`2021`). */
  readonly periods: ReadonlyMap<string, number>;
  readonly pages: ReadonlyMap<string, number>;
  /** Day number, then page views and visits. */
  readonly days: ReadonlyMap<number, { readonly views: number; readonly visits: number }>;
}

/** Page views and visits of a period. */
export interface Count {
  readonly views: number;
  readonly visits: number;
}

/** What can be asked of kept numbers; legacy numbers are included wherever a day or page is read. */
export interface CounterReads {
  /** Milliseconds since `day` began, or null when this visitor was not seen on that day. */
  lastSeen(day: number, visitor: number): number | null;
  /** The visitors of a day whose last view was at or after an offset in milliseconds. */
  seenSince(day: number, offset: number): ReadonlyMap<number, number>;
  salt(day: number): string | null;
  pageViews(path: string): number;
  /** Sum of the days `from` to `to`, both included. */
  sum(from: number, to: number): Count;
  days(): ReadonlyMap<number, Count>;
  pages(): ReadonlyMap<string, number>;
  /** Counted page views of each path since a day. */
  pageViewsSince(day: number): ReadonlyMap<string, number>;
  periods(): ReadonlyMap<string, number>;
}

/** A store: reads, and changes that are durable when `commit` returns. */
export interface CounterStore extends CounterReads {
  /** @throws StoreBusy when another process holds the store; any other error means the changes were not kept. */
  commit(changes: Changes): void;
  /** One small slice of background work; visitors and salts of days before `oldest` go. True while there is more to do. */
  tidy(oldest: number): boolean;
  /** True once after another process changed the stored numbers (an import). */
  changedElsewhere(): boolean;
  close(): void;
}

/** Another process holds the store for now: nothing was changed, try again. */
export class StoreBusy extends Error {}

/** Empty changes. @example noChanges().days.size // 0 */
export function noChanges(): Changes {
  return { days: new Map(), pages: new Map(), seen: new Map(), salts: new Map() };
}

/** Adds `from` to `into`: counts are summed, last views and salts replaced. */
export function mergeChanges(into: Changes, from: Changes): void {
  for (const [day, count] of from.days) {
    const sum = countOf(into, day);
    sum.views += count.views;
    sum.visits += count.visits;
    sum.visitors += count.visitors;
  }
  for (const [day, pages] of from.pages) {
    const sums = entry(into.pages, day);
    for (const [path, views] of pages) sums.set(path, (sums.get(path) ?? 0) + views);
  }
  for (const [day, seen] of from.seen) {
    const last = entry(into.seen, day);
    for (const [visitor, offset] of seen) last.set(visitor, offset);
  }
  for (const [day, salt] of from.salts) into.salts.set(day, salt);
}

/** The counts of a day within changes, made when missing. */
export function countOf(changes: Changes, day: number): DayCount {
  let count = changes.days.get(day);
  if (count === undefined) changes.days.set(day, (count = { views: 0, visits: 0, visitors: 0 }));
  return count;
}

/** The inner map of a day, made when missing. */
export function entry<K>(maps: Map<number, Map<K, number>>, day: number): Map<K, number> {
  let map = maps.get(day);
  if (map === undefined) maps.set(day, (map = new Map<K, number>()));
  return map;
}
