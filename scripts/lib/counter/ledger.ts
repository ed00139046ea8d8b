/** What a view does to the numbers: the semantics of the counter, above any store. */
import { dayOf, startOfDay } from "./calendar.ts";
import { createOnlineWindow, ONLINE_MS } from "./online.ts";
import { addStep, type PeriodSums, sumPeriods } from "./periods.ts";
import type { CountedUnit } from "./settings.ts";
import { type Changes, type CounterReads, countOf, entry, noChanges } from "./store.ts";
import { type Digest, visitorKey } from "./visitor.ts";

/** Views of one visitor less than this apart belong to one visit. */
export const VISIT_MS = 30 * 60_000;

/** One page view by a person. */
export interface View {
  readonly path: string;
  /** The network part of the address (see visitor.ts); used for the hash and forgotten. */
  readonly network: string;
  readonly agent: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/** The six lines of the widget. */
export interface Totals extends Readonly<PeriodSums> {
  readonly online: number;
}

/** What a hit is answered with: the six lines and the views of the page (null when no page was asked for). */
export interface Numbers extends Totals {
  readonly views: number | null;
}

/** What the ledger needs from its surroundings. */
export interface LedgerPorts {
  readonly unit: CountedUnit;
  readonly digest: Digest;
  /** A new random salt of at least 128 bits. */
  readonly newSalt: () => string;
  /** Called with milliseconds when the clock has stepped back. */
  readonly clockWentBack: (ms: number) => void;
}

/** Counts views in memory and collects what has to be committed. */
export interface Ledger {
  add(view: View): Numbers;
  numbers(path: string | null, now: number): Numbers;
  /** Changes since the last {@link Ledger.committed}. */
  readonly pending: Changes;
  committed(): void;
  /** Forgets everything pending and reads the store again. */
  reload(): void;
}

const FAMILIAR_MAX = 100_000;

/**
 * A ledger over a store.
 *
 * A visit belongs to the day of its first view and goes on over midnight: for 30 minutes a reader of the new day is
 * also looked up under yesterday's salt, so nobody becomes two readers or two visits at 00:00. The wall clock decides
 * the day; when it steps back, hits count on the day it shows.
 * @example const ledger = createLedger(createMemoryStore(), ports); ledger.add(view).total // 1
 */
export function createLedger(store: CounterReads, ports: LedgerPorts): Ledger {
  let pending = noChanges();
  let online = createOnlineWindow();
  let newest = 0;
  let today = -1;
  let sums: PeriodSums = { day: 0, week: 0, month: 0, year: 0, total: 0 };
  let salts: { readonly today: string; readonly yesterday: string | null } = { today: "", yesterday: null };
  let pageViews = new Map<string, number>();
  // Last views of readers met lately, so that most views ask the store nothing.
  const familiar = new Map<number, number>();
  let allFamiliar = false;

  function turnTo(now: number): void {
    if (now < newest - 1000) {
      ports.clockWentBack(newest - now);
      today = -1;
    }
    newest = now;
    if (dayOf(now) === today) return;
    today = dayOf(now);
    familiar.clear();
    sums = sumPeriods(store, pending.days, ports.unit, today);
    const salt = saltOf(today);
    // A day without a salt has no reader yet: whoever is not familiar was not here before.
    allFamiliar = salt === null;
    salts = { today: salt ?? newSalt(today), yesterday: saltOf(today - 1) };
    online = onlineAt(now);
  }

  function onlineAt(now: number): typeof online {
    const window = createOnlineWindow();
    for (const day of [today - 1, today]) {
      const offset = Math.max(1, now - ONLINE_MS + 1 - startOfDay(day));
      const seen = new Map([...store.seenSince(day, offset), ...(pending.seen.get(day) ?? [])]);
      const instants = [...seen.values()]
        .filter((at) => at >= offset)
        .map((at) => Math.min(now, startOfDay(day) + at));
      for (const at of instants.sort((a, b) => a - b)) window.move(null, at);
    }
    return window;
  }

  function saltOf(day: number): string | null {
    return pending.salts.get(day) ?? store.salt(day);
  }

  function newSalt(day: number): string {
    const salt = ports.newSalt();
    pending.salts.set(day, salt);
    return salt;
  }

  /** The instant of the last view under a day's key, or null. */
  function lastView(day: number, visitor: number): number | null {
    const known = day === today ? familiar.get(visitor) : undefined;
    if (known === undefined && day === today && allFamiliar) return null;
    const at = known ?? pending.seen.get(day)?.get(visitor) ?? store.lastSeen(day, visitor);
    return at === null ? null : startOfDay(day) + at;
  }

  function remember(visitor: number, at: number): void {
    if (familiar.size >= FAMILIAR_MAX) {
      familiar.clear();
      allFamiliar = false;
    }
    familiar.set(visitor, at - startOfDay(today));
    entry(pending.seen, today).set(visitor, at - startOfDay(today));
  }

  /** The last view of a reader of today who was last seen yesterday, under yesterday's salt. */
  function carriedOverMidnight(view: View): number | null {
    if (salts.yesterday === null || view.at - startOfDay(today) >= VISIT_MS) return null;
    const visitor = visitorKey(ports.digest, salts.yesterday, view.network, view.agent);
    const last = lastView(today - 1, visitor);
    if (last === null || view.at - last >= VISIT_MS) return null;
    // From now on this reader is known under today's key alone.
    entry(pending.seen, today - 1).set(visitor, 0);
    return last;
  }

  function viewsOf(path: string): number {
    let views = pageViews.get(path);
    if (views === undefined) {
      views = store.pageViews(path);
      for (const pages of pending.pages.values()) views += pages.get(path) ?? 0;
      pageViews.set(path, views);
    }
    return views;
  }

  function numbers(path: string | null, now: number): Numbers {
    turnTo(now);
    return { online: online.count(now), ...sums, views: path === null ? null : viewsOf(path) };
  }

  return {
    numbers,
    get pending() {
      return pending;
    },
    add(view) {
      turnTo(view.at);
      const views = viewsOf(view.path);
      const visitor = visitorKey(ports.digest, salts.today, view.network, view.agent);
      const lastToday = lastView(today, visitor);
      const last = lastToday ?? carriedOverMidnight(view);
      const newVisit = last === null || view.at - last >= VISIT_MS;

      const count = countOf(pending, today);
      count.views += 1;
      count.visits += newVisit ? 1 : 0;
      count.visitors += lastToday === null ? 1 : 0;
      const pages = entry(pending.pages, today);
      pages.set(view.path, (pages.get(view.path) ?? 0) + 1);
      pageViews.set(view.path, views + 1);
      remember(visitor, Math.max(view.at, lastToday ?? 0));
      online.move(last, view.at);
      const step = ports.unit === "views" || newVisit ? 1 : 0;
      addStep(sums, step);
      return numbers(view.path, view.at);
    },
    committed() {
      pending = noChanges();
    },
    reload() {
      pending = noChanges();
      pageViews = new Map();
      today = -1;
    },
  };
}
