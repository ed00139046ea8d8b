/** Days added up to weeks, months and years, without gaps. */
import {
  civilDate,
  dayNumber,
  isoDay,
  isoWeek,
  parseIsoDay,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from "./calendar.ts";
import type { CounterSnapshot } from "./snapshot.ts";

/** One period of a series. */
export interface PeriodCount {
  /** For readers: `21/11/2026`, `Tuần 47/2026`, `Tháng 11/2026`, `2026`. */
  readonly label: string;
  /** Below an axis, where room is short: `21/11`, `T47`, `11/26`, `2026`. */
  readonly shortLabel: string;
  /** For machines: `2026-11-21`, `2026-W47`, `2026-11`, `2026`. */
  readonly key: string;
  readonly views: number;
  readonly visits: number;
  /** What a former system counted in this period, null where it gave nothing. */
  readonly former: number | null;
}

/** The four series, oldest first. */
export interface StatisticsSeries {
  readonly days: readonly PeriodCount[];
  readonly weeks: readonly PeriodCount[];
  readonly months: readonly PeriodCount[];
  readonly years: readonly PeriodCount[];
}

type Naming = Pick<PeriodCount, "label" | "shortLabel" | "key">;

/**
 * The series of a snapshot, from its first day to the day it was taken; days without a count are 0.
 * @example seriesOf(snapshot).weeks.at(-1)?.label // "Tuần 47/2026"
 */
export function seriesOf(snapshot: CounterSnapshot): StatisticsSeries {
  const today = parseIsoDay(snapshot.asOf.slice(0, 10)) ?? 0;
  const counts = new Map(snapshot.days.map((day) => [parseIsoDay(day.day) ?? today, day]));
  const first = Math.min(today, ...counts.keys());
  const days: { readonly day: number; readonly views: number; readonly visits: number }[] = [];
  for (let day = first; day <= today; day++)
    days.push({ day, views: counts.get(day)?.views ?? 0, visits: counts.get(day)?.visits ?? 0 });
  const group = (start: (day: number) => number, name: (first: number) => Naming): PeriodCount[] => {
    const periods = new Map<number, { views: number; visits: number }>();
    for (const { day, views, visits } of days) {
      const sum = periods.get(start(day)) ?? { views: 0, visits: 0 };
      periods.set(start(day), { views: sum.views + views, visits: sum.visits + visits });
    }
    return [...periods].map(([from, sum]) => ({ ...name(from), ...sum, former: null }));
  };
  return {
    days: group((day) => day, nameDay),
    weeks: group(startOfWeek, nameWeek),
    months: group(startOfMonth, nameMonth),
    years: withFormerYears(group(startOfYear, nameYear), snapshot.formerYears),
  };
}

function withFormerYears(
  years: readonly PeriodCount[],
  former: CounterSnapshot["formerYears"],
): PeriodCount[] {
  const all = new Map(years.map((year) => [year.key, year]));
  for (const { year, count } of former) {
    const known = all.get(String(year)) ?? { ...nameYear(dayNumber(year, 1, 1)), views: 0, visits: 0 };
    all.set(String(year), { ...known, former: count });
  }
  return [...all.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function nameDay(day: number): Naming {
  const [year = "", month = "", date = ""] = isoDay(day).split("-");
  return { key: isoDay(day), label: `${date}/${month}/${year}`, shortLabel: `${date}/${month}` };
}

function nameWeek(monday: number): Naming {
  const { year, week } = isoWeek(monday);
  const number = String(week).padStart(2, "0");
  return { key: `${year}-W${number}`, label: `Tuần ${week}/${year}`, shortLabel: `T${week}` };
}

function nameMonth(first: number): Naming {
  const { year, month } = civilDate(first);
  const number = String(month).padStart(2, "0");
  return {
    key: `${year}-${number}`,
    label: `Tháng ${month}/${year}`,
    shortLabel: `${number}/${String(year).slice(2)}`,
  };
}

function nameYear(first: number): Naming {
  const year = String(civilDate(first).year);
  return { key: year, label: year, shortLabel: year };
}
