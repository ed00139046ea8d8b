import type { Anniversary, CalendarWeek } from "#domain/editorial.ts";
import { isoWeek, startOfDay } from "#domain/dates.ts";
import { listOf, type Reader } from "./data-shapes.ts";
import type { FieldReader } from "./fields.ts";
import { readDataFile } from "./source-file.ts";

const DAY_MS = 86_400_000;

/** anniversaries.yml: days that return every year. */
export const parseAnniversaries: Reader<readonly Anniversary[]> = listOf((fields) => {
  const date = fields.required("date");
  const [, month = "0", day = "0"] = /^(\d{1,2})-(\d{1,2})$/.exec(date) ?? [];
  // A leap year, so that 29 February passes.
  if (date !== "" && startOfDay({ year: 2024, month: Number(month), day: Number(day) }) === null) {
    fields.report("date", `"${date}" chưa đúng; hãy viết tháng-ngày: 12-22.`);
  }
  const show = fields.group("show", (span) => ({
    before: span.integer("before", 3),
    after: span.integer("after", 0),
  }));
  fields.required("year");
  return {
    name: fields.required("name"),
    month: Number(month),
    day: Number(day),
    year: fields.integer("year", 0),
    before: show?.before ?? 3,
    after: show?.after ?? 0,
    link: fields.text("link"),
  };
});

/** calendar.yml: weeks of work, each with entries of its own seven days. */
export const parseCalendar: Reader<readonly CalendarWeek[]> = (file, bytes) =>
  readDataFile(file, bytes, (fields) => {
    const seen = new Set<string>();
    return fields.groups("weeks", (week) => {
      const name = week.required("week");
      const span = isoWeek(name);
      if (name !== "" && span === null) {
        week.report("week", `"${name}" chưa đúng; hãy viết năm-W và số tuần: 2026-W47.`);
      }
      if (seen.has(name)) week.report("week", `Tuần "${name}" được ghi hai lần. Hãy gộp vào một.`);
      seen.add(name);
      return {
        week: name,
        note: week.text("note"),
        entries: week.groups("entries", (entry) => readCalendarEntry(entry, span?.days ?? null)),
      };
    });
  });

/** @param days midnights of the entry's week; `null` where the week itself is wrong. */
function readCalendarEntry(entry: FieldReader, days: readonly number[] | null) {
  const before = entry.text("date");
  const date = entry.requiredDate("date");
  const [monday = 0] = days ?? [];
  if (before !== null && date.epoch !== 0 && days !== null) {
    const late = date.epoch >= monday + days.length * DAY_MS;
    if (late || date.epoch < monday) entry.report("date", `Ngày "${before}" không thuộc tuần này.`);
  }
  return {
    date,
    time: entry.required("time"),
    title: entry.required("title"),
    place: entry.text("place"),
    host: entry.text("host"),
    people: entry.text("people"),
  };
}
