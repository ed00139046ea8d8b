/** Week, month, year and total are sums of days, plus what a former system counted: they cannot drift apart. */
import { civilDate, dayNumber, startOfMonth, startOfWeek, startOfYear } from "./calendar.ts";
import type { CountedUnit } from "./settings.ts";
import type { Count, CounterReads } from "./store.ts";

/** Counts of the running periods, in the configured unit. */
export interface PeriodSums {
  day: number;
  week: number;
  month: number;
  year: number;
  total: number;
}

/** Day numbers far beyond every date. */
const EVER = 10_000_000;

/**
 * The sums of the periods that hold a day. Weeks are ISO weeks from Monday.
 * @param pending Counts that are not in the store yet, by day number.
 * @example sumPeriods(store, new Map(), "visits", dayOf(Date.now())).week
 */
export function sumPeriods(
  store: CounterReads,
  pending: ReadonlyMap<number, Count>,
  unit: CountedUnit,
  day: number,
): PeriodSums {
  const since = (from: number, to: number): number => {
    let sum = store.sum(from, to)[unit];
    for (const [pendingDay, count] of pending) if (pendingDay >= from && pendingDay <= to) sum += count[unit];
    return sum;
  };
  const legacy = store.periods();
  const { year } = civilDate(day);
  return {
    day: since(day, day),
    // Up to the end of each period: when the clock has stepped back, later days have counts already.
    week: since(startOfWeek(day), startOfWeek(day) + 6),
    month: since(startOfMonth(day), startOfMonth(startOfMonth(day) + 31) - 1),
    year: since(startOfYear(day), dayNumber(year + 1, 1, 1) - 1) + (legacy.get(String(year)) ?? 0),
    total: since(-EVER, EVER) + (legacy.get("total") ?? 0),
  };
}

/** Adds the same step to every period. */
export function addStep(sums: PeriodSums, step: number): void {
  sums.day += step;
  sums.week += step;
  sums.month += step;
  sums.year += step;
  sums.total += step;
}
