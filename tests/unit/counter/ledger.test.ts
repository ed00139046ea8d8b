/** The ledger and the journal against a plain model that keeps every view and adds up each time. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { dayOf, startOfDay, startOfMonth, startOfWeek, startOfYear } from "#counter/calendar.ts";
import { createJournalStore } from "#counter/journal-store.ts";
import { createLedger, type Ledger, type Numbers } from "#counter/ledger.ts";
import { createMemoryStore } from "#counter/memory-store.ts";
import { openSqlite } from "#counter/node/sqlite.ts";
import { seededRandom } from "#counter/simulation/traffic.ts";
import type { CounterStore } from "#counter/store.ts";
import { adoptLegacy } from "#counter/tables.ts";

const MINUTE = 60_000;

const ledgerOver = (store: CounterStore): Ledger =>
  createLedger(store, {
    unit: "visits",
    digest: (text) => hash("sha256", text, "hex"),
    newSalt: () => String(Math.random()),
    clockWentBack: () => assert.fail("the clock of this test only goes forward"),
  });

interface Seen {
  readonly at: number;
  readonly reader: number;
  readonly path: string;
  readonly newVisit: boolean;
}

/** What the numbers must be after all these views, found the slow way. */
function expected(views: readonly Seen[], path: string, now: number): Numbers {
  const today = dayOf(now);
  const visits = (from: number): number =>
    views.filter(({ at, newVisit }) => newVisit && dayOf(at) >= from).length;
  const online = new Set(
    views
      .filter(({ at }) => Math.floor(at / 1000) > Math.floor(now / 1000) - 300)
      .map(({ reader }) => reader),
  );
  return {
    online: online.size,
    day: visits(today),
    week: visits(startOfWeek(today)),
    month: visits(startOfMonth(today)),
    year: visits(startOfYear(today)),
    total: visits(0),
    views: views.filter((view) => view.path === path).length,
  };
}

/** Plays readers for some days; `between` may commit, fold, restart as it likes. */
function play(
  seed: number,
  start: string,
  ledger: () => Ledger,
  between: (random: () => number) => void,
): void {
  const random = seededRandom(seed);
  const views: Seen[] = [];
  const last = new Map<number, number>();
  let now = Date.parse(start);
  for (let i = 0; i < 700; i++) {
    now += Math.floor(random() ** 6 * 12 * 60 * MINUTE);
    const reader = Math.floor(random() * 12);
    const path = `/p${Math.floor(random() * 5)}/`;
    const before = last.get(reader);
    views.push({ at: now, reader, path, newVisit: before === undefined || now - before >= 30 * MINUTE });
    last.set(reader, now);
    const numbers = ledger().add({ path, network: `10.0.0.${reader}`, agent: "a", at: now });
    assert.deepEqual(
      numbers,
      expected(views, path, now),
      `seed ${seed}, view ${i}, ${new Date(now).toISOString()}`,
    );
    between(random);
  }
}

describe("the ledger agrees with a plain model", () => {
  for (const seed of [1, 2, 3]) {
    it(`in memory over a new year, seed ${seed}`, () => {
      const store = createMemoryStore();
      const ledger = ledgerOver(store);
      play(
        seed,
        "2026-12-27T20:00:00Z",
        () => ledger,
        () => {
          store.commit(ledger.pending);
          ledger.committed();
        },
      );
    });

    it(`in SQLite with commits, folding, forgetting and restarts at any moment, seed ${seed}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "counter-ledger-"));
      const open = (): CounterStore => createJournalStore(openSqlite(join(folder, "c.db")));
      let store = open();
      let ledger = ledgerOver(store);
      let now = 0;
      play(
        seed,
        "2027-02-27T09:00:00Z",
        () => ledger,
        (random) => {
          const [day = 0] = ledger.pending.days.keys();
          now = Math.max(now, startOfDay(day));
          if (random() < 0.6) {
            store.commit(ledger.pending);
            ledger.committed();
            if (random() < 0.3) store.tidy(dayOf(now) - 1);
            if (random() < 0.1) {
              store.close();
              store = open();
              ledger = ledgerOver(store);
            }
          }
        },
      );
      store.close();
      rmSync(folder, { recursive: true });
    });
  }
});

describe("the journal", () => {
  const view = (at: number, reader = 1) => ({ path: "/a/", network: `10.0.0.${reader}`, agent: "a", at });
  const AT = Date.parse("2026-11-18T08:00:00+07:00");

  it("is folded whole: the tables hold the same, and nothing is left to do", () => {
    const sql = openSqlite(":memory:");
    const store = createJournalStore(sql);
    const ledger = ledgerOver(store);
    for (let i = 0; i < 2000; i++) ledger.add(view(AT + i, i));
    store.commit(ledger.pending);
    const before = [[...store.days()], [...store.pages()], store.seenSince(dayOf(AT), 0).size];
    let slices = 0;
    while (store.tidy(0)) slices += 1;
    assert.ok(slices >= 4, "2,000 readers take several slices");
    assert.deepEqual([[...store.days()], [...store.pages()], store.seenSince(dayOf(AT), 0).size], before);
    assert.equal(sql.rows("SELECT * FROM journal").length, 0);
    assert.equal(sql.rows("SELECT visitors FROM day")[0]?.["visitors"], 2000);
  });

  it("forgets readers and salts of earlier days, and keeps days and pages for good", () => {
    const sql = openSqlite(":memory:");
    const store = createJournalStore(sql);
    const ledger = ledgerOver(store);
    for (let day = 0; day < 60; day++) {
      for (let reader = 0; reader < 20; reader++) ledger.add(view(AT + day * 86_400_000, reader));
      store.commit(ledger.pending);
      ledger.committed();
    }
    const today = dayOf(AT) + 59;
    while (store.tidy(today));
    const count = (table: string): unknown => sql.rows(`SELECT count(*) AS n FROM ${table}`)[0]?.["n"];
    assert.deepEqual(["seen", "salt", "page_day", "day", "page"].map(count), [20, 1, 36, 60, 1]);
    assert.equal(store.pageViews("/a/"), 1200);
  });

  it("tells when another connection imported, and then counts on from the new base", () => {
    const folder = mkdtempSync(join(tmpdir(), "counter-legacy-"));
    const store = createJournalStore(openSqlite(join(folder, "c.db")));
    const ledger = ledgerOver(store);
    ledger.add(view(AT));
    store.commit(ledger.pending);
    ledger.committed();
    assert.equal(store.changedElsewhere(), false);
    const other = openSqlite(join(folder, "c.db"));
    const legacy = {
      periods: new Map([
        ["total", 8_799_190],
        ["2026", 1000],
      ]),
      pages: new Map([["/a/", 275]]),
      days: new Map([[dayOf(AT) - 1, { views: 9, visits: 4 }]]),
    };
    adoptLegacy(other, legacy);
    adoptLegacy(other, legacy);
    other.close();
    assert.equal(store.changedElsewhere(), true);
    ledger.reload();
    assert.deepEqual(ledger.numbers("/a/", AT), {
      online: 1,
      day: 1,
      week: 5,
      month: 5,
      year: 1005,
      total: 8_799_195,
      views: 276,
    });
    store.close();
    rmSync(folder, { recursive: true });
  });
});
