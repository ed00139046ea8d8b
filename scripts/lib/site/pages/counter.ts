import { formatMoment, parseMoment } from "#domain/dates.ts";
import { formatNumber } from "#domain/vietnamese/numbers.ts";
import type { CounterSnapshot } from "#counter/snapshot.ts";
import type { CounterView } from "../views/site.ts";

/** Numbers of the visitor counter as they were when they were exported for the build. */
export interface CounterNumbers {
  readonly snapshot: CounterSnapshot | null;
  /** Views of a page by its path with base, formatted; `null` where unknown. */
  readonly views: (path: string) => string | null;
  readonly top: readonly { readonly path: string; readonly views: string }[];
}

const LINES = [
  ["online", "Đang online"],
  ["day", "Hôm nay"],
  ["week", "Trong tuần"],
  ["month", "Trong tháng"],
  ["year", "Trong năm"],
  ["total", "Tất cả"],
] as const;

/** How many of the most viewed the front page lists. */
const TOP_SHOWN = 5;

/** Numbers for pages, from a snapshot or from nothing. */
export function counterNumbers(snapshot: CounterSnapshot | null): CounterNumbers {
  if (snapshot === null) return { snapshot, views: () => null, top: [] };
  return {
    snapshot,
    views(path) {
      const views = snapshot.views[path];
      return views === undefined ? null : formatNumber(views);
    },
    top: snapshot.top.slice(0, TOP_SHOWN).map(({ path, views }) => ({ path, views: formatNumber(views) })),
  };
}

/** The six lines of the footer; the widget of a page refreshes them. */
export function counterView(snapshot: CounterSnapshot | null): CounterView {
  const asOf = snapshot === null ? null : parseMoment(snapshot.asOf);
  return {
    endpoint: "/api/hit",
    lines: LINES.map(([key, label]) => ({
      key,
      label,
      value: snapshot === null ? null : formatNumber(snapshot.totals[key]),
    })),
    asOf: asOf === null || typeof asOf === "string" ? null : formatMoment(asOf),
  };
}
