import type { Problem } from "#domain/problem.ts";

/** Where a value stands within the front matter: `["cover", "alt"]`, `["authors", 0, "name"]`. */
export type Path = readonly (string | number)[];

/** A problem that knows its field but not yet its line. */
export interface Issue {
  readonly path: Path;
  readonly part: "key" | "value";
  readonly message: string;
  readonly severity: Problem["severity"];
}
