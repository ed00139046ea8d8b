/** `counter import FILE…`: legacy numbers, also while the counter runs. */
import { messageOf } from "../message-of.ts";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type LegacyFile, parseCount, parseLegacy } from "../legacy-import.ts";
import { parsePageList } from "../page-list.ts";
import { migrate } from "../sql.ts";
import type { Legacy } from "../store.ts";
import { adoptLegacy } from "../tables.ts";
import { type Command, CommandError, type CommandIo } from "./command.ts";
import { dataFile, pathsFile, withDataFile } from "./data-file.ts";

/**
 * Reads every file, reports every problem, and only then writes, in one transaction. Legacy numbers replace earlier
 * ones, so an import may be repeated. `--total N` sets the total; `--skip-unknown` leaves out pages the site has not.
 * `--to https://host` sends them to a counter on Workers.
 */
export const importCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string" },
      paths: { type: "string" },
      to: { type: "string" },
      total: { type: "string" },
      "skip-unknown": { type: "boolean", default: false },
    },
  });
  const total = values.total === undefined ? undefined : parseCount(values.total);
  if (total === null) throw new CommandError(`--total "${values.total ?? ""}" is not a whole number`);
  if (total === undefined && positionals.length === 0)
    throw new CommandError("name a CSV file, or give --total N");
  const pages = positionals.length === 0 ? null : readPages(pathsFile(values.paths, io));
  const files = positionals.map((file) => read(file, pages));
  const unknown = files.flatMap(({ unknownPages }) => unknownPages);
  const problems = [...files.flatMap((file) => file.problems), ...(values["skip-unknown"] ? [] : unknown)];
  if (problems.length > 0) throw new CommandError(...problems);
  const legacy = merge(files, total);
  if (values.to !== undefined) await send(values.to, legacy, io);
  else
    withDataFile(dataFile(values.data, io), { readOnly: false }, (sql) => {
      migrate(sql);
      adoptLegacy(sql, legacy);
    });
  report(legacy, unknown, io);
};

function read(file: string, pages: ReadonlySet<string> | null): LegacyFile {
  try {
    return parseLegacy(file, readFileSync(file, "utf8"), pages);
  } catch (error) {
    throw new CommandError(`"${file}": ${messageOf(error)}`);
  }
}

function readPages(file: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(
      `"${file}": ${messageOf(error)}. Build the site first, or name its list of pages with --paths.`,
    );
  }
  const { pages, problem } = parsePageList(text);
  if (pages === null) throw new CommandError(`"${file}": ${problem}`);
  return pages;
}

function merge(files: readonly LegacyFile[], total: number | undefined): Legacy {
  const all = <K, V>(pick: (legacy: Legacy) => ReadonlyMap<K, V>): Map<K, V> =>
    new Map(files.flatMap(({ legacy }) => [...pick(legacy)]));
  const periods = all((legacy) => legacy.periods);
  if (total !== undefined) periods.set("total", total);
  return { periods, pages: all((legacy) => legacy.pages), days: all((legacy) => legacy.days) };
}

/** Sends legacy numbers to a counter on Workers; COUNTER_TOKEN is the secret it was given. */
async function send(origin: string, legacy: Legacy, { env }: CommandIo): Promise<void> {
  if (!URL.canParse(origin))
    throw new CommandError(`--to "${origin}" is not an address such as https://tuyengiao.example.vn`);
  const url = new URL("/api/import", origin);
  const body = JSON.stringify({
    periods: [...legacy.periods],
    pages: [...legacy.pages],
    days: [...legacy.days],
  });
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${env["COUNTER_TOKEN"] ?? ""}` },
    body,
  }).catch((error: unknown) => {
    throw new CommandError(`${url.href}: ${messageOf(error)}`);
  });
  if (!response.ok)
    throw new CommandError(`${url.href} answered ${response.status}; is COUNTER_TOKEN right?`);
}

function report(legacy: Legacy, skipped: readonly string[], io: CommandIo): void {
  for (const line of skipped) io.out(`skipped: ${line}`);
  io.out(
    `imported: ${legacy.periods.size} totals and years, ${legacy.pages.size} pages, ${legacy.days.size} days`,
  );
}
