/** Local days in Việt Nam as integers: UTC+7 by arithmetic; no Intl, no time-zone table, no zone of the machine. */

const DAY_MS = 86_400_000;
const UTC_PLUS_7_MS = 7 * 3_600_000;

/** A year, a month (1 to 12) and a day of the month (1 to 31) in Asia/Ho_Chi_Minh. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** An ISO 8601 week: it belongs to the year that holds its Thursday. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/**
 * The day number of an instant: days since 1970-01-01, counted in UTC+7.
 * Việt Nam has kept UTC+7 without summer time since 13 June 1975 (IANA tz, Asia/Ho_Chi_Minh).
 * @param ms Milliseconds since the Unix epoch (UTC).
 * @example dayOf(Date.UTC(2022, 6, 8, 17)) === dayOf(Date.UTC(2022, 6, 8, 16, 59)) + 1
 */
export function dayOf(ms: number): number {
  return Math.floor((ms + UTC_PLUS_7_MS) / DAY_MS);
}

/**
 * The instant a local day begins, in milliseconds since the Unix epoch.
 * @example startOfDay(dayOf(ms)) <= ms
 */
export function startOfDay(day: number): number {
  return day * DAY_MS - UTC_PLUS_7_MS;
}

/** The civil date of a day number. @example civilDate(0) // { year: 1970, month: 1, day: 1 } */
export function civilDate(day: number): CivilDate {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day number of a civil date, the inverse of {@link civilDate}. @example dayNumber(1970, 1, 1) // 0 */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** The Monday on or before a day (ISO 8601 weeks). @example startOfWeek(4) // 4, Monday 5 January 1970 */
export function startOfWeek(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The first day of the month that holds `day`. @example startOfMonth(40) // 31 */
export function startOfMonth(day: number): number {
  return day - civilDate(day).day + 1;
}

/** 1 January of the year that holds `day`. @example startOfYear(364) // 0 */
export function startOfYear(day: number): number {
  return dayNumber(civilDate(day).year, 1, 1);
}

/** The ISO 8601 week of a day. @example isoWeek(dayNumber(2027, 1, 3)) // { year: 2026, week: 53 } */
export function isoWeek(day: number): IsoWeek {
  const thursday = startOfWeek(day) + 3;
  return { year: civilDate(thursday).year, week: Math.floor((thursday - startOfYear(thursday)) / 7) + 1 };
}

/** `yyyy-mm-dd` of a day number. @example isoDay(0) // "1970-01-01" */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day number of `yyyy-mm-dd`, or null when the text is not a real date. @example parseIsoDay("2022-02-30") // null */
export function parseIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(day) === text ? day : null;
}

/** An instant as local ISO 8601 with its offset. @example isoInstant(0) // "1970-01-01T07:00:00+07:00" */
export function isoInstant(ms: number): string {
  return `${new Date(ms + UTC_PLUS_7_MS).toISOString().slice(0, 19)}+07:00`;
}
