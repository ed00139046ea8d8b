/** The counter's numbers at one moment, as a build bakes them into pages. */

/** Views of one page. */
export interface TopPage {
  readonly path: string;
  readonly views: number;
}

/** Counts of one local day, `yyyy-mm-dd`. */
export interface DayNumbers {
  readonly day: string;
  readonly views: number;
  readonly visits: number;
}

/** The six lines, in the configured unit. */
export interface SnapshotTotals {
  readonly online: number;
  readonly day: number;
  readonly week: number;
  readonly month: number;
  readonly year: number;
  readonly total: number;
}

/** Everything a build needs to know. */
export interface CounterSnapshot {
  /** When these were the numbers: ISO 8601 with +07:00. */
  readonly asOf: string;
  readonly totals: SnapshotTotals;
  /** Page views by path, legacy views included. */
  readonly views: Readonly<Record<string, number>>;
  /** Articles most viewed of late, most viewed first. */
  readonly top: readonly TopPage[];
  /** Every day that has counts, oldest first. */
  readonly days: readonly DayNumbers[];
  /** Counts a former system gave for whole years (`2021`), oldest first. */
  readonly formerYears: readonly { readonly year: number; readonly count: number }[];
}

/** A snapshot, or every problem found in it. */
export type ParsedSnapshot =
  | { readonly snapshot: CounterSnapshot; readonly problems: readonly [] }
  | { readonly snapshot: null; readonly problems: readonly string[] };

const TOTALS = ["online", "day", "week", "month", "year", "total"] as const;

/**
 * Parses the JSON value of a snapshot file.
 * @returns the snapshot, or every problem with the place it is at (`"totals.week" is not a whole number from 0`).
 * @example parseSnapshot(JSON.parse(text)).snapshot?.totals.total // 8799190
 */
export function parseSnapshot(value: unknown): ParsedSnapshot {
  const problems: string[] = [];
  const record = (at: string, found: unknown): Readonly<Record<string, unknown>> => {
    if (typeof found === "object" && found !== null && !Array.isArray(found))
      return found as Record<string, unknown>; // just checked
    problems.push(`${at} is not an object`);
    return {};
  };
  const list = (at: string, found: unknown): readonly unknown[] => {
    if (Array.isArray(found)) return found;
    problems.push(`${at} is not a list`);
    return [];
  };
  const whole = (at: string, found: unknown): number => {
    if (typeof found === "number" && Number.isSafeInteger(found) && found >= 0) return found;
    problems.push(`${at} is not a whole number from 0`);
    return 0;
  };
  const text = (at: string, found: unknown, pattern: RegExp, wanted: string): string => {
    if (typeof found === "string" && pattern.test(found)) return found;
    problems.push(`${at} is not ${wanted}`);
    return "";
  };

  const root = record("the snapshot", value);
  if (problems.length > 0) return { snapshot: null, problems };
  const totals = record('"totals"', root["totals"]);
  const views = record('"views"', root["views"]);
  const snapshot: CounterSnapshot = {
    asOf: text(
      '"asOf"',
      root["asOf"],
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/,
      "a time such as 2026-11-21T08:30:00+07:00",
    ),
    totals: Object.fromEntries(TOTALS.map((key) => [key, whole(`"totals.${key}"`, totals[key])])) as Record<
      (typeof TOTALS)[number],
      number
    >, // every key of TOTALS
    views: Object.fromEntries(
      Object.entries(views).map(([path, n]) => [path, whole(`"views" of ${path}`, n)]),
    ),
    top: list('"top"', root["top"]).map((item, i) => {
      const page = record(`"top[${i}]"`, item);
      return {
        path: text(`"top[${i}].path"`, page["path"], /^\//, "a path"),
        views: whole(`"top[${i}].views"`, page["views"]),
      };
    }),
    days: list('"days"', root["days"]).map((item, i) => {
      const day = record(`"days[${i}]"`, item);
      return {
        day: text(`"days[${i}].day"`, day["day"], /^\d{4}-\d\d-\d\d$/, "a day such as 2026-11-21"),
        views: whole(`"days[${i}].views"`, day["views"]),
        visits: whole(`"days[${i}].visits"`, day["visits"]),
      };
    }),
    formerYears: list('"formerYears"', root["formerYears"] ?? []).map((item, i) => {
      const year = record(`"formerYears[${i}]"`, item);
      return {
        year: whole(`"formerYears[${i}].year"`, year["year"]),
        count: whole(`"formerYears[${i}].count"`, year["count"]),
      };
    }),
  };
  return problems.length === 0 ? { snapshot, problems: [] } : { snapshot: null, problems };
}
