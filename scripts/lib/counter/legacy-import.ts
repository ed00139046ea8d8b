/** Reads what a former system counted from CSV: plain tables, and NukeViet's `*_counter` and `*_news_rows`. */
import { parseIsoDay } from "./calendar.ts";
import { type CsvRecord, parseCsv } from "./csv.ts";
import type { Legacy } from "./store.ts";

/** Legacy numbers of one file, the pages that are not ours, and every problem as `file:line message`. */
export interface LegacyFile {
  readonly legacy: Legacy;
  readonly unknownPages: readonly string[];
  readonly problems: readonly string[];
}

const VIEW_COLUMNS = ["views", "hitstotal", "hits", "count"] as const;
const PAGE_COLUMNS = ["path", "url", "alias"] as const;
const SHAPES = `"path,views", "day,views,visits", NukeViet news rows ("alias,hitstotal") or NukeViet counter ("c_type,c_val,c_count")`;

/**
 * Parses one CSV file. Which table it is shows in its columns.
 * NukeViet: `c_type` `total` gives the total, `year` gives whole years; an `alias` is the slug of one of our pages.
 * @param file Its name, for messages.
 * @param pages Our pages; null accepts every path.
 * @example parseLegacy("rows.csv", "path,views\n/a/,275", null).legacy.pages.get("/a/") // 275
 */
export function parseLegacy(file: string, text: string, pages: ReadonlySet<string> | null): LegacyFile {
  const { columns, records } = parseCsv(text);
  const problems: string[] = [];
  const unknownPages: string[] = [];
  const legacy = {
    periods: new Map<string, number>(),
    pages: new Map<string, number>(),
    days: new Map<number, { views: number; visits: number }>(),
  };
  const number = (record: CsvRecord, column: string): number => {
    const value = parseCount(record.fields[column] ?? "");
    if (value === null)
      problems.push(
        `${file}:${record.line} "${column}": "${record.fields[column] ?? ""}" is not a whole number`,
      );
    return value ?? 0;
  };
  const viewColumn = VIEW_COLUMNS.find((name) => columns.includes(name));
  const pageColumn = PAGE_COLUMNS.find((name) => columns.includes(name));
  const bySlug = slugIndex(pages);

  if (["c_type", "c_val", "c_count"].every((name) => columns.includes(name))) {
    for (const record of records) {
      const { c_type: type, c_val: value = "" } = record.fields;
      if (type === "total") legacy.periods.set("total", number(record, "c_count"));
      if (type === "year" && /^\d{4}$/.test(value) && record.fields["c_count"] !== "0")
        legacy.periods.set(value, number(record, "c_count"));
    }
  } else if (columns.includes("day") && viewColumn !== undefined) {
    for (const record of records) {
      const day = parseIsoDay(record.fields["day"] ?? "");
      if (day === null)
        problems.push(
          `${file}:${record.line} "day": "${record.fields["day"] ?? ""}" is not a day such as 2022-07-08`,
        );
      else
        legacy.days.set(day, {
          views: number(record, viewColumn),
          visits: columns.includes("visits") ? number(record, "visits") : 0,
        });
    }
  } else if (pageColumn !== undefined && viewColumn !== undefined) {
    for (const record of records) {
      const named = record.fields[pageColumn] ?? "";
      const found = pageOf(named, pages, bySlug);
      const views = number(record, viewColumn);
      if (found.length > 1)
        problems.push(
          `${file}:${record.line} "${pageColumn}": "${named}" is the slug of ${found.length} pages: ${found.join(" ")}`,
        );
      else if (found[0] === undefined)
        unknownPages.push(`${file}:${record.line} "${pageColumn}": "${named}" is none of the site's pages`);
      else legacy.pages.set(found[0], views);
    }
  } else problems.push(`${file}:1 has the columns "${columns.join(",")}"; expected ${SHAPES}`);
  return { legacy, unknownPages, problems };
}

/** A whole number, also as people write it in Việt Nam (`8.799.190`); null for anything else. */
export function parseCount(text: string): number | null {
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text.trim()) ? text.replaceAll(".", "") : text;
  return /^\s*\d{1,15}\s*$/.test(plain) ? Number(plain) : null;
}

function pageOf(
  named: string,
  pages: ReadonlySet<string> | null,
  bySlug: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const path = URL.canParse(named) ? new URL(named).pathname : named;
  if (path.startsWith("/") && (pages === null || pages.has(path))) return [path];
  return bySlug.get(path.replace(/-\d+$/, "")) ?? bySlug.get(path) ?? [];
}

function slugIndex(pages: ReadonlySet<string> | null): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const path of pages ?? []) {
    const slug = /\/([^/]+)\/$/.exec(path)?.[1];
    if (slug !== undefined) index.set(slug, [...(index.get(slug) ?? []), path]);
  }
  return index;
}
