import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { applyChanges, finishChanges } from "./changes.ts";
import { examineInThread } from "./examine.ts";
import { isAlive } from "./is-alive.ts";
import { Ledger } from "./ledger.ts";
import { linkFiles, type FileToLink } from "./link-files.ts";
import { forgetRecord, readRecord, writeRecord, type PlacedFile } from "./record.ts";

/** A folder beside the output in which the files of a site are made that are new or different. */
export interface Staging {
  /** Whatever is written into it becomes part of the site. */
  readonly folder: string;
  /**
   * Puts a file of the cache into the site, unless the output has it: a hard link, or a copy on another disk.
   * @param path from the output folder.
   * @param key changes when the file does: a digest, or `""` where the path itself names the content.
   */
  place(path: string, source: string, key: string): void;
  /** As `place`, for many files: in a thread of its own where the output has none of them. */
  placeAll(files: readonly FileToLink[]): Promise<void>;
  /** As `place`, for a file that was linked to its place below the staging folder on another thread. */
  adopt(path: string, file: PlacedFile): void;
  /** Whether the output holds a file that was placed there from this key. */
  holds(path: string, key: string): boolean;
  /** Looks at all files of the output in a thread; without it, each is looked at when it is placed. */
  examine(): Promise<void>;
  /** Brings the output to the state of this site. */
  publish(): void;
  /** Removes what was made; the previous output stays. */
  discard(): void;
}

/** Files whose examination lasts longer than a thread takes to start. */
const WORTH_A_THREAD = 5_000;
/** Linking a file takes several times as long. */
const WORTH_LINKING_ASIDE = 1_000;

/** A file that every site of ours has; a folder without it is not replaced. */
const MARK = "paths.json";

/**
 * Opens a staging folder beside `output`, finishes or clears away what killed builds left there, and learns from the
 * cache what the output holds.
 * @param cache where the record of the output is kept; `null` for a staging folder that is never published.
 * @throws {Error} with an operator's message where the folder cannot be written, or `output` is something else than
 * an earlier site: nothing but a site of ours is ever replaced.
 * @example const staging = openStaging("/srv/_site", "/srv/.cache"); staging.place("a.jpg", "/srv/.cache/a", ""); staging.publish();
 */
export function openStaging(output: string, cache: string | null): Staging {
  const beside = (kind: "new" | "old") =>
    join(dirname(output), `.${basename(output)}.${kind}-${process.pid}`);
  const folder = beside("new");
  try {
    settleOutput(output);
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(join(folder, ".writable"), "w"));
    rmSync(join(folder, ".writable"));
  } catch (error) {
    throw new Error(
      `--output: cannot write beside "${output}" (${reason(error)}); the previous output is untouched`,
      { cause: error },
    );
  }
  let halfway = false;
  // Where changing the output has begun, what stands ready is needed to finish it.
  const discard = () => {
    if (!halfway) rmSync(folder, { recursive: true, force: true });
  };
  try {
    checkOutput(output);
  } catch (error) {
    discard();
    throw error;
  }
  const known = cache !== null && isFolder(output) ? readRecord(cache, output) : null;
  const ledger = new Ledger(output, folder, known);
  return {
    folder,
    place: (path, source, key) => ledger.place(path, source, key),
    async placeAll(files) {
      if (known !== null || files.length < WORTH_LINKING_ASIDE)
        for (const file of files) ledger.place(...file);
      else await linkFiles(folder, files, (path, file) => ledger.adopt(path, file));
    },
    adopt: (path, file) => ledger.adopt(path, file),
    holds: (path, key) => ledger.holds(path, key),
    async examine() {
      if (cache === null || known === null || known.files.size < WORTH_A_THREAD) return;
      const touched = await examineInThread({ cache, output });
      if (touched !== null) ledger.know(touched);
    },
    publish() {
      if (cache === null) throw new Error("This staging folder was opened to look at, not to publish.");
      const changes = ledger.changes();
      forgetRecord(cache, output);
      if (known === null) replace(output, folder, beside("old"));
      else {
        try {
          halfway = true;
          applyChanges(output, folder, changes);
          halfway = false;
        } catch (error) {
          throw new Error(`--output: cannot change "${output}" (${reason(error)}); build again to mend it`, {
            cause: error,
          });
        }
        discard();
      }
      writeRecord(cache, output, ledger.record());
    },
    discard,
  };
}

/**
 * Finishes or undoes what a killed build left of an output, so that it is the old site or the new one. Commands that
 * read an output call it first.
 * @throws {Error} of the file system.
 */
export function settleOutput(output: string): void {
  finishChanges(output, isAlive);
  clearLeftovers(output);
}

/** Two renames; a process killed between them leaves the old site under a name that `clearLeftovers` puts back. */
function replace(output: string, folder: string, old: string): void {
  let moved = false;
  try {
    if (statSync(output, { throwIfNoEntry: false }) !== undefined) {
      renameSync(output, old);
      moved = true;
    }
    renameSync(folder, output);
  } catch (error) {
    if (moved) renameSync(old, output);
    throw new Error(
      `--output: cannot put the new site in place of "${output}" (${reason(error)}); the previous output is untouched`,
      { cause: error },
    );
  }
  rmSync(old, { recursive: true, force: true });
}

/** Refuses what is no earlier site: `--output .` would otherwise replace the whole project. */
function checkOutput(output: string): void {
  const stat = statSync(output, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) throw new Error(`--output: "${output}" is a file; name a folder`);
  const names = readdirSync(output);
  if (names.length > 0 && !names.includes(MARK)) {
    throw new Error(`--output: "${output}" holds files that no build made; name an empty or a new folder`);
  }
}

/** Removes the folders of builds that were killed; where one was killed while replacing, the old site comes back. */
function clearLeftovers(output: string): void {
  const leftover = new RegExp(`^\\.${basename(output).replace(/[^\w-]/g, "\\$&")}\\.(new|old)-(\\d+)$`);
  const parent = dirname(output);
  if (statSync(parent, { throwIfNoEntry: false }) === undefined) return;
  for (const name of readdirSync(parent)) {
    const [, kind, pid] = leftover.exec(name) ?? [];
    if (kind === undefined || isAlive(Number(pid))) continue;
    const missing = statSync(output, { throwIfNoEntry: false }) === undefined;
    if (kind === "old" && missing) renameSync(join(parent, name), output);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** A link to a site is replaced, never what it points to. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Words for a system error: `ENOSPC: no space left on device, write`. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
