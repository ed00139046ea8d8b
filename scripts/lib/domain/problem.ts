/** One thing that an editor has to mend (error) or may want to look at (warning). */
export interface Problem {
  /** Path from the project's folder, with forward slashes: `content/articles/2022/07/x/index.md`. */
  readonly file: string;
  /** 1-based; 1 where a problem belongs to the file as a whole. */
  readonly line: number;
  /** 1-based, counted in UTF-16 units. */
  readonly column: number;
  /** The field's name as the editor wrote it (`section`, `cover.alt`), `null` for the text or the file. */
  readonly field: string | null;
  /** What is wrong and how to mend it: Vietnamese, one or two sentences, the value in quotation marks. */
  readonly message: string;
  readonly severity: "error" | "warning";
}

/**
 * Formats a problem as one line for a terminal.
 * @returns `content/…/index.md:5:10 "section": "kinhte" không phải là chuyên mục. Có phải "kinh-te"?`
 */
export function formatProblem(problem: Problem): string {
  const field = problem.field === null ? "" : `"${problem.field}": `;
  const mark = problem.severity === "warning" ? "cảnh báo: " : "";
  return `${problem.file}:${problem.line}:${problem.column} ${mark}${field}${problem.message}`;
}

/** Orders problems as an editor reads them: by file, line, column. Returns a new array. */
export function sortProblems(problems: Iterable<Problem>): readonly Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Thrown once at the end of a run in which at least one error was found; carries every problem of the run. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "ContentError";
    this.problems = problems;
  }
}
