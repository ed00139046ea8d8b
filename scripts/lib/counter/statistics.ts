/** The public statistics page `/thong-ke/` as one view. */
import { formatMoment, parseMoment } from "#domain/dates.ts";
import { formatNumber } from "#domain/vietnamese/numbers.ts";
import type { CountedUnit } from "./settings.ts";
import type { CounterSnapshot } from "./snapshot.ts";
import { periodsCsv } from "./statistics-csv.ts";
import { METHOD, type MethodPart } from "./statistics-method.ts";
import { type Plot, plotOf } from "./statistics-plot.ts";
import { type PeriodCount, seriesOf } from "./statistics-series.ts";

/** One row of a table, newest first, formatted for readers. */
export interface StatisticsRow {
  readonly label: string;
  readonly views: string;
  readonly visits: string;
  /** Null in series that have no numbers of a former system. */
  readonly former: string | null;
}

/** One series with its plot, table and CSV file. */
export interface StatisticsPart {
  /** ASCII, for ids and file names: `ngay`, `tuan`, `thang`, `nam`. */
  readonly id: string;
  /** `Theo ngày (60 ngày gần nhất)`. */
  readonly title: string;
  /** Column head of the periods: `Ngày`. */
  readonly periodHead: string;
  /** What the plot shows, in one sentence for those who do not see it. */
  readonly summary: string;
  readonly plot: Plot;
  readonly rows: readonly StatisticsRow[];
  readonly hasFormer: boolean;
  /** The whole series, also what is older than the plot. */
  readonly csv: { readonly name: string; readonly text: string };
}

/** What layouts/statistics.njk shows. */
export interface StatisticsView {
  readonly title: string;
  readonly intro: string;
  readonly asOf: { readonly iso: string; readonly long: string } | null;
  /** `lượt truy cập` or `lượt xem trang`: what bars and the six lines count. */
  readonly unit: string;
  readonly lines: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly parts: readonly StatisticsPart[];
  readonly top: readonly { readonly url: string; readonly title: string; readonly views: string }[];
  readonly method: readonly MethodPart[];
}

/** What the page needs beside the snapshot. */
export interface StatisticsOptions {
  readonly unit: CountedUnit;
  /** The title of an article by its path with base; null for what is not, or no longer, published. */
  readonly titleOf: (path: string) => string | null;
}

const LINES = [
  ["online", "Đang online"],
  ["day", "Hôm nay"],
  ["week", "Trong tuần"],
  ["month", "Trong tháng"],
  ["year", "Trong năm"],
  ["total", "Tất cả"],
] as const;
const TOP_SHOWN = 10;
const UNITS = { visits: "lượt truy cập", views: "lượt xem trang" } as const;

/**
 * The view of the statistics page.
 * @param snapshot Null before the first count: the page then explains the method and shows no numbers.
 * @example statisticsView(snapshot, { unit: "visits", titleOf: (path) => titles.get(path) ?? null }).parts[0]?.csv.text
 */
export function statisticsView(
  snapshot: CounterSnapshot | null,
  { unit, titleOf }: StatisticsOptions,
): StatisticsView {
  const frame = {
    title: "Thống kê truy cập",
    intro: "Số liệu do trang tin tự đếm, giữ đủ lịch sử; cách đếm được giải thích ở cuối trang.",
    unit: UNITS[unit],
    method: METHOD,
  };
  if (snapshot === null) return { ...frame, asOf: null, lines: [], parts: [], top: [] };
  const series = seriesOf(snapshot);
  const moment = parseMoment(snapshot.asOf);
  return {
    ...frame,
    asOf: typeof moment === "string" ? null : formatMoment(moment),
    lines: LINES.map(([key, label]) => ({ key, label, value: formatNumber(snapshot.totals[key]) })),
    parts: [
      part("ngay", "Theo ngày", "Ngày", series.days, 60, "ngày", unit),
      part("tuan", "Theo tuần", "Tuần", series.weeks, 53, "tuần", unit),
      part("thang", "Theo tháng", "Tháng", series.months, 36, "tháng", unit),
      part("nam", "Theo năm", "Năm", series.years, 30, "năm", unit),
    ],
    top: snapshot.top
      .flatMap(({ path, views }) => {
        const title = titleOf(path);
        return title === null ? [] : [{ url: path, title, views: formatNumber(views) }];
      })
      .slice(0, TOP_SHOWN),
  };
}

function part(
  id: string,
  name: string,
  periodHead: string,
  series: readonly PeriodCount[],
  shown: number,
  word: string,
  unit: CountedUnit,
): StatisticsPart {
  const recent = series.slice(-shown);
  const hasFormer = series.some(({ former }) => former !== null);
  const barOf = (period: PeriodCount): number => period[unit] + (period.former ?? 0);
  const highest = recent.reduce<PeriodCount | null>(
    (best, period) => (best === null || barOf(period) > barOf(best) ? period : best),
    null,
  );
  const newest = recent.at(-1);
  return {
    id,
    title: series.length > shown ? `${name} (${shown} ${word} gần nhất)` : name,
    periodHead,
    summary:
      highest === null || newest === undefined
        ? "Chưa có số liệu."
        : `Biểu đồ ${UNITS[unit]} của ${recent.length} ${word}: cao nhất ${formatNumber(barOf(highest))} (${highest.label}), gần nhất ${formatNumber(barOf(newest))} (${newest.label}).`,
    plot: plotOf(recent, barOf),
    rows: recent.toReversed().map((period) => ({
      label: period.label,
      views: formatNumber(period.views),
      visits: formatNumber(period.visits),
      former: hasFormer ? (period.former === null ? "-" : formatNumber(period.former)) : null,
    })),
    hasFormer,
    csv: { name: `luot-truy-cap-theo-${id}.csv`, text: periodsCsv(periodHead, series, hasFormer) },
  };
}
