import { DateTime, FixedOffsetZone, Settings } from "luxon";
import type { Moment } from "./moment.ts";

/** The portal's one zone; luxon is used in this file only. */
const ZONE = "Asia/Ho_Chi_Minh";
/** Since 13 June 1975 the zone has been UTC+7 throughout; a fixed offset is read several times faster. */
const FIXED = FixedOffsetZone.instance(7 * 60);
const FIXED_SINCE = Date.UTC(1975, 5, 13);
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
// Nothing is written by a locale; asking the system for its own takes longer than all dates of a build.
Settings.defaultLocale = "vi";
const SECONDS = { precision: "second" } as const;
const WEEKDAYS = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"] as const;

/** A moment in the forms that pages show. */
export interface DateText {
  /** `2022-07-08T16:43:00+07:00`, without a time `2022-07-08`. */
  readonly iso: string;
  /** `Thứ Sáu, 08/07/2022 16:43 (GMT+7)`, without a time `Thứ Sáu, 08/07/2022`. */
  readonly long: string;
  /** `08/07/2022`. */
  readonly short: string;
}

/** Why a text is not a date: `format` (another shape), `impossible` (31/02), `year` (outside 1900-2200). */
export type DateFault = "format" | "impossible" | "year";

/**
 * Reads a date as editors write it in front matter: `2022-07-08`, `2022-07-08 16:43`, `2022-07-08T16:43:00+07:00`.
 * Text without a zone is local time in Việt Nam.
 * @returns the moment, or why the text is none.
 * @example parseMoment("2022-07-08 16:43") // { epoch: 1657273380000, hasTime: true }
 */
export function parseMoment(text: string): Moment | DateFault {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!match) return "format";
  const [, year, month, day, hour, minute, second, offset] = match;
  if (Number(year) < 1900 || Number(year) > 2200) return "year";
  const local = DateTime.fromObject(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
    },
    {
      zone:
        offset === undefined
          ? zoneOf(Number(year))
          : offset === "Z"
            ? "utc"
            : `UTC${offset.slice(0, 3)}:${offset.slice(-2)}`,
    },
  );
  return local.isValid ? { epoch: local.toMillis(), hasTime: hour !== undefined } : "impossible";
}

/**
 * Writes a moment in the forms that pages show, in Asia/Ho_Chi_Minh.
 * @example formatMoment({ epoch: 1657273380000, hasTime: true }).short // "08/07/2022"
 */
export function formatMoment(moment: Moment): DateText {
  const instant = isoInstant(moment.epoch);
  // `2022-07-08T16:43:00+07:00`: cut rather than formatted again, since a build asks for every article.
  const iso = moment.hasTime ? instant : instant.slice(0, 10);
  const short = `${instant.slice(8, 10)}/${instant.slice(5, 7)}/${instant.slice(0, 4)}`;
  const weekday = WEEKDAYS[new Date(instant.slice(0, 10)).getUTCDay()] ?? WEEKDAYS[0];
  const day = `${weekday}, ${short}`;
  return { iso, long: moment.hasTime ? `${day} ${instant.slice(11, 16)} (GMT+7)` : day, short };
}

/** The calendar day in Việt Nam on which an instant falls. Months and days are 1-based. */
export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day in Việt Nam of an instant in milliseconds. @example localDay(1657273380000) // { year: 2022, month: 7, day: 8 } */
export function localDay(epoch: number): LocalDay {
  const { year, month, day } = localTime(epoch);
  return { year, month, day };
}

/** Midnight at the start of a day in Việt Nam, in milliseconds; `null` where the calendar has no such day. */
export function startOfDay({ year, month, day }: LocalDay): number | null {
  const local = DateTime.fromObject({ year, month, day }, { zone: ZONE });
  return local.isValid ? local.toMillis() : null;
}

/** The seven days (midnights) of an ISO week in Việt Nam; `null` where the year has no such week. @example isoWeek("2026-W47") */
export function isoWeek(text: string): { readonly number: number; readonly days: readonly number[] } | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!match) return null;
  const monday = DateTime.fromObject(
    { weekYear: Number(match[1]), weekNumber: Number(match[2]), weekday: 1 },
    { zone: ZONE },
  );
  if (!monday.isValid) return null;
  const start = monday.toMillis();
  return { number: Number(match[2]), days: [0, 1, 2, 3, 4, 5, 6].map((day) => start + day * DAY_MS) };
}

/** The ISO week of an instant: `2026-W47`. */
export function isoWeekOf(epoch: number): string {
  return localTime(epoch).toFormat("kkkk-'W'WW");
}

/** RFC 3339 with +07:00, always with a time; what machines read. @example isoInstant(0) // "1970-01-01T08:00:00+08:00" as the zone was then */
export function isoInstant(epoch: number): string {
  // What luxon gives for a fixed offset, for a tenth of the time: a build asks for every article.
  if (epoch >= FIXED_SINCE) return `${new Date(epoch + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
  return localTime(epoch).toISO(SECONDS);
}

function zoneOf(year: number): FixedOffsetZone | string {
  return year > 1975 ? FIXED : ZONE;
}

/** @throws {RangeError} where `epoch` is no instant: a fault of the caller. */
function localTime(epoch: number): DateTime<true> {
  const local = DateTime.fromMillis(epoch, { zone: epoch >= FIXED_SINCE ? FIXED : ZONE });
  if (!local.isValid) throw new RangeError(`${epoch} is no instant.`);
  return local;
}
