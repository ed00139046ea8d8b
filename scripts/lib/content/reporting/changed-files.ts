import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import type { Problem } from "#domain/problem.ts";

/**
 * Files that differ from where the present branch left the main one, uncommitted ones included.
 * @param base branch or commit to compare with; `null`: what the CI says, else `origin/main`, else `main`.
 * @returns paths from the repository's root.
 * @throws {Error} with an operator's message where git does not know the base.
 */
export function changedFiles(base: string | null, env: Readonly<Record<string, string | undefined>>): ReadonlySet<string> {
  const named = base ?? env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] ?? (env["GITHUB_BASE_REF"] && `origin/${env["GITHUB_BASE_REF"]}`);
  const candidates = named ? [named] : ["origin/main", "main"];
  const found = candidates.find((candidate) => git("rev-parse", "--verify", "--quiet", `${candidate}^{commit}`) !== null);
  if (found === undefined) throw new Error(`--changed: git does not know "${candidates.join('" or "')}"; name one with --base`);
  const fork = git("merge-base", found, "HEAD")?.trim() ?? found;
  const tracked = git("diff", "--name-only", "-z", fork) ?? "";
  const untracked = git("ls-files", "--others", "--exclude-standard", "-z") ?? "";
  return new Set([...tracked.split("\0"), ...untracked.split("\0")].filter((path) => path !== ""));
}

/**
 * What a merge request has to answer for: everything in folders that it touches, and every error elsewhere, since a
 * page that it removed may be missing there.
 */
export function problemsOfChange(problems: readonly Problem[], changed: ReadonlySet<string>): readonly Problem[] {
  const folders = new Set([...changed].map(dirname));
  return problems.filter(({ file, severity }) => severity === "error" || folders.has(dirname(file)));
}

function git(...args: readonly string[]): string | null {
  const result = spawnSync("git", ["-c", "core.quotePath=false", ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  return result.status === 0 ? result.stdout : null;
}
