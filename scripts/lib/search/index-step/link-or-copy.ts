import { copyFileSync, linkSync } from "node:fs";

/** Puts a file at a second place: a hard link, or a copy where there can be none. One call waits less than a promise. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
