import { copyFileSync, linkSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/** Errors at which a hard link cannot be made but a copy can: another disk, a file system without links, too many. */
const COPY_INSTEAD = new Set(["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EACCES"]);

/**
 * Puts a file of the cache at a second place: a hard link, or a copy where the disk allows none. Missing folders are made.
 * @returns whether it is a link, with the times of the source.
 * @throws {Error} where the cache was emptied during the build.
 */
export function linkFile(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return copyInstead(source, target, error);
  }
  mkdirSync(dirname(target), { recursive: true });
  try {
    linkSync(source, target);
    return true;
  } catch (error) {
    return copyInstead(source, target, error);
  }
}

function copyInstead(source: string, target: string, error: unknown): boolean {
  const code = codeOf(error);
  if (code === "ENOENT")
    throw new Error(`${source} is gone: the cache was emptied during the build. Build again.`, {
      cause: error,
    });
  if (code === "EEXIST") return true; // Two pages of one address: a problem that is told by name elsewhere.
  if (!COPY_INSTEAD.has(code)) throw error;
  copyFileSync(source, target);
  return false;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
