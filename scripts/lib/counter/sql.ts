/** The little of SQLite that both engines offer: node:sqlite and the SQL storage of a Durable Object. */

/** A value that is bound to a statement. */
export type SqlValue = string | number;
/** One row of an answer, by column name. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** A synchronous SQLite connection. */
export interface Sql {
  run(statement: string, ...values: readonly SqlValue[]): void;
  rows(statement: string, ...values: readonly SqlValue[]): readonly SqlRow[];
  /** Runs `work` in one transaction; nothing of it is kept when it throws. @throws StoreBusy */
  transaction(work: () => void): void;
  schemaVersion(): number;
  setSchemaVersion(version: number): void;
  /** A number that changes when another connection commits; constant where there is no other connection. */
  dataVersion(): number;
  close(): void;
}

/** One migration for each schema version, in order: the first brings version 0 to 1. Never edit one that was released. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE day(day INTEGER PRIMARY KEY, views INTEGER NOT NULL DEFAULT 0, visits INTEGER NOT NULL DEFAULT 0,
       visitors INTEGER NOT NULL DEFAULT 0, base_views INTEGER NOT NULL DEFAULT 0, base_visits INTEGER NOT NULL DEFAULT 0)`,
    `CREATE TABLE page(path TEXT PRIMARY KEY, views INTEGER NOT NULL DEFAULT 0, base INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID`,
    `CREATE TABLE page_day(day INTEGER, path TEXT, views INTEGER NOT NULL, PRIMARY KEY(day, path)) WITHOUT ROWID`,
    `CREATE TABLE seen(day INTEGER, visitor INTEGER, at INTEGER NOT NULL, PRIMARY KEY(day, visitor)) WITHOUT ROWID`,
    `CREATE TABLE salt(day INTEGER PRIMARY KEY, salt TEXT NOT NULL)`,
    `CREATE TABLE period(name TEXT PRIMARY KEY, base INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE journal(seq INTEGER PRIMARY KEY, changes TEXT NOT NULL)`,
  ],
];

/** The schema version this code writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings a database to {@link SCHEMA_VERSION}, each step in a transaction of its own.
 * @throws Error when the file was written by a newer program.
 */
export function migrate(sql: Sql): void {
  const found = sql.schemaVersion();
  if (found > SCHEMA_VERSION)
    throw new Error(
      `the data file has schema version ${found}; this program knows ${SCHEMA_VERSION}. Use the newer program.`,
    );
  MIGRATIONS.slice(found).forEach((statements, step) => {
    sql.transaction(() => {
      for (const statement of statements) sql.run(statement);
      sql.setSchemaVersion(found + step + 1);
    });
  });
}

/** An integer column of a row. */
export function integer(row: SqlRow, column: string): number {
  return Number(row[column] ?? 0);
}

/** A text column of a row. */
export function text(row: SqlRow, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : "";
}
