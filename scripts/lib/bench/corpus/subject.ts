import { CORPUS_PLACES, LASTING_PLACES, type CorpusPlace } from "./places.ts";
import type { Random } from "./random.ts";
import { CORPUS_THEMES } from "./themes.ts";
import type { Theme } from "./themes/theme.ts";

/** What one piece tells of: everything that title, lead and body must agree about. */
export interface Subject {
  readonly theme: Theme;
  /** The same theme with the phrases of a second one, so that bodies on one theme differ. */
  readonly related: Theme;
  readonly place: CorpusPlace;
  /** `Ban Tuyên giáo Tỉnh ủy Lào Cai`. */
  readonly agency: string;
  readonly event: EventKind;
  /** `6 tháng đầu năm 2022`, `quý III/2022`. */
  readonly period: string;
  readonly nextPeriod: string;
  /** Day of the event in Việt Nam. */
  readonly day: CorpusDay;
}

/** A calendar day; month and day start at 1. */
export interface CorpusDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The kinds of pieces that a department publishes. */
export type EventKind = "conference" | "contest" | "visit" | "model" | "document" | "training" | "exhibition";

const EVENTS: readonly EventKind[] = [
  "conference",
  "conference",
  "contest",
  "visit",
  "model",
  "model",
  "document",
  "training",
  "exhibition",
];

/** Districts and the old provinces ended on this day. */
const MERGER = { year: 2025, month: 7 };

/** Draws what a piece published on `day` tells of; a place is named as it was on that day. */
export function drawSubject(random: Random, day: CorpusDay): Subject {
  const merged = day.year > MERGER.year || (day.year === MERGER.year && day.month >= MERGER.month);
  const place = random.pick(merged ? LASTING_PLACES : CORPUS_PLACES);
  const theme = random.pick(CORPUS_THEMES);
  return {
    theme,
    related: { ...theme, ...joined(theme, random.pick(CORPUS_THEMES)) },
    place,
    agency: `Ban Tuyên giáo ${place.committee} ${place.name}`,
    event: random.pick(EVENTS),
    day,
    ...periodsOf(day),
  };
}

/** `8/7/2022`. */
export function shortDay({ day, month, year }: CorpusDay): string {
  return `${day}/${month}/${year}`;
}

function joined(a: Theme, b: Theme): Pick<Theme, "works" | "counts" | "tasks"> {
  if (a === b) return a;
  return {
    works: [...a.works, ...b.works],
    counts: [...a.counts, ...b.counts],
    tasks: [...a.tasks, ...b.tasks],
  };
}

function periodsOf({ year, month }: CorpusDay): { period: string; nextPeriod: string } {
  if (month <= 2) return { period: `năm ${year - 1}`, nextPeriod: `năm ${year}` };
  if (month <= 5) return { period: `quý I/${year}`, nextPeriod: `quý II/${year}` };
  if (month <= 8) return { period: `6 tháng đầu năm ${year}`, nextPeriod: `6 tháng cuối năm ${year}` };
  if (month <= 10) return { period: `9 tháng đầu năm ${year}`, nextPeriod: `3 tháng cuối năm ${year}` };
  return { period: `năm ${year}`, nextPeriod: `năm ${year + 1}` };
}
