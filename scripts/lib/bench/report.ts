import type { Measurement } from "./contender.ts";
import { judgeLimits, peak, wallRatio } from "./limits.ts";
import { median } from "#domain/median.ts";

/** Where and when a run was made. */
export interface Machine {
  readonly cores: number;
  readonly node: string;
  readonly rounds: number;
}

/** The whole run as Markdown: a table for each corpus size, what the peers lack, and the promises. */
export function formatReport(all: readonly Measurement[], machine: Machine): string {
  const sizes = [...new Set(all.map(({ articles }) => articles))];
  return [
    `Medians of ${machine.rounds} rounds, the commands in turn, whole processes; ${machine.cores} cores, Node ${machine.node}.`,
    ...sizes.map((size) =>
      sizeTable(
        all.filter(({ articles }) => articles === size),
        size,
      ),
    ),
    lacksList(all),
    limitsTable(all),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function sizeTable(rows: readonly Measurement[], size: number): string {
  const peers = rows.filter(({ lacks }) => lacks !== null);
  const head = ["Command", "Pages", "Wall s", "CPU s", "Peak MB", ...peers.map(({ name }) => `of ${name}`)];
  const lines = rows.map((row) => [
    row.name,
    group(row.pages),
    fixed(median(row.costs.map(({ wall }) => wall)), 2),
    fixed(medianCpu(row), 2),
    fixed(peak(row), 0),
    ...peers.map((peer) => (peer.key === row.key ? "1" : fixed(wallRatio(row, peer), 2))),
  ]);
  return `### ${group(size)} articles\n\n${markdownTable(head, lines)}`;
}

function lacksList(all: readonly Measurement[]): string {
  const peers = new Map(all.flatMap(({ name, lacks }) => (lacks === null ? [] : [[name, lacks] as const])));
  return [...peers].map(([name, lacks]) => `- ${name} does not make: ${lacks}.`).join("\n");
}

function limitsTable(all: readonly Measurement[]): string {
  const lines = judgeLimits(all).map(({ promise, limit, measured }) => [
    promise,
    String(limit),
    measured === null ? "not run" : fixed(measured, measured < 10 ? 2 : 0),
    measured === null ? "" : measured <= limit ? "kept" : "broken",
  ]);
  return `### Promises\n\n${markdownTable(["Promise", "At most", "Measured", ""], lines)}`;
}

/** A Markdown table; cells of all columns but the first are set to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, 4, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? "";
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

function medianCpu(row: Measurement): number | null {
  const values = row.costs.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]));
  return values.length === 0 ? null : median(values);
}

function fixed(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function group(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
