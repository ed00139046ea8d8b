/** Bars as numbers: geometry for an SVG of fixed view box. */
import { formatNumber } from "#domain/vietnamese/numbers.ts";
import type { PeriodCount } from "./statistics-series.ts";

/** One bar of a plot. */
export interface PlotBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What a pointer over it shows: `21/11/2026: 1.234`. */
  readonly title: string;
}

/** A plot of bars over a scale that begins at 0. Units are those of the view box. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Left and right end of the scale's lines. */
  readonly left: number;
  readonly right: number;
  /** Baseline of the bars. */
  readonly base: number;
  readonly bars: readonly PlotBar[];
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

const WIDTH = 400;
const HEIGHT = 200;
const TOP = 14;
const BASE = 176;
const LEFT = 52;
const RIGHT = 378;
const LABELS_MAX = 6;
const BAR_MAX = 40;

/**
 * The plot of a series.
 * @param value What a bar is as high as.
 * @example plotOf(series.days, (day) => day.visits).bars.length
 */
export function plotOf(series: readonly PeriodCount[], value: (period: PeriodCount) => number): Plot {
  const steps = scale(Math.max(1, ...series.map(value)));
  const top = steps.at(-1) ?? 1;
  const slot = (RIGHT - LEFT) / Math.max(1, series.length);
  const width = Math.min(BAR_MAX, slot * 0.8);
  const centre = (index: number): number => LEFT + slot * (index + 0.5);
  const height = (n: number): number => ((BASE - TOP) * n) / top;
  const every = Math.max(1, Math.ceil(series.length / LABELS_MAX));
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    right: RIGHT,
    base: BASE,
    bars: series.map((period, i) => ({
      x: round(centre(i) - width / 2),
      y: round(BASE - height(value(period))),
      width: round(width),
      height: round(height(value(period))),
      title: `${period.label}: ${formatNumber(value(period))}`,
    })),
    ticks: steps.map((n) => ({ y: round(BASE - height(n)), label: formatNumber(n) })),
    // Counted from the end, so that the newest period always has its label.
    labels: series.flatMap((period, i) =>
      (series.length - 1 - i) % every === 0
        ? [{ x: round(centre(i)), y: BASE + 16, text: period.shortLabel }]
        : [],
    ),
  };
}

/** Whole steps from 0 to at least `most`: 1, 2 or 5 times a power of ten, at most five of them above 0. */
export function scale(most: number): readonly number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((size) => size * 4 >= most) ?? 1);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
