import type { Measurement } from "./contender.ts";
import { median, medianRatio } from "#domain/median.ts";

/** A promise about speed or size, and how it stands. */
export interface Limit {
  readonly promise: string;
  readonly limit: number;
  /** `null` where one of the commands did not run. */
  readonly measured: number | null;
}

/** Article count at which the promises are made, and the one at which growth is judged. */
const REFERENCE = 10_000;
const LARGE = 50_000;

/** Judges every promise by the measurements of one run; those that need a missing peer or size are `null`. */
export function judgeLimits(all: readonly Measurement[]): readonly Limit[] {
  const find = (key: string, articles: number): Measurement | null =>
    all.find((measurement) => measurement.key === key && measurement.articles === articles) ?? null;
  const ratio = (ours: string, theirs: string): number | null =>
    wallRatio(find(ours, REFERENCE), find(theirs, REFERENCE));
  return [
    {
      promise: "cold build without search, of Hugo's time",
      limit: 0.5,
      measured: ratio("portal-cold", "hugo"),
    },
    {
      promise: "cold build without search, of idiomatic Eleventy's",
      limit: 0.15,
      measured: ratio("portal-cold", "eleventy"),
    },
    {
      promise: "cold build with search, of Pagefind's own command",
      limit: 1.2,
      measured: ratio("portal-cold-search", "pagefind"),
    },
    {
      promise: "warm build after an edit of the newest article, of Hugo's full build",
      limit: 0.2,
      measured: ratio("portal-edited", "hugo"),
    },
    {
      promise: "warm build after an edit of an old article, of Hugo's full build",
      limit: 0.2,
      measured: ratio("portal-edited-old", "hugo"),
    },
    {
      promise: "warm build, nothing changed, of Hugo's full build",
      limit: 0.1,
      measured: ratio("portal-warm", "hugo"),
    },
    {
      promise: "peak memory at 10,000 articles, without search, MB",
      limit: 500,
      measured: peak(find("portal-cold", REFERENCE)),
    },
    {
      promise: "peak memory at 10,000 articles, with search, MB",
      limit: 500,
      measured: peak(find("portal-cold-search", REFERENCE)),
    },
    {
      promise: "peak memory at 50,000 articles, without search, MB",
      limit: 1500,
      measured: peak(find("portal-cold", LARGE)),
    },
    {
      promise: "peak memory at 50,000 articles, with search, MB",
      limit: 1500,
      measured: peak(find("portal-cold-search", LARGE)),
    },
    {
      promise: "time at 50,000 articles, of that at 10,000",
      limit: 5.5,
      measured: wallRatio(find("portal-cold", LARGE), find("portal-cold", REFERENCE)),
    },
  ];
}

/** Median over rounds of our wall time divided by theirs; `null` where one is missing. */
export function wallRatio(ours: Measurement | null, theirs: Measurement | null): number | null {
  if (ours === null || theirs === null || ours.costs.length === 0 || theirs.costs.length === 0) return null;
  return medianRatio(
    ours.costs.map(({ wall }) => wall),
    theirs.costs.map(({ wall }) => wall),
  );
}

/** Median over rounds of the peak memory in megabytes; `null` where it was not measured. */
export function peak(measurement: Measurement | null): number | null {
  const values = measurement?.costs.flatMap(({ memory }) => (memory === null ? [] : [memory])) ?? [];
  return values.length === 0 ? null : median(values);
}
