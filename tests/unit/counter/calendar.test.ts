import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as calendar from "#counter/calendar.ts";

const FIRST = calendar.dayNumber(1975, 1, 1);
const LAST = calendar.dayNumber(2200, 12, 31);
/** Before 13 June 1975 the time-zone database has UTC+8 for the south. */
const UTC_PLUS_7_SINCE = calendar.dayNumber(1975, 6, 13);
const intl = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short" });

describe("the calendar, on every day from 1975 to 2200", () => {
  it("names each local day as Intl does, from its first to its last millisecond", () => {
    for (let day = FIRST; day <= LAST; day++) {
      const start = calendar.startOfDay(day);
      const name = calendar.isoDay(day);
      assert.equal(intl.format(start + 43_200_000), name);
      if (day <= UTC_PLUS_7_SINCE) continue;
      assert.equal(calendar.dayOf(start), day);
      assert.equal(calendar.dayOf(start + 86_399_999), day);
      if (day % 7 === 0)
        assert.deepEqual([intl.format(start), intl.format(start + 86_399_999)], [name, name]);
    }
  });

  it("goes through weeks, months and years without a gap or a repetition", () => {
    let previous = calendar.civilDate(FIRST - 1);
    for (let day = FIRST; day <= LAST; day++) {
      const date = calendar.civilDate(day);
      const nextInMonth =
        date.month === previous.month && date.year === previous.year && date.day === previous.day + 1;
      const nextMonth =
        date.day === 1 &&
        date.month === (previous.month % 12) + 1 &&
        date.year === previous.year + (date.month === 1 ? 1 : 0);
      assert.ok(nextInMonth || nextMonth, calendar.isoDay(day));
      assert.equal(calendar.dayNumber(date.year, date.month, date.day), day);
      assert.equal(calendar.startOfMonth(day), day - date.day + 1);
      assert.equal(calendar.startOfYear(day), calendar.dayNumber(date.year, 1, 1));
      const weekday = new Date(day * 86_400_000).getUTCDay();
      assert.equal(calendar.startOfWeek(day), day - ((weekday + 6) % 7));
      assert.equal(calendar.parseIsoDay(calendar.isoDay(day)), day);
      previous = date;
    }
  });

  it("numbers ISO weeks from the week of 4 January on, up to 52 or 53", () => {
    for (let year = 1975; year <= 2200; year++) {
      const fourth = calendar.dayNumber(year, 1, 4);
      assert.deepEqual(calendar.isoWeek(fourth), { year, week: 1 });
      const monday = calendar.startOfWeek(fourth);
      const weeks = (calendar.startOfWeek(calendar.dayNumber(year + 1, 1, 4)) - monday) / 7;
      for (let day = monday; day < monday + weeks * 7; day++)
        assert.deepEqual(calendar.isoWeek(day), { year, week: Math.floor((day - monday) / 7) + 1 });
    }
  });
});

const dates: readonly (readonly [string, number | null])[] = [
  ["1970-01-01", 0],
  ["2024-02-29", 19_782],
  ["2023-02-29", null],
  ["2022-13-01", null],
  ["2022-7-8", null],
  ["8/7/2022", null],
];
for (const [text, day] of dates) {
  it(`reads "${text}" as ${day === null ? "no date" : `day ${day}`}`, () =>
    assert.equal(calendar.parseIsoDay(text), day));
}

it("writes instants in Vietnamese time", () => {
  assert.equal(calendar.isoInstant(Date.UTC(2026, 11, 31, 17)), "2027-01-01T00:00:00+07:00");
  assert.equal(calendar.isoInstant(Date.UTC(2026, 11, 31, 16, 59, 59, 999)), "2026-12-31T23:59:59+07:00");
});
