import type { Problem } from "#domain/problem.ts";

/** One entry of a GitLab code quality report. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** The same problem keeps it when lines above it move. */
  readonly fingerprint: string;
  readonly severity: "minor" | "major";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * Formats problems as GitLab's code quality report (`artifacts: reports: codequality`), which GitLab shows beside the
 * line of a merge request.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 * @param digest any hash of a text as hexadecimal, which this layer does not have itself
 * @returns entries in the given order; write them with JSON.stringify
 */
export function gitlabCodeQuality(
  problems: readonly Problem[],
  digest: (text: string) => string,
): readonly CodeQualityIssue[] {
  const seen = new Map<string, number>();
  return problems.map(({ severity, file, line, field, message }) => {
    const identity = `${file}\n${field ?? ""}\n${message}`;
    const repetition = seen.get(identity) ?? 0;
    seen.set(identity, repetition + 1);
    return {
      description: field === null ? message : `"${field}": ${message}`,
      check_name: field ?? "noi-dung",
      fingerprint: digest(`${identity}\n${repetition}`),
      severity: severity === "error" ? "major" : "minor",
      location: { path: file, lines: { begin: line } },
    };
  });
}
