import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** What turns one state of an output folder into the next. */
export interface Changes {
  /** Files that stand ready in the staging folder, by path from the output folder. */
  readonly moves: readonly string[];
  /** Files and folders that are no longer part of the site. */
  readonly removals: readonly string[];
}

const JOURNAL = "changes-";

/**
 * Moves new and changed files from a staging folder into the output, then removes what is gone. The journal beside the
 * output is complete before the first move; whoever finds it after a kill finishes the work with `finishChanges`.
 */
export function applyChanges(output: string, staging: string, changes: Changes): void {
  const journal = join(dirname(output), `.${basename(output)}.${JOURNAL}${process.pid}`);
  // On the disk before it counts: a machine that loses power must not leave half a journal.
  writeFileSync(`${journal}.part`, JSON.stringify({ staging: basename(staging), ...changes }), {
    flush: true,
  });
  renameSync(`${journal}.part`, journal);
  carryOut(output, staging, changes);
  rmSync(journal);
}

/**
 * Finishes what killed builds had begun: every step may be done twice.
 * @param isAlive tells whether the build of a process id still runs; its work is left alone.
 * @returns whether there was anything to finish.
 */
export function finishChanges(output: string, isAlive: (pid: number) => boolean): boolean {
  const parent = dirname(output);
  const start = `.${basename(output)}.${JOURNAL}`;
  let finished = false;
  for (const name of existsSync(parent) ? readdirSync(parent) : []) {
    if (!name.startsWith(start) || isAlive(Number.parseInt(name.slice(start.length), 10))) continue;
    const journal = join(parent, name);
    if (!name.endsWith(".part")) {
      // Written by applyChanges and renamed when complete.
      const { staging, moves, removals } = JSON.parse(readFileSync(journal, "utf8")) as Changes & {
        readonly staging: string;
      };
      carryOut(output, join(parent, staging), { moves, removals });
      rmSync(join(parent, staging), { recursive: true, force: true });
      finished = true;
    }
    rmSync(journal);
  }
  return finished;
}

function carryOut(output: string, staging: string, { moves, removals }: Changes): void {
  const made = new Set<string>();
  for (const path of moves) {
    const source = join(staging, path);
    const target = join(output, path);
    try {
      const folder = dirname(target);
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      renameSync(source, target);
    } catch (error) {
      if (!existsSync(source)) continue; // Moved before the kill.
      moveAside(output, path, error);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(source, target);
    }
  }
  const emptied = new Set<string>();
  for (const path of removals) {
    rmSync(join(output, path), { recursive: true, force: true });
    emptied.add(dirname(path));
  }
  for (const folder of emptied) removeEmpty(output, folder);
}

/** A file stands where a folder is needed, or a folder where a file is. */
function moveAside(output: string, path: string, error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!["EISDIR", "ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(code)) throw error;
  if (code === "EISDIR" || code === "ENOTEMPTY") rmSync(join(output, path), { recursive: true });
  else {
    const steps = path.split("/").slice(0, -1);
    for (let length = 1; length <= steps.length; length += 1) {
      const folder = join(output, ...steps.slice(0, length));
      if (isFile(folder)) rmSync(folder);
    }
  }
}

function isFile(path: string): boolean {
  try {
    readdirSync(path);
    return false;
  } catch {
    return existsSync(path);
  }
}

function removeEmpty(output: string, folder: string): void {
  for (let at = folder; at !== "."; at = dirname(at)) {
    try {
      rmdirSync(join(output, at));
    } catch {
      return; // Not empty, or gone with its parent.
    }
  }
}
