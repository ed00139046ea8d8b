import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A folder beside the output in which a site is made; it takes the output's place only when it is complete. */
export interface Staging {
  readonly folder: string;
  /** Makes the folder of a file below the staging folder; gives the file's path. */
  target(path: string): string;
  /** Writes a file below the staging folder. */
  write(path: string, content: string | Uint8Array): void;
  /** Puts the finished site in place of the previous one. */
  publish(): void;
  /** Removes what was made; the previous output stays. */
  discard(): void;
}

/** A file that every site of ours has; a folder without it is not replaced. */
const MARK = "paths.json";

/**
 * Opens a staging folder beside `output`, and clears away what killed builds left there.
 * @throws {Error} with an operator's message where the folder cannot be written, or `output` is something else than
 * an earlier site: nothing but a site of ours is ever replaced.
 * @example const staging = openStaging("/srv/_site"); staging.write("index.html", html); staging.publish();
 */
export function openStaging(output: string): Staging {
  const beside = (kind: "new" | "old") =>
    join(dirname(output), `.${basename(output)}.${kind}-${process.pid}`);
  const folder = beside("new");
  const made = new Set<string>();
  try {
    clearLeftovers(output);
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(join(folder, ".writable"), "w"));
    rmSync(join(folder, ".writable"));
  } catch (error) {
    throw new Error(
      `--output: cannot write beside "${output}" (${reason(error)}); the previous output is untouched`,
      { cause: error },
    );
  }
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    checkOutput(output);
  } catch (error) {
    discard();
    throw error;
  }
  const target = (path: string) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    return file;
  };
  return {
    folder,
    target,
    write: (path, content) => writeFileSync(target(path), content),
    publish: () => replace(output, folder, beside("old")),
    discard,
  };
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
    if (kind === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    const missing = statSync(output, { throwIfNoEntry: false }) === undefined;
    if (kind === "old" && missing) renameSync(join(parent, name), output);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Words for a system error: `ENOSPC: no space left on device, write`. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
