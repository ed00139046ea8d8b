import { copyFileSync, linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { objectPath } from "./cache.ts";
import type { AttachmentCache } from "./attachments.ts";
import { variantPath } from "./picture-source.ts";
import { variantFile, type PictureCache } from "./prepare.ts";
import { shareFile, sharePath, type ShareCache, type ShareImageView } from "./share-image.ts";
import type { PreparedFile, PreparedPicture } from "./types.ts";

/** Errors at which a hard link cannot be made but a copy can: another disk, a file system without links, too many. */
const COPY_INSTEAD = new Set(["EXDEV", "EPERM", "EMLINK", "ENOTSUP", "EACCES"]);

/**
 * Puts all variants of the pictures that pages use into `output` (`pictures/…`), by hard link where the disk allows.
 *
 * @returns the number of files placed.
 * @throws {Error} of the file system, or where the cache was emptied during the build.
 */
export function placePictures(cache: PictureCache, used: Iterable<PreparedPicture>, output: string): number {
  const placed = new Set<string>();
  mkdirSync(join(output, "pictures"), { recursive: true });
  for (const picture of used) {
    const folder = objectPath(cache, picture.key);
    for (const variant of picture.variants) {
      const path = variantPath(picture, variant);
      if (placed.has(path)) continue;
      placed.add(path);
      place(join(folder, variantFile(variant)), join(output, path));
    }
  }
  return placed.size;
}

/** Puts attached files into `output` (`tep/…`). @returns the number of files placed. */
export function placeFiles(cache: AttachmentCache, used: Iterable<PreparedFile>, output: string): number {
  const placed = new Set<string>();
  for (const file of used) {
    if (placed.has(file.path)) continue;
    placed.add(file.path);
    const target = join(output, file.path);
    mkdirSync(dirname(target), { recursive: true });
    place(objectPath(cache, file.key), target);
  }
  return placed.size;
}

/** Puts the share images of pages into `output` (`pictures/chia-se-…`). @returns the number of files placed. */
export function placeShareImages(cache: ShareCache, views: Iterable<ShareImageView>, output: string): number {
  const placed = new Set<string>();
  mkdirSync(join(output, "pictures"), { recursive: true });
  for (const view of views) {
    const path = sharePath(view);
    if (placed.has(path)) continue;
    placed.add(path);
    place(shareFile(cache, view), join(output, path));
  }
  return placed.size;
}

function place(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "EEXIST") return;
    if (code === "ENOENT")
      throw new Error(`${source} is gone: the cache was emptied during the build. Build again.`);
    if (!COPY_INSTEAD.has(code)) throw error;
    copyFileSync(source, target);
  }
}
