import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  formatMoment,
  isoInstant,
  isoWeek,
  isoWeekOf,
  localDay,
  parseMoment,
  startOfDay,
} from "../../../scripts/lib/domain/dates.ts";
import { at } from "./articles.ts";

describe("a date of front matter", () => {
  const rows: readonly (readonly [text: string, instant: string, hasTime: boolean])[] = [
    ["2022-07-08", "2022-07-07T17:00:00Z", false],
    ["2022-7-8", "2022-07-07T17:00:00Z", false],
    ["2022-07-08 16:43", "2022-07-08T09:43:00Z", true],
    ["2022-07-08T16:43", "2022-07-08T09:43:00Z", true],
    ["2022-07-08 00:00", "2022-07-07T17:00:00Z", true],
    ["2022-07-08 16:43:30", "2022-07-08T09:43:30Z", true],
    ["2022-07-08T16:43:00+07:00", "2022-07-08T09:43:00Z", true],
    ["2022-07-08T16:43:00+0700", "2022-07-08T09:43:00Z", true],
    ["2022-07-08T09:43:00.000Z", "2022-07-08T09:43:00Z", true],
    ["2022-07-08T04:43:00-05:00", "2022-07-08T09:43:00Z", true],
    ["  2022-07-08 ", "2022-07-07T17:00:00Z", false],
    ["2024-02-29", "2024-02-28T17:00:00Z", false],
    ["2024-12-31 23:59", "2024-12-31T16:59:00Z", true],
  ];
  for (const [text, instant, hasTime] of rows) {
    test(`${text} is ${instant}${hasTime ? "" : ", without a time"}`, () => {
      assert.deepEqual(parseMoment(text), { epoch: Date.parse(instant), hasTime });
    });
  }

  const faults: readonly (readonly [text: string, fault: string])[] = [
    ["08/07/2022", "format"],
    ["2022-07", "format"],
    ["2022-07-08 4 giờ", "format"],
    ["02021-06-22", "format"],
    ["", "format"],
    ["2022-02-29", "impossible"],
    ["2022-13-01", "impossible"],
    ["2022-00-10", "impossible"],
    ["2022-04-31", "impossible"],
    ["2022-07-08 25:00", "impossible"],
    ["2022-07-08 16:60", "impossible"],
    ["0202-06-22", "year"],
    ["1899-12-31", "year"],
    ["2201-01-01", "year"],
  ];
  for (const [text, fault] of faults) {
    test(`“${text}” is none: ${fault}`, () => assert.equal(parseMoment(text), fault));
  }

  test("neither the zone of the machine nor its summer time matters", () => {
    const before = process.env["TZ"];
    try {
      for (const zone of ["America/New_York", "Pacific/Kiritimati", "UTC"]) {
        process.env["TZ"] = zone;
        assert.equal(at("2022-03-13 02:30").epoch, Date.parse("2022-03-12T19:30:00Z"), zone);
        assert.equal(formatMoment(at("2022-03-13")).iso, "2022-03-13", zone);
      }
    } finally {
      process.env["TZ"] = before ?? "UTC";
    }
  });
});

describe("a date on a page", () => {
  test("with a time says weekday, zone and offset", () => {
    assert.deepEqual(formatMoment(at("2022-07-08 16:43")), {
      iso: "2022-07-08T16:43:00+07:00",
      long: "Thứ Sáu, 08/07/2022 16:43 (GMT+7)",
      short: "08/07/2022",
    });
  });

  test("without a time never shows midnight", () => {
    assert.deepEqual(formatMoment(at("2022-07-08")), {
      iso: "2022-07-08",
      long: "Thứ Sáu, 08/07/2022",
      short: "08/07/2022",
    });
  });

  const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"];
  for (const [index, weekday] of weekdays.entries()) {
    test(`${16 + index}/11/2026 is a ${weekday}`, () => {
      assert.equal(formatMoment(at(`2026-11-${16 + index}`)).long.split(",")[0], weekday);
    });
  }

  test("days before the zone had its present offset keep their date", () => {
    for (const text of ["1930-02-03", "1944-12-22", "1954-05-07", "1975-04-30", "1975-06-13"]) {
      assert.equal(formatMoment(at(text)).iso, text);
    }
  });
});

describe("days and weeks in Việt Nam", () => {
  test("the day begins at 17:00 UTC", () => {
    assert.deepEqual(localDay(Date.parse("2022-07-08T16:59:59Z")), { year: 2022, month: 7, day: 8 });
    assert.deepEqual(localDay(Date.parse("2022-07-08T17:00:00Z")), { year: 2022, month: 7, day: 9 });
    assert.equal(startOfDay({ year: 2022, month: 7, day: 8 }), Date.parse("2022-07-07T17:00:00Z"));
  });

  test("30 February has no beginning", () => {
    assert.equal(startOfDay({ year: 2024, month: 2, day: 30 }), null);
    assert.notEqual(startOfDay({ year: 2024, month: 2, day: 29 }), null);
  });

  const weeks: readonly (readonly [week: string, monday: string, sunday: string])[] = [
    ["2026-W47", "2026-11-16", "2026-11-22"],
    ["2026-W01", "2025-12-29", "2026-01-04"],
    ["2026-W53", "2026-12-28", "2027-01-03"],
    ["2024-W09", "2024-02-26", "2024-03-03"],
  ];
  for (const [week, monday, sunday] of weeks) {
    test(`week ${week} runs from ${monday} to ${sunday}`, () => {
      const days = isoWeek(week)?.days.map((epoch) => formatMoment({ epoch, hasTime: false }).iso);
      assert.deepEqual([days?.length, days?.[0], days?.[6]], [7, monday, sunday]);
      assert.equal(isoWeek(week)?.number, Number(week.slice(-2)));
      assert.equal(isoWeekOf(at(`${sunday} 23:59`).epoch), week);
    });
  }

  for (const week of ["2025-W53", "2026-W54", "2026-W00", "2026-47", "2026-W7", ""]) {
    test(`“${week}” is no week`, () => assert.equal(isoWeek(week), null));
  }

  test("machines read a time with its offset", () => {
    assert.equal(isoInstant(Date.parse("2022-07-08T09:43:00Z")), "2022-07-08T16:43:00+07:00");
    assert.equal(isoInstant(0), "1970-01-01T08:00:00+08:00");
  });
});
