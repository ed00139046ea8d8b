/** node:sqlite as the counter's SQL connection: one data file, written ahead and fsynced at every commit. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Sql } from "../sql.ts";
import { StoreBusy } from "../store.ts";

/** How to open a data file. */
export interface SqliteOptions {
  readonly readOnly?: boolean;
  /** How long a statement waits (and blocks) while another process writes, in milliseconds; 0 throws StoreBusy at once. */
  readonly busyTimeoutMs?: number;
}

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/**
 * Opens a data file; WAL with `synchronous=FULL`, so a commit survives a crash and a power cut.
 * @throws Error of SQLite when the file cannot be opened, is not a database or cannot be written.
 * @example const sql = openSqlite("counter.db"); sql.rows("SELECT 1 AS one")
 */
export function openSqlite(file: string, { readOnly = false, busyTimeoutMs = 0 }: SqliteOptions = {}): Sql {
  const db = new DatabaseSync(file, { readOnly, timeout: busyTimeoutMs });
  const statements = new Map<string, StatementSync>();
  const prepared = (statement: string): StatementSync => {
    let found = statements.get(statement);
    if (found === undefined) statements.set(statement, (found = db.prepare(statement)));
    return found;
  };
  const run: Sql["run"] = (statement, ...values) => void prepared(statement).run(...values);
  const pragma = (name: string): number => Number(prepared(`PRAGMA ${name}`).get()?.[name] ?? 0);
  try {
    if (readOnly) db.exec("PRAGMA query_only=ON; SELECT count(*) FROM sqlite_schema");
    else
      db.exec(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; PRAGMA user_version",
      );
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    run,
    // node:sqlite answers objects of plain values.
    rows: (statement, ...values) => prepared(statement).all(...values),
    transaction(work) {
      try {
        run("BEGIN IMMEDIATE");
      } catch (error) {
        throw isBusy(error)
          ? new StoreBusy("another process writes to the data file", { cause: error })
          : error;
      }
      try {
        work();
        run("COMMIT");
      } catch (error) {
        if (db.isTransaction) run("ROLLBACK");
        throw error;
      }
    },
    schemaVersion: () => pragma("user_version"),
    setSchemaVersion: (version) => db.exec(`PRAGMA user_version = ${version}`),
    dataVersion: () => pragma("data_version"),
    close: () => db.close(),
  };
}

/**
 * Keeps every other counter off a data file until `release` (or the end of the process, however it ends): two counters
 * would each count into memory the other does not see.
 * @throws Error `another counter is running on …`
 */
export function lockDataFile(file: string): { readonly release: () => void } {
  const db = new DatabaseSync(`${file}-lock`);
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    throw isBusy(error) ? new Error(`another counter is running on ${file}`, { cause: error }) : error;
  }
  return { release: () => db.close() };
}

function isBusy(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("errcode" in error)) return false;
  const primary = Number(error.errcode) & 0xff;
  return primary === SQLITE_BUSY || primary === SQLITE_LOCKED;
}
