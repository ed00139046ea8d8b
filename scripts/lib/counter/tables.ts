/** Reads and writes of the SQL tables. The journal in front of them is in journal-store.ts. */
import { integer, type Sql, type SqlRow, text } from "./sql.ts";
import type { Changes, Count, CounterReads, Legacy } from "./store.ts";

/** Days for which views of single pages on single days are kept: what "most viewed" can look back on. */
export const PAGE_DAYS_KEPT = 35;

/** Reads over the tables alone. @example readTables(sql).sum(day, day).views */
export function readTables(sql: Sql): CounterReads {
  const count = (row: SqlRow): Count => ({ views: integer(row, "views"), visits: integer(row, "visits") });
  const map = (statement: string, ...values: number[]): ReadonlyMap<string, number> =>
    new Map(sql.rows(statement, ...values).map((row) => [text(row, "name"), integer(row, "n")]));
  return {
    lastSeen(day, visitor) {
      const [row] = sql.rows("SELECT at FROM seen WHERE day = ? AND visitor = ?", day, visitor);
      return row === undefined ? null : integer(row, "at");
    },
    seenSince(day, offset) {
      const rows = sql.rows("SELECT visitor, at FROM seen WHERE day = ? AND at >= ?", day, offset);
      return new Map(rows.map((row) => [integer(row, "visitor"), integer(row, "at")]));
    },
    salt(day) {
      const [row] = sql.rows("SELECT salt FROM salt WHERE day = ?", day);
      return row === undefined ? null : text(row, "salt");
    },
    pageViews(path) {
      const [row] = sql.rows("SELECT views + base AS n FROM page WHERE path = ?", path);
      return row === undefined ? 0 : integer(row, "n");
    },
    sum(from, to) {
      const sums = "SELECT sum(views + base_views) AS views, sum(visits + base_visits) AS visits FROM day";
      return count(sql.rows(`${sums} WHERE day BETWEEN ? AND ?`, from, to)[0] ?? {});
    },
    days() {
      const columns = "day, views + base_views AS views, visits + base_visits AS visits";
      return new Map(
        sql.rows(`SELECT ${columns} FROM day ORDER BY day`).map((row) => [integer(row, "day"), count(row)]),
      );
    },
    pages: () => map("SELECT path AS name, views + base AS n FROM page"),
    pageViewsSince: (day) =>
      map("SELECT path AS name, sum(views) AS n FROM page_day WHERE day >= ? GROUP BY path", day),
    periods: () => map("SELECT name, base AS n FROM period"),
  };
}

/** Writes last views; writing them again changes nothing. Call inside a transaction. */
export function writeSeen(
  sql: Sql,
  day: number,
  seen: readonly (readonly [visitor: number, at: number])[],
): void {
  const upsert = "INSERT INTO seen VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at";
  for (const [visitor, at] of seen) sql.run(upsert, day, visitor, at);
}

/** Adds counts and writes salts. Call inside the transaction that also removes them from the journal. */
export function addCounts(sql: Sql, changes: Changes): void {
  for (const [day, salt] of changes.salts) sql.run("INSERT OR REPLACE INTO salt VALUES(?, ?)", day, salt);
  for (const [day, count] of changes.days) {
    sql.run(
      `INSERT INTO day(day, views, visits, visitors) VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET views = views + excluded.views, visits = visits + excluded.visits, visitors = visitors + excluded.visitors`,
      ...[day, count.views, count.visits, count.visitors],
    );
  }
  const page =
    "INSERT INTO page(path, views) VALUES(?, ?) ON CONFLICT DO UPDATE SET views = views + excluded.views";
  const pageDay =
    "INSERT INTO page_day VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET views = views + excluded.views";
  for (const [day, pages] of changes.pages) {
    for (const [path, views] of pages) {
      sql.run(page, path, views);
      sql.run(pageDay, day, path, views);
    }
  }
}

/**
 * Replaces legacy numbers in one transaction; running an import twice changes nothing.
 * @throws StoreBusy
 */
export function adoptLegacy(sql: Sql, legacy: Legacy): void {
  sql.transaction(() => {
    for (const [name, n] of legacy.periods) sql.run("INSERT OR REPLACE INTO period VALUES(?, ?)", name, n);
    for (const [path, n] of legacy.pages)
      sql.run(
        "INSERT INTO page(path, base) VALUES(?, ?) ON CONFLICT DO UPDATE SET base = excluded.base",
        path,
        n,
      );
    for (const [day, { views, visits }] of legacy.days)
      sql.run(
        `INSERT INTO day(day, base_views, base_visits) VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET base_views = excluded.base_views, base_visits = excluded.base_visits`,
        ...[day, views, visits],
      );
  });
}

/**
 * Removes at most `limit` rows of each table that are no longer needed: visitors and salts of days before `oldest`, page
 * views of single days more than {@link PAGE_DAYS_KEPT} before it. Days, pages and periods are kept for good.
 * @returns true while there is more to remove.
 */
export function forget(sql: Sql, oldest: number, limit: number): boolean {
  const [seen] = sql.rows("SELECT day FROM seen WHERE day < ? LIMIT 1", oldest);
  const [pageDay] = sql.rows("SELECT day FROM page_day WHERE day < ? LIMIT 1", oldest - PAGE_DAYS_KEPT);
  const [salt] = sql.rows("SELECT day FROM salt WHERE day < ? LIMIT 1", oldest);
  if (seen === undefined && pageDay === undefined && salt === undefined) return false;
  const remove = (table: string, key: string, before: number): void =>
    sql.run(
      `DELETE FROM ${table} WHERE (day, ${key}) IN (SELECT day, ${key} FROM ${table} WHERE day < ? LIMIT ?)`,
      before,
      limit,
    );
  sql.transaction(() => {
    remove("seen", "visitor", oldest);
    remove("page_day", "path", oldest - PAGE_DAYS_KEPT);
    sql.run("DELETE FROM salt WHERE day < ?", oldest);
  });
  return true;
}
