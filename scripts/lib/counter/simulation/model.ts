/** What one day on Durable Objects costs, counted from simulated readers and the writes the code makes for them. */
import { simulateViews } from "./traffic.ts";

/** A way to run the counter. */
export interface Setup {
  readonly viewsPerDay: number;
  readonly shards: number;
  /** COUNTER_COMMIT_MS. */
  readonly commitMs: number;
  /** COUNTER_PUSH_SECONDS. */
  readonly pushSeconds: number;
}

/** Figures of one day; money in US dollars for 30 such days. */
export interface DayFigures {
  readonly peakPerShard: number;
  readonly rowsPerView: number;
  readonly tallyRowsPerView: number;
  readonly monthly: {
    readonly requests: number;
    readonly rows: number;
    readonly duration: number;
    readonly cpu: number;
    readonly total: number;
  };
  /** Seconds until another reader is shown a view: mean and worst. */
  readonly lagMean: number;
  readonly lagWorst: number;
}

/** Prices of the Workers paid plan in US dollars (developers.cloudflare.com: Workers and Durable Objects pricing, 2026). */
export const PRICES = {
  workerRequests: 0.3 / 1e6,
  workerCpuMs: 0.02 / 1e6,
  objectRequests: 0.15 / 1e6,
  gigabyteSeconds: 12.5 / 1e6,
  rowsWritten: 1 / 1e6,
  rowsRead: 0.001 / 1e6,
} as const;

/** Share of a day's views in each hour of a Vietnamese day: mornings, lunch, evenings. */
export const HOURS = [
  1, 0.6, 0.4, 0.3, 0.5, 1.5, 3.5, 6, 7.5, 7.5, 6.5, 6, 5.5, 5, 5.5, 5.5, 5, 4.5, 4.5, 6, 7, 6, 4, 2.2,
] as const;

const READERS = { viewsPerVisit: 3, readingSeconds: 60, pages: 20_000 } as const;
const CPU_MS_PER_VIEW = 1.5;
const OBJECT_GIGABYTES = 0.128;
const DAYS = 30;
/** Rows read for a view: the last view of the reader, now and then a page. */
const READS_PER_VIEW = 2;

/** The figures of a setup. @example figuresOf({ viewsPerDay: 100_000_000, shards: 32, commitMs: 100, pushSeconds: 60 }).monthly.total */
export function figuresOf(setup: Setup): DayFigures {
  const { viewsPerDay, shards, commitMs, pushSeconds } = setup;
  const weights = HOURS.reduce((sum, share) => sum + share, 0);
  let shardRows = 0;
  let tallyRows = 0;
  let reports = 0;
  let peakPerShard = 0;
  HOURS.forEach((share, hour) => {
    const perSecond = (viewsPerDay * share) / weights / 3600 / shards;
    peakPerShard = Math.max(peakPerShard, perSecond);
    const hourly = rowsOfInterval(perSecond, commitMs, pushSeconds, hour);
    const intervals = (3600 / pushSeconds) * shards;
    shardRows += hourly.shard * intervals;
    tallyRows += hourly.tally * intervals;
    reports += intervals;
  });
  // Each visitor of the day is written once and removed once after the day; visits of one reader share the row.
  shardRows += viewsPerDay / READERS.viewsPerVisit;
  const monthly = {
    requests:
      DAYS *
      (viewsPerDay * (PRICES.workerRequests + PRICES.objectRequests) + 2 * reports * PRICES.objectRequests),
    rows:
      DAYS * ((shardRows + tallyRows) * PRICES.rowsWritten + viewsPerDay * READS_PER_VIEW * PRICES.rowsRead),
    duration: DAYS * 86_400 * (shards + 1) * OBJECT_GIGABYTES * PRICES.gigabyteSeconds,
    cpu: DAYS * viewsPerDay * CPU_MS_PER_VIEW * PRICES.workerCpuMs,
  };
  return {
    peakPerShard,
    rowsPerView: shardRows / viewsPerDay,
    tallyRowsPerView: tallyRows / viewsPerDay,
    monthly: { ...monthly, total: monthly.requests + monthly.rows + monthly.duration + monthly.cpu },
    // A view waits for its own shard's report, then for the report of the shard that answers the other reader.
    lagMean: pushSeconds,
    lagWorst: 2 * pushSeconds,
  };
}

/** Rows written between two reports: journal, then what is folded, then what the tally adds up. */
function rowsOfInterval(
  viewsPerSecond: number,
  commitMs: number,
  seconds: number,
  seed: number,
): { shard: number; tally: number } {
  const views = simulateViews({ ...READERS, viewsPerSecond, seconds }, seed + 1);
  let commits = 0;
  let open = -Infinity;
  for (const { at } of views) {
    if (at <= open) continue;
    commits += 1;
    open = at + commitMs / 1000;
  }
  const visitors = new Set(views.map(({ visitor }) => visitor)).size;
  const pages = new Set(views.map(({ page }) => page)).size;
  const journal = 2 * commits; // written, later removed
  const folded = visitors + 2 * pages + 1; // seen; page and page_day; day
  const alarm = 1;
  return {
    shard: views.length === 0 ? 0 : journal + folded + alarm,
    tally: views.length === 0 ? 0 : 3 * pages + 2,
  };
}
