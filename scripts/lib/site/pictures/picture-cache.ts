import { join } from "node:path";
import { openFileCache, type FileCache } from "./cache.ts";
import type { KeptPicture } from "./kept-picture.ts";
import { SETTINGS_VERSION } from "./settings.ts";

/** Encoded pictures of all runs with the same settings. */
export type PictureCache = FileCache<KeptPicture>;

/** Opens the picture cache under the build's cache folder. @example await openPictureCache(".cache") */
export async function openPictureCache(cacheFolder: string): Promise<PictureCache> {
  return openFileCache(join(cacheFolder, "pictures", SETTINGS_VERSION));
}

/** File name of a variant in its cache folder: `800.avif`. */
export function variantFile({ width, format }: { readonly width: number; readonly format: string }): string {
  return `${width}.${format === "jpeg" ? "jpg" : format}`;
}
