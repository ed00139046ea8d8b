import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findRenames, type Rename } from "#publish/renames.ts";
import type { BuildOptions } from "./options.ts";

/**
 * Articles that were renamed in git's history: old folder → present one, as ids (`2022/07/a` → `2022/07/b`).
 * Looked up once for each commit and kept in the cache; a content folder outside git, or in a shallow clone, has none.
 */
export function renamedArticles(options: Pick<BuildOptions, "content" | "cache">): readonly Rename[] {
  const answers = git(options.content, "rev-parse", "--show-toplevel", "HEAD", "--is-shallow-repository");
  const [root, head, shallow] = answers?.split("\n") ?? [];
  if (root === undefined || head === undefined || shallow !== "false") return [];
  const articles = `${relative(root, options.content) || "."}/articles`;
  return remembered(options.cache, `${head} ${articles}`, () =>
    findRenames(root, articles).flatMap(({ from, to }) => {
      const [old, present] = [idOf(from), idOf(to)];
      return old === null || present === null ? [] : [{ from: old, to: present }];
    }),
  );
}

function idOf(file: string): string | null {
  return /(?:^|\/)articles\/(\d{4}\/\d{2}\/[^/]+)\/index\.md$/.exec(file)?.[1] ?? null;
}

/** Keeps the answer for one commit in the cache. */
function remembered(cache: string, key: string, find: () => readonly Rename[]): readonly Rename[] {
  const file = join(cache, "renames.json");
  try {
    // Written below by the same function, so the shape is known once the key fits.
    const kept = JSON.parse(readFileSync(file, "utf8")) as {
      readonly key: string;
      readonly renames: readonly Rename[];
    };
    if (kept.key === key) return kept.renames;
  } catch {
    // No answer kept yet.
  }
  const renames = find();
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ key, renames }));
  renameSync(`${file}.${process.pid}`, file);
  return renames;
}

function git(folder: string, ...args: readonly string[]): string | null {
  const result = spawnSync("git", ["-C", folder, ...args], { encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : null;
}
