/** The days as CSV for whoever wants to check the plots. */
import { csvField } from "./csv.ts";
import type { DayNumbers } from "./snapshot.ts";

/**
 * CSV (RFC 4180, with a byte order mark for Excel) of days, oldest first.
 * @example daysCsv([{ day: "2026-11-21", views: 3, visits: 2 }]) // "\uFEFFngay,luot_xem_trang,luot_truy_cap\r\n2026-11-21,3,2\r\n"
 */
export function daysCsv(days: readonly DayNumbers[]): string {
  const rows = days.map(({ day, views, visits }) => [day, views, visits].map(csvField).join(","));
  return `\uFEFF${["ngay,luot_xem_trang,luot_truy_cap", ...rows].join("\r\n")}\r\n`;
}
