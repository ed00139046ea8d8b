/**
 * The durable store: each commit is one journal row; the tables follow in the background ("folding").
 *
 * A commit of fifty hits touches one page of the file instead of a hundred, so the fsync that every acknowledged hit
 * waits for stays short, and a Durable Object pays for one row instead of a hundred. What is not folded yet is also
 * held in memory; after a crash it is read back from the journal.
 */
import { addTo, createMemoryStore, type MemoryStore } from "./memory-store.ts";
import { integer, migrate, type Sql, text } from "./sql.ts";
import { type Changes, type Count, type CounterReads, type CounterStore, noChanges } from "./store.ts";
import { addCounts, forget, readTables, writeSeen } from "./tables.ts";

/** Last views folded in one transaction: about a millisecond of work. */
const SLICE = 512;

/** A part of the journal on its way into the tables. */
interface Folding {
  readonly held: MemoryStore;
  readonly upTo: number;
  /** Last views still to write, sorted by key so that neighbours share a page of the file. */
  readonly seen: { readonly day: number; readonly keys: Float64Array; next: number }[];
}

/**
 * Opens a store over a SQL connection, migrates it and reads back its journal.
 * @param sql A connection that nothing else writes counts through.
 * @throws Error when the database was written by a newer program.
 * @example const store = createJournalStore(openSqlite("counter.db"));
 */
export function createJournalStore(sql: Sql): CounterStore {
  migrate(sql);
  return journalStore(sql);
}

/** Reads of tables and journal together, without changing anything: for commands beside a running counter. */
export function readStore(sql: Sql): CounterReads {
  return journalStore(sql);
}

function journalStore(sql: Sql): CounterStore {
  const tables = readTables(sql);
  let fresh = createMemoryStore();
  let folding: Folding | null = null;
  let forgetting = false;
  let sequence = 0;
  for (const row of sql.rows("SELECT seq, changes FROM journal ORDER BY seq")) {
    sequence = integer(row, "seq");
    fresh.commit(decodeChanges(text(row, "changes")));
  }
  let dataVersion = sql.dataVersion();

  const layers = (): CounterReads[] => (folding === null ? [fresh, tables] : [fresh, folding.held, tables]);
  const first = <T>(read: (layer: CounterReads) => T | null): T | null => {
    for (const layer of layers()) {
      const found = read(layer);
      if (found !== null) return found;
    }
    return null;
  };
  const merged = (
    read: (layer: CounterReads) => ReadonlyMap<string, number>,
  ): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    for (const layer of layers()) addTo(sums, read(layer));
    return sums;
  };

  return {
    lastSeen: (day, visitor) => first((layer) => layer.lastSeen(day, visitor)),
    seenSince(day, offset) {
      const seen = new Map(tables.seenSince(day, offset));
      for (const layer of folding === null ? [fresh] : [folding.held, fresh])
        for (const [visitor, at] of layer.changes.seen.get(day) ?? []) seen.set(visitor, at);
      return new Map([...seen].filter(([, at]) => at >= offset));
    },
    salt: (day) => first((layer) => layer.salt(day)),
    pageViews: (path) => layers().reduce((sum, layer) => sum + layer.pageViews(path), 0),
    sum: (from, to) =>
      layers().reduce((sum, layer) => plus(sum, layer.sum(from, to)), { views: 0, visits: 0 }),
    days() {
      const days = new Map<number, Count>();
      for (const layer of layers())
        for (const [day, count] of layer.days())
          days.set(day, plus(count, days.get(day) ?? { views: 0, visits: 0 }));
      return days;
    },
    pages: () => merged((layer) => layer.pages()),
    pageViewsSince: (day) => merged((layer) => layer.pageViewsSince(day)),
    periods: () => tables.periods(),
    commit(changes) {
      sql.transaction(() =>
        sql.run("INSERT INTO journal VALUES(?, ?)", sequence + 1, encodeChanges(changes)),
      );
      sequence += 1;
      fresh.commit(changes);
    },
    // Fold what is there, then forget; under load there is always something new to fold, but only once a turn.
    tidy(oldest) {
      if (folding !== null || !(forgetting || isEmpty(fresh.changes))) {
        folding ??= startFolding();
        if (foldSlice(sql, folding)) {
          folding = null;
          forgetting = true;
        }
        return true;
      }
      forgetting = forget(sql, oldest, SLICE);
      return forgetting;
    },
    changedElsewhere() {
      const found = sql.dataVersion();
      const changed = found !== dataVersion;
      dataVersion = found;
      return changed;
    },
    close: () => sql.close(),
  };

  function startFolding(): Folding {
    const held = fresh;
    fresh = createMemoryStore();
    const seen = [...held.changes.seen].map(([day, map]) => ({
      day,
      keys: Float64Array.from(map.keys()).sort(),
      next: 0,
    }));
    return { held, upTo: sequence, seen };
  }
}

/** Folds one slice in one transaction; true when the whole part is in the tables and off the journal. */
function foldSlice(sql: Sql, folding: Folding): boolean {
  const part = folding.seen.find(({ keys, next }) => next < keys.length);
  if (part !== undefined) {
    const last = folding.held.changes.seen.get(part.day);
    const keys = part.keys.subarray(part.next, part.next + SLICE);
    sql.transaction(() =>
      writeSeen(
        sql,
        part.day,
        Array.from(keys, (key) => [key, last?.get(key) ?? 0] as const),
      ),
    );
    part.next += keys.length;
    return false;
  }
  sql.transaction(() => {
    addCounts(sql, folding.held.changes);
    sql.run("DELETE FROM journal WHERE seq <= ?", folding.upTo);
  });
  return true;
}

function isEmpty(changes: Changes): boolean {
  return changes.days.size + changes.pages.size + changes.seen.size + changes.salts.size === 0;
}

function plus(a: Count, b: Count): Count {
  return { views: a.views + b.views, visits: a.visits + b.visits };
}

/** Changes as one line of JSON; Maps become lists of pairs. */
function encodeChanges({ days, pages, seen, salts }: Changes): string {
  const inner = <K>(maps: Map<number, Map<K, number>>): unknown =>
    [...maps].map(([day, map]) => [day, [...map]]);
  return JSON.stringify([[...days], inner(pages), inner(seen), [...salts]]);
}

function decodeChanges(json: string): Changes {
  // Only encodeChanges writes this column, so its shape is known.
  const [days, pages, seen, salts] = JSON.parse(json) as [
    ...[[number, { views: number; visits: number; visitors: number }][], [number, [string, number][]][]],
    ...[[number, [number, number][]][], [number, string][]],
  ];
  return {
    ...noChanges(),
    days: new Map(days),
    pages: new Map(pages.map(([day, pairs]) => [day, new Map(pairs)])),
    seen: new Map(seen.map(([day, pairs]) => [day, new Map(pairs)])),
    salts: new Map(salts),
  };
}
