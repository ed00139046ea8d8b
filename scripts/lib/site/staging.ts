import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

/**
 * Opens a staging folder beside `output`.
 * @throws {Error} with an operator's message where the folder cannot be written.
 */
export function openStaging(output: string): Staging {
  const folder = join(dirname(output), `.${basename(output)}.new-${process.pid}`);
  const made = new Set<string>();
  rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(join(folder, ".writable"), "w"));
    rmSync(join(folder, ".writable"));
  } catch (error) {
    throw new Error(
      `--output: cannot write beside "${output}" (${reason(error)}); the previous output is untouched`,
      { cause: error },
    );
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
    publish() {
      const old = join(dirname(output), `.${basename(output)}.old-${process.pid}`);
      const before = existsSync(output);
      if (before) renameSync(output, old);
      try {
        renameSync(folder, output);
      } catch (error) {
        if (before) renameSync(old, output);
        throw new Error(
          `--output: cannot put the new site in place of "${output}" (${reason(error)}); the previous output is untouched`,
          { cause: error },
        );
      }
      rmSync(old, { recursive: true, force: true });
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Words for a system error: `no space left on device`. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
