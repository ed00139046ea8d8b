/** The days as CSV for whoever wants to check the plots. */
import { csvField } from "./csv.ts";
import type { DayNumbers } from "./snapshot.ts";
import type { PeriodCount } from "./statistics-series.ts";

/**
 * CSV (RFC 4180, with a byte order mark for Excel) of days, oldest first.
 * @example daysCsv([{ day: "2026-11-21", views: 3, visits: 2 }]) // "\uFEFFngay,luot_xem_trang,luot_truy_cap\r\n2026-11-21,3,2\r\n"
 */
export function daysCsv(days: readonly DayNumbers[]): string {
  const rows = days.map(({ day, views, visits }) => [day, views, visits].map(csvField).join(","));
  return `\uFEFF${["ngay,luot_xem_trang,luot_truy_cap", ...rows].join("\r\n")}\r\n`;
}

/**
 * CSV of a series, oldest first; a column for a former system's numbers where there are any.
 * @example periodsCsv("Tháng", series.months, false)
 */
export function periodsCsv(periodHead: string, series: readonly PeriodCount[], hasFormer: boolean): string {
  const head = [periodHead, "Lượt xem trang", "Lượt truy cập", ...(hasFormer ? ["Hệ thống cũ"] : [])];
  const rows = series.map(({ key, views, visits, former }) => [
    key,
    views,
    visits,
    ...(hasFormer ? [former ?? ""] : []),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n")}\r\n`;
}
