/** Local days in Việt Nam as integers: no Date object, no Intl, no time-zone table. */

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

/**
 * The civil date of a day number (proleptic Gregorian; eras of 400 years = 146,097 days that begin on 1 March,
 * after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 * @example civilDate(0) // { year: 1970, month: 1, day: 1 }
 */
export function civilDate(day: number): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/**
 * The day number of a civil date, the inverse of {@link civilDate}.
 * @example dayNumber(1970, 1, 1) // 0
 */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
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
  const date = civilDate(day);
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
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
  const day = dayOf(ms);
  const seconds = Math.floor((ms - startOfDay(day)) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${isoDay(day)}T${time.map((part) => pad(part, 2)).join(":")}+07:00`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
