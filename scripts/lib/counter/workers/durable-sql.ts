/** The SQL storage of a Durable Object as the counter's SQL connection. Writes are durable before any answer leaves. */
import { integer, type Sql } from "../sql.ts";
import type { DurableState } from "./platform.ts";

/** A connection over a Durable Object's storage. There is no PRAGMA user_version there: a table holds the version. */
export function durableSql({ storage }: DurableState): Sql {
  const { sql } = storage;
  sql.exec("CREATE TABLE IF NOT EXISTS schema_version(version INTEGER NOT NULL)");
  return {
    run: (statement, ...values) => void sql.exec(statement, ...values),
    rows: (statement, ...values) => sql.exec(statement, ...values).toArray(),
    transaction: (work) => storage.transactionSync(work),
    schemaVersion: () =>
      integer(sql.exec("SELECT max(version) AS version FROM schema_version").toArray()[0] ?? {}, "version"),
    setSchemaVersion: (version) => void sql.exec("INSERT INTO schema_version VALUES(?)", version),
    dataVersion: () => 0,
    close: () => undefined,
  };
}
