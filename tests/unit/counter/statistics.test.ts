import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { dayNumber, isoDay } from "#counter/calendar.ts";
import type { CounterSnapshot } from "#counter/snapshot.ts";
import { plotOf, scale } from "#counter/statistics-plot.ts";
import { seriesOf } from "#counter/statistics-series.ts";
import { statisticsView } from "#counter/statistics.ts";
import { SITE } from "../../fixtures/views/site.ts";
import { TEXT } from "../../fixtures/views/pages.ts";
import { renderLayout } from "../../helpers/render-layout.ts";

const SNAPSHOT: CounterSnapshot = {
  asOf: "2026-11-21T08:30:00+07:00",
  totals: { online: 4, day: 12, week: 90, month: 1200, year: 14_000, total: 8_799_190 },
  views: { "/2022/07/a/": 275 },
  top: [
    { path: "/2022/07/a/", views: 1275 },
    { path: "/2022/07/withdrawn/", views: 40 },
    { path: "/2022/07/b/", views: 30 },
  ],
  days: [
    { day: "2025-12-29", views: 10, visits: 4 },
    { day: "2026-01-01", views: 20, visits: 5 },
    { day: "2026-11-21", views: 30, visits: 12 },
  ],
  formerYears: [
    { year: 2021, count: 1_000_000 },
    { year: 2025, count: 500 },
  ],
};
const TITLES = new Map([
  ["/2022/07/a/", "Hội nghị <sơ kết>"],
  ["/2022/07/b/", "Kế hoạch"],
]);
const VIEW = statisticsView(SNAPSHOT, { unit: "visits", titleOf: (path) => TITLES.get(path) ?? null });

describe("the series", () => {
  const series = seriesOf(SNAPSHOT);
  it("have every day from the first to the last, also those without a view", () => {
    assert.equal(series.days.length, dayNumber(2026, 11, 21) - dayNumber(2025, 12, 29) + 1);
    assert.deepEqual(series.days[1], {
      key: "2025-12-30",
      label: "30/12/2025",
      shortLabel: "30/12",
      views: 0,
      visits: 0,
      former: null,
    });
  });
  it("add days up to ISO weeks across the new year, months and years", () => {
    assert.deepEqual(series.weeks[0], {
      key: "2026-W01",
      label: "Tuần 1/2026",
      shortLabel: "T1",
      views: 30,
      visits: 9,
      former: null,
    });
    assert.deepEqual(series.months.map(({ key, visits }) => `${key} ${visits}`).slice(0, 3), [
      "2025-12 4",
      "2026-01 5",
      "2026-02 0",
    ]);
    assert.equal(series.months.at(-1)?.label, "Tháng 11/2026");
  });
  it("name what a former system counted beside our own years", () => {
    assert.deepEqual(
      series.years.map(({ key, visits, former }) => [key, visits, former]),
      [
        ["2021", 0, 1_000_000],
        ["2025", 4, 500],
        ["2026", 17, null],
      ],
    );
  });
  it("agree in their sums", () => {
    for (const name of ["days", "weeks", "months", "years"] as const)
      assert.deepEqual(
        [
          series[name].reduce((sum, { views }) => sum + views, 0),
          series[name].reduce((sum, { visits }) => sum + visits, 0),
        ],
        [60, 21],
      );
  });
});

describe("the scale of a plot", () => {
  const cases: readonly (readonly [number, readonly number[]])[] = [
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 50, 100]],
    [8_799_190, [0, 5_000_000, 10_000_000]],
  ];
  for (const [most, steps] of cases)
    it(`for ${most} is ${steps.join(" ")}`, () => assert.deepEqual(scale(most), steps));
  it("covers every number with at most five lines above 0", () => {
    for (let most = 1; most < 5000; most += 7) {
      const steps = scale(most);
      assert.ok((steps.at(-1) ?? 0) >= most && steps.length <= 6, `${most}: ${steps.join(" ")}`);
    }
  });
});

describe("a plot", () => {
  const days = Array.from({ length: 60 }, (_, i) => ({
    label: isoDay(i),
    shortLabel: `${i}`,
    key: `${i}`,
    views: i * 10,
    visits: i,
    former: null,
  }));
  const plot = plotOf(days, ({ visits }) => visits);
  it("keeps its bars within the frame, side by side, standing on the baseline", () => {
    let right = plot.left;
    for (const bar of plot.bars) {
      assert.ok(bar.x >= right - 0.11 && bar.x + bar.width <= plot.right + 0.11);
      assert.ok(bar.y >= 0 && Math.abs(bar.y + bar.height - plot.base) < 0.11);
      right = bar.x + bar.width;
    }
  });
  it("is as high as its numbers", () => {
    const [, one, , , , five] = plot.bars;
    assert.ok(Math.abs((five?.height ?? 0) - 5 * (one?.height ?? 0)) < 1);
  });
  it("labels few periods, the newest among them", () => {
    assert.ok(plot.labels.length <= 6);
    assert.equal(plot.labels.at(-1)?.text, "59");
  });
  it("of nothing is an empty frame", () => assert.deepEqual(plotOf([], () => 0).bars, []));
});

describe("the statistics page", () => {
  it("leaves out articles that are not published any more", () => {
    assert.deepEqual(VIEW.top, [
      { url: "/2022/07/a/", title: "Hội nghị <sơ kết>", views: "1.275" },
      { url: "/2022/07/b/", title: "Kế hoạch", views: "30" },
    ]);
  });
  it("offers each whole series as CSV", () => {
    const [days, , , years] = VIEW.parts;
    assert.equal(days?.csv.text.split("\r\n").length, 330);
    assert.ok(days.csv.text.startsWith("\uFEFFNgày,Lượt xem trang,Lượt truy cập\r\n2025-12-29,10,4\r\n"));
    assert.equal(
      years?.csv.text,
      "\uFEFFNăm,Lượt xem trang,Lượt truy cập,Hệ thống cũ\r\n2021,0,0,1000000\r\n2025,10,4,500\r\n2026,50,17,\r\n",
    );
    assert.deepEqual(
      VIEW.parts.map(({ csv }) => csv.name),
      ["ngay", "tuan", "thang", "nam"].map((id) => `luot-truy-cap-theo-${id}.csv`),
    );
  });
  it("tells those who cannot see a plot what it shows", () => {
    assert.equal(
      VIEW.parts[0]?.summary,
      "Biểu đồ lượt truy cập của 60 ngày: cao nhất 12 (21/11/2026), gần nhất 12 (21/11/2026).",
    );
  });

  const { head, breadcrumb } = TEXT;
  const frame = { path: "/thong-ke/", url: "/thong-ke/", language: "vi", head, breadcrumb, menuUrl: null };
  const render = (statistics: typeof VIEW): Document => {
    const page = { ...frame, layout: "statistics", statistics };
    return parseHTML(renderLayout(page, SITE)).document;
  };

  it("shows the six lines, four plots with their tables and files, and the method", () => {
    const document = render(VIEW);
    assert.equal(document.querySelector("h1")?.textContent, "Thống kê truy cập");
    assert.deepEqual(
      [...document.querySelectorAll(".statistics-lines dd")].map(({ textContent }) => textContent),
      ["4", "12", "90", "1.200", "14.000", "8.799.190"],
    );
    assert.equal(document.querySelectorAll("svg.plot[role=img][aria-label]").length, 4);
    assert.equal(document.querySelectorAll("#theo-ngay ~ svg .plot-bar").length, 60);
    const tables = [...document.querySelectorAll("main table")];
    assert.deepEqual(
      tables.map((table) => table.querySelectorAll("tbody tr").length),
      [60, 47, 12, 3],
    );
    assert.ok(
      tables.every(
        (table) =>
          table.querySelector("caption") !== null && table.querySelectorAll("th[scope=row]").length > 0,
      ),
    );
    assert.deepEqual(
      [...document.querySelectorAll("a[download]")].map((link) => link.getAttribute("href")),
      VIEW.parts.map(({ csv }) => csv.name),
    );
    assert.ok(document.querySelector("#cach-dem")?.parentElement?.textContent.includes("Không dùng cookie"));
    assert.ok(document.querySelector(".most-viewed")?.innerHTML.includes("Hội nghị &lt;sơ kết&gt;"));
  });
  it("has no inline style or script, as the security policy wants", () => {
    const main = render(VIEW).querySelector("main");
    assert.equal(main?.querySelectorAll("[style], style, script, [onclick]").length, 0);
  });
  it("before the first count explains the method and shows no numbers", () => {
    const document = render(statisticsView(null, { unit: "visits", titleOf: () => null }));
    assert.equal(document.querySelector(".empty")?.textContent, "Chưa có số liệu.");
    assert.equal(document.querySelectorAll("main svg.plot, main table").length, 0);
    assert.ok(document.querySelector("#cach-dem") !== null);
  });
});
