import { ContentError, formatProblem, type Problem } from "#domain/problem.ts";
import type { BuildReport } from "./build-portal.ts";
import type { BuildOptions } from "./options.ts";
import { seconds } from "./progress.ts";

/** What a build cost. */
export interface BuildCost {
  readonly milliseconds: number;
  /** The most memory that the process held, in megabytes; tools of their own processes are not in it. */
  readonly peakMegabytes: number;
}

/**
 * Tells an operator what a build came to: warnings, then pages, time, memory and the largest pages; warnings alone where
 * it shall be quiet, and one JSON object a line for machines.
 * @returns the lines.
 * @example summaryOf(report, cost, options)[0] // "14196 pages (13 rendered) in 2.10 s, peak 310 MB → /srv/_site"
 */
export function summaryOf(
  report: BuildReport,
  cost: BuildCost,
  { report: form, output }: Pick<BuildOptions, "report" | "output">,
): readonly string[] {
  const { pages, rendered, largest } = report;
  const warnings = report.problems.map((problem) => problemLine(problem, form));
  if (form === "quiet") return warnings;
  if (form === "json")
    return [...warnings, JSON.stringify({ summary: { pages, rendered, ...cost, largest, output } })];
  const { milliseconds, peakMegabytes } = cost;
  return [
    ...warnings,
    `${pages} pages (${rendered} rendered) in ${seconds(milliseconds)}, peak ${peakMegabytes} MB → ${output}`,
    ...(largest.length === 0
      ? []
      : [
          `largest: ${largest.map(({ path, bytes }) => `${path} ${Math.round(bytes / 1000)} kB`).join(", ")}`,
        ]),
  ];
}

/**
 * Tells why there is no new site: every problem of the content, for editors in Vietnamese, or what an operator has to
 * mend, in English.
 * @returns the lines.
 */
export function failureOf(error: unknown, form: BuildOptions["report"]): readonly string[] {
  if (!(error instanceof ContentError)) {
    const message = error instanceof Error ? error.message : String(error);
    return [form === "json" ? JSON.stringify({ failure: { message } }) : message];
  }
  const errors = error.problems.filter(({ severity }) => severity === "error").length;
  return [
    ...error.problems.map((problem) => problemLine(problem, form)),
    form === "json"
      ? JSON.stringify({ failure: { errors } })
      : `${errors} lỗi. Trang chưa được dựng; bản trước vẫn giữ nguyên.`,
  ];
}

function problemLine(problem: Problem, form: BuildOptions["report"]): string {
  return form === "json" ? JSON.stringify({ problem }) : formatProblem(problem);
}
