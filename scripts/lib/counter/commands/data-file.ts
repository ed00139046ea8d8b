/** Opens the data file for a sub-command, with errors that say what to do. */
import { messageOf } from "../message-of.ts";
import { existsSync } from "node:fs";
import { openSqlite } from "../node/sqlite.ts";
import type { Sql } from "../sql.ts";
import { CommandError, type CommandIo } from "./command.ts";

/** Where the numbers are kept unless COUNTER_DATA or `--data` says otherwise. */
export const DEFAULT_DATA = ".data/counter.db";
/** Where the site build writes the list of pages unless COUNTER_PATHS or `--paths` says otherwise. */
export const DEFAULT_PATHS = "_site/paths.json";

const BUSY_TIMEOUT_MS = 5000;

/** The data file of a run: `--data`, COUNTER_DATA, or the default. */
export function dataFile(option: string | undefined, { env }: CommandIo): string {
  return option ?? env["COUNTER_DATA"] ?? DEFAULT_DATA;
}

/** The list of pages of a run: `--paths`, COUNTER_PATHS, or the default. */
export function pathsFile(option: string | undefined, { env }: CommandIo): string {
  return option ?? env["COUNTER_PATHS"] ?? DEFAULT_PATHS;
}

/**
 * Runs work on an existing data file and closes it.
 * @throws CommandError when the file does not exist or cannot be used.
 */
export function withDataFile<T>(
  file: string,
  options: { readonly readOnly: boolean },
  work: (sql: Sql) => T,
): T {
  if (!existsSync(file))
    throw new CommandError(`"${file}" does not exist. Name the data file with --data or COUNTER_DATA.`);
  let sql: Sql;
  try {
    sql = openSqlite(file, { ...options, busyTimeoutMs: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw new CommandError(explain(file, error));
  }
  try {
    return work(sql);
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(explain(file, error));
  } finally {
    sql.close();
  }
}

/** One line about a data file that cannot be used, and what to do. */
export function explain(file: string, error: unknown): string {
  const message = messageOf(error);
  if (/not a database|malformed|corrupt/i.test(message))
    return `"${file}" is damaged (${message}). Stop the counter, keep the file, and put the last backup in its place.`;
  if (/readonly|read-only|unable to open/i.test(message))
    return `"${file}" cannot be opened or written (${message}). Check its owner and rights.`;
  return message.includes(file) ? message : `"${file}": ${message}`;
}
