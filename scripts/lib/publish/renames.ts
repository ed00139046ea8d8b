import { spawnSync } from "node:child_process";

/** A file that moved, paths from the repository's root. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads from git's history which files of a folder were renamed, so that their old addresses redirect.
 * @param repository the project's folder
 * @param folder `content/articles`
 * @returns old → newest path, only where the newest path exists today and the old one does not; sorted by old path
 * @throws Error where this is no git repository, or a shallow clone without history
 */
export function findRenames(repository: string, folder: string): readonly Rename[] {
  if (git(repository, "rev-parse", "--is-shallow-repository").trim() === "true") {
    throw new Error("renames cannot be found in a shallow clone; fetch the whole history (fetch-depth: 0)");
  }
  const format = ["--format=", "--name-status", "-z", "--diff-filter=R", "-M50%", "--reverse"];
  const log = git(repository, "log", ...format, "--", folder);
  const present = new Set(git(repository, "ls-files", "-z", "--", folder).split("\0"));
  return followRenames(parseRenames(log), present);
}

/**
 * Redirects for articles that moved.
 * @param basePath `/` or `/btg/`
 * @example renameRedirects([{ from: "content/articles/2022/07/a/index.md", to: "…/b/index.md" }], "/")
 *   // [{ from: "/2022/07/a/", to: "/2022/07/b/" }]
 */
export function renameRedirects(renames: readonly Rename[], basePath: string): readonly Rename[] {
  return renames.flatMap(({ from, to }) => {
    const [old, current] = [articlePath(from), articlePath(to)];
    return old === null || current === null ? [] : [{ from: basePath + old, to: basePath + current }];
  });
}

/**
 * Parses `git log --format= --name-status -z --diff-filter=R --reverse`.
 * @returns renames, oldest first
 */
export function parseRenames(log: string): readonly Rename[] {
  const fields = log
    .split("\0")
    .map((field) => field.replace(/^\n+/, ""))
    .filter((field) => field !== "");
  const renames: Rename[] = [];
  for (let index = 0; index + 2 < fields.length; index += 3) {
    const [status = "", from = "", to = ""] = fields.slice(index, index + 3);
    if (/^R\d+$/.test(status)) renames.push({ from, to });
  }
  return renames;
}

/** Follows each old path to where its file is today. */
export function followRenames(renames: readonly Rename[], present: ReadonlySet<string>): readonly Rename[] {
  const newest = new Map<string, string>();
  for (const { from, to } of renames) {
    for (const [old, target] of newest) if (target === from) newest.set(old, to);
    newest.set(from, to);
    newest.delete(to); // moved back to a name it once had
  }
  return [...newest]
    .filter(([from, to]) => present.has(to) && !present.has(from))
    .map(([from, to]) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function articlePath(file: string): string | null {
  return /^content\/articles\/(\d{4}\/\d{2}\/[^/]+\/)index\.md$/.exec(file)?.[1] ?? null;
}

function git(repository: string, ...args: readonly string[]): string {
  const result = spawnSync("git", ["-C", repository, "-c", "core.quotePath=false", ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (result.status === 0) return result.stdout;
  throw new Error(`git ${args[0] ?? ""} failed in ${repository}: ${result.stderr.trim()}`);
}
