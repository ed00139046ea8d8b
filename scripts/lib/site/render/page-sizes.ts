import type { RenderedPage } from "./render-pages.ts";

/** How much a reader loads for the HTML of a page before compression. */
export interface PageSize {
  /** Without the base path: `/ban-do-trang/`. */
  readonly path: string;
  readonly bytes: number;
}

const SHOWN = 3;

/** The largest pages, largest first; of equal ones that which is planned first. */
export function largestPages(pages: readonly RenderedPage[]): readonly PageSize[] {
  const largest: PageSize[] = [];
  for (const { spec, record } of pages) {
    if (largest.length === SHOWN && record.size <= (largest.at(-1)?.bytes ?? 0)) continue;
    largest.push({ path: spec.path, bytes: record.size });
    largest.sort((a, b) => b.bytes - a.bytes);
    largest.length = Math.min(largest.length, SHOWN);
  }
  return largest;
}
