/** `counter verify [FILE]`: is a data file (or a backup) whole and consistent? */
import { parseArgs } from "node:util";
import { readStore } from "../journal-store.ts";
import { integer, type Sql, SCHEMA_VERSION } from "../sql.ts";
import { type Command, CommandError } from "./command.ts";
import { dataFile, withDataFile } from "./data-file.ts";

/** Checks and reports; problems end the run with an error. */
export const verifyCommand: Command = (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: "string" } },
  });
  const file = positionals[0] ?? dataFile(values.data, io);
  withDataFile(file, { readOnly: true }, (sql) => {
    const problems = problemsOf(sql);
    if (problems.length > 0) throw new CommandError(...problems.map((problem) => `"${file}": ${problem}`));
    const store = readStore(sql);
    const views = [...store.days().values()].reduce((sum, day) => sum + day.views, 0);
    io.out(`"${file}" is whole: ${store.days().size} days, ${store.pages().size} pages, ${views} page views`);
  });
};

/** Every problem of a data file; none when it is whole. */
function problemsOf(sql: Sql): readonly string[] {
  const integrity = sql.rows("PRAGMA integrity_check").map((row) => String(row["integrity_check"]));
  if (integrity.join() !== "ok") return integrity.map((line) => `damaged: ${line}`);
  const version = sql.schemaVersion();
  if (version !== SCHEMA_VERSION) return [`schema version ${version}, expected ${SCHEMA_VERSION}`];
  const one = (query: string): number => integer(sql.rows(query)[0] ?? {}, "n");
  const problems: string[] = [];
  const dayViews = one("SELECT sum(views) AS n FROM day");
  const pageViews = one("SELECT sum(views) AS n FROM page");
  if (dayViews !== pageViews) problems.push(`the days have ${dayViews} page views, the pages ${pageViews}`);
  const wrong = one(
    "SELECT count(*) AS n FROM day WHERE views < visits OR visits < 0 OR views < visitors OR min(base_views, base_visits) < 0",
  );
  if (wrong > 0) problems.push(`${wrong} days have more visits than page views, or negative counts`);
  const pages = one("SELECT count(*) AS n FROM page WHERE views < 0 OR base < 0");
  if (pages > 0) problems.push(`${pages} pages have negative counts`);
  return problems;
}
