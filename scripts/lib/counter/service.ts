/** Counts hits and answers only when they are safe: one commit for all hits that arrived together ("group commit"). */
import { dayOf } from "./calendar.ts";
import { createLedger, type LedgerPorts, type Numbers, type View, VISIT_MS } from "./ledger.ts";
import { createRateLimit } from "./rate-limit.ts";
import type { CounterSettings } from "./settings.ts";
import { buildSnapshot, mostViewed } from "./build-snapshot.ts";
import type { CounterSnapshot, TopPage } from "./snapshot.ts";
import { type CounterStore, StoreBusy } from "./store.ts";

/** What became of a hit: counted and durable, or not counted at all. */
export type HitResult =
  | { readonly kind: "counted"; readonly numbers: Numbers }
  | { readonly kind: "limited" }
  | { readonly kind: "unavailable" };

/** What a service needs from the engine. */
export interface ServicePorts extends Omit<LedgerPorts, "unit"> {
  readonly settings: CounterSettings;
  readonly now: () => number;
  readonly random: () => number;
  /** Runs work after the hits that are already waiting have been taken in. */
  readonly soon: (work: () => void) => void;
  readonly later: (work: () => void, ms: number) => void;
  /** Told why a commit failed, once for each failure. */
  readonly commitFailed: (error: unknown, hits: number) => void;
}

/** The counter above one store. */
export interface CounterService {
  /** Tells `done` once the view is durable or refused; no promise here, this is the way of nearly all requests. */
  count(view: View, done: (result: HitResult) => void): void;
  numbers(path: string | null): Numbers;
  snapshot(): CounterSnapshot;
  top(): readonly TopPage[];
  /** False from a failed commit until the next that succeeds. */
  healthy(): boolean;
  /** One slice of background work; true while there is more. */
  tidy(): boolean;
  /** Resolves when no hit waits for its commit. */
  idle(): Promise<void>;
}

interface WaitingHit {
  readonly view: View;
  numbers: Numbers | null;
  readonly done: (result: HitResult) => void;
}

const UNAVAILABLE: HitResult = { kind: "unavailable" };
const RETRY_MS = 20;
const PATIENCE_MS = 2000;
const BATCH_MAX = 256;
const WAITING_MAX = 20_000;
const TOP_MS = 60_000;

/**
 * The service over a store.
 * A store that is held by another process is tried again for two seconds; then, or on any other error, the waiting hits
 * are refused, nothing of them is kept, and the next hit tries afresh.
 * @example createService(createMemoryStore(), ports).count(view, ({ kind }) => console.log(kind)) // "counted"
 */
export function createService(store: CounterStore, ports: ServicePorts): CounterService {
  const ledger = createLedger(store, { ...ports, unit: ports.settings.unit });
  const allows = createRateLimit(ports.settings.ratePerMinute, ports.random);
  let waiting: WaitingHit[] = [];
  let scheduled = false;
  let busySince: number | null = null;
  let failed = false;
  let top: { readonly pages: readonly TopPage[]; readonly at: number } | null = null;
  const whenIdle: (() => void)[] = [];

  /** Waits for a turn of the event loop that brings no further hit: under load most connections share one commit. */
  function gather(before: number): void {
    const found = waiting.length;
    if (found > before && found < BATCH_MAX) ports.soon(() => gather(found));
    else commitWaiting();
  }

  function commitWaiting(): void {
    try {
      // Hits that were added already wait for a store that was busy: the ledger holds more than the store.
      if (busySince === null && store.changedElsewhere()) ledger.reload();
      for (const hit of waiting) hit.numbers ??= ledger.add(hit.view);
      store.commit(ledger.pending);
      ledger.committed();
    } catch (error) {
      busySince ??= ports.now();
      if (error instanceof StoreBusy && Math.abs(ports.now() - busySince) < PATIENCE_MS)
        ports.later(commitWaiting, RETRY_MS);
      else {
        ledger.reload();
        settleAll(error);
      }
      return;
    }
    settleAll(null);
  }

  /** Answers the hits that were waiting: committed, or refused because of a problem. */
  function settleAll(problem: unknown): void {
    const settled = waiting;
    waiting = [];
    scheduled = false;
    busySince = null;
    failed = problem !== null;
    if (failed) ports.commitFailed(problem, settled.length);
    for (const { numbers, done } of settled)
      done(failed || numbers === null ? UNAVAILABLE : { kind: "counted", numbers });
    for (const resolve of whenIdle.splice(0)) resolve();
  }

  return {
    count(view, done) {
      if (!allows(view.network, view.at)) done({ kind: "limited" });
      else if (waiting.length >= WAITING_MAX) done(UNAVAILABLE);
      else {
        waiting.push({ view, numbers: null, done });
        if (!scheduled) ports.soon(() => gather(0));
        scheduled = true;
      }
    },
    numbers(path) {
      if (waiting.length === 0 && store.changedElsewhere()) ledger.reload();
      return ledger.numbers(path, ports.now());
    },
    snapshot: () => buildSnapshot(store, ledger.numbers(null, ports.now()), ports.now()),
    top() {
      const now = ports.now();
      if (top === null || Math.abs(now - top.at) >= TOP_MS)
        top = { pages: mostViewed(store, dayOf(now)), at: now };
      return top.pages;
    },
    healthy: () => !failed,
    tidy: () => store.tidy(dayOf(ports.now() - VISIT_MS)),
    idle: () => (!scheduled ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  };
}
