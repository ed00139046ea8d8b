import { objectPath, type CacheFolder } from "./cache.ts";
import { variantFile } from "./picture-cache.ts";
import { variantPath } from "./picture-source.ts";
import { shareFile, sharePath, type ShareImageView } from "./share-image.ts";
import type { PreparedFile, PreparedPicture } from "./types.ts";

/** Puts a file of the cache into the output; the key changes when the file does, `""` where its path says so. */
export type Place = (path: string, source: string, key: string) => void;

/**
 * Puts all variants of the pictures that pages use into the output (`pictures/…`).
 *
 * @returns the number of files placed.
 */
export function placePictures(cache: CacheFolder, used: Iterable<PreparedPicture>, place: Place): number {
  const placed = new Set<string>();
  const known = new Set<string>();
  for (const picture of used) {
    // One picture may stand in many pieces.
    const name = picture.slug + picture.key;
    if (known.has(name)) continue;
    known.add(name);
    const folder = objectPath(cache, picture.key);
    for (const variant of picture.variants) {
      const path = variantPath(picture, variant);
      if (placed.has(path)) continue;
      placed.add(path);
      place(path, `${folder}/${variantFile(variant)}`, "");
    }
  }
  return placed.size;
}

/** Puts attached files into the output (`tep/…`). @returns the number of files placed. */
export function placeFiles(cache: CacheFolder, used: Iterable<PreparedFile>, place: Place): number {
  const placed = new Set<string>();
  for (const file of used) {
    if (placed.has(file.path)) continue;
    placed.add(file.path);
    place(file.path, objectPath(cache, file.key), file.key);
  }
  return placed.size;
}

/** Puts the share images of pages into the output (`pictures/chia-se-…`). @returns the number of files placed. */
export function placeShareImages(cache: CacheFolder, views: Iterable<ShareImageView>, place: Place): number {
  const placed = new Set<string>();
  for (const view of views) {
    const path = sharePath(view);
    if (placed.has(path)) continue;
    placed.add(path);
    place(path, shareFile(cache, view), "");
  }
  return placed.size;
}
