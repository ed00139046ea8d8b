import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Name of the folder beside a thing to which it goes. */
export const ASIDE = ".aside";

/**
 * Takes a folder or file out of the way of the next measured run without deleting it: for minutes after a deletion ext4
 * passes over the freed inodes one by one, so that whoever creates files next would pay for it.
 * Everything set aside is deleted by `deleteSetAside`, when all is measured.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  const aside = join(dirname(path), ASIDE);
  mkdirSync(aside, { recursive: true });
  renameSync(path, join(aside, String(readdirSync(aside).length)));
}

/** Deletes what was set aside in a folder and those up to two below it. */
export function deleteSetAside(work: string): void {
  const folders = existsSync(work) ? readdirSync(work, { withFileTypes: true }) : [];
  rmSync(join(work, ASIDE), { recursive: true, force: true });
  for (const folder of folders.filter((entry) => entry.isDirectory() && entry.name !== ASIDE)) {
    rmSync(join(work, folder.name, ASIDE), { recursive: true, force: true });
    rmSync(join(work, folder.name, "cache", ASIDE), { recursive: true, force: true });
  }
}
