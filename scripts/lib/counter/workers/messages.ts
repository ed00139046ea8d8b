/** What shards and tally say to each other. Both ends are this program, so the shapes are trusted. */
import type { PeriodSums } from "../periods.ts";

/**
 * Everything a shard has counted for some days and pages, as *absolute* numbers: hearing a report twice, or an older
 * one later, changes nothing.
 */
export interface ShardReport {
  readonly shard: string;
  /** The day pages are reported on, a day number. */
  readonly today: number;
  readonly online: number;
  readonly days: readonly (readonly [day: number, views: number, visits: number])[];
  readonly pages: readonly (readonly [path: string, views: number])[];
}

/** The tally's numbers after a report, over all shards and with legacy numbers. */
export interface TallyReply {
  readonly today: number;
  readonly sums: Readonly<PeriodSums>;
  /** Readers online on all other shards. */
  readonly onlineElsewhere: number;
  /** Views of the reported pages. */
  readonly pages: readonly (readonly [path: string, views: number])[];
  /** False when the tally met this shard for the first time and wants everything it has. */
  readonly known: boolean;
}
