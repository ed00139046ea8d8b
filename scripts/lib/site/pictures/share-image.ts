import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { addObject, objectPath, openFileCache, type CacheFolder, type FileCache } from "./cache.ts";
import { eachOf } from "./each-of.ts";
import { variantFile, type PictureCache } from "./picture-cache.ts";
import { SHARE_DESIGN } from "./share-design.ts";
import { encoderVersions } from "./encoder-versions.ts";
import type { PreparedPicture } from "./types.ts";

/** Images of all runs. */
export type ShareCache = FileCache<never>;

/** What a share image says. Plain text. */
export interface ShareImageView {
  readonly title: string;
  readonly kicker: string | null;
  readonly section: string;
  /** `08/07/2022`. */
  readonly date: string;
  readonly siteName: string;
  readonly picture: PreparedPicture | null;
}

/** What decides an image's bytes besides its view. */
const VERSION = hash("sha256", JSON.stringify(SHARE_DESIGN) + encoderVersions).slice(0, 12);

/** Opens the cache of share images under the build's cache folder. */
export async function openShareCache(cacheFolder: string): Promise<ShareCache> {
  return openFileCache(join(cacheFolder, "share-images", VERSION));
}

/**
 * Path of a view's image from the output folder, known before the image is drawn; another title or picture gives
 * another path, so that networks that keep old images ask again.
 *
 * @example sharePath(view) // "pictures/chia-se-0f3a….jpg"
 */
export function sharePath(view: ShareImageView): string {
  return `pictures/chia-se-${keyOf(view)}.jpg`;
}

/** Drawing that is under way. */
export interface Drawing {
  /** How many the cache does not have. */
  readonly count: number;
  /** Resolves when all of them are in the cache. */
  readonly done: Promise<void>;
}

/** Begins to draw the images (1200 × 630 JPEG, for Open Graph) that the cache does not have. */
export function drawShareImages(
  cache: ShareCache,
  pictures: PictureCache,
  views: Iterable<ShareImageView>,
  options: {
    readonly concurrency?: number;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Drawing {
  const missing = new Map<string, ShareImageView>();
  for (const view of views) {
    const key = keyOf(view);
    if (!cache.objects.has(key)) missing.set(key, view);
  }
  let done = 0;
  const drawn = eachOf([...missing], options.concurrency ?? availableParallelism(), async ([key, view]) => {
    const photo = view.picture === null ? null : photoOf(pictures, view.picture);
    // Loaded with the first image that is new: most builds draw none and need no font.
    const { drawShareImage } = await import("./share-drawing.ts");
    const bytes = await drawShareImage(view, photo);
    await addObject(cache, key, async (aside) => {
      await writeFile(join(aside, key), bytes);
      return join(aside, key);
    });
    done += 1;
    options.onProgress?.(done, missing.size);
  });
  return { count: missing.size, done: drawn };
}

/** File of a view's image in the cache. */
export function shareFile(cache: CacheFolder, view: ShareImageView): string {
  return objectPath(cache, keyOf(view));
}

/** Keys made so far: a build asks for each three times. */
const keys = new WeakMap<ShareImageView, string>();

function keyOf(view: ShareImageView): string {
  const known = keys.get(view);
  if (known !== undefined) return known;
  const { title, kicker, section, date, siteName, picture } = view;
  const said = JSON.stringify([title, kicker, section, date, siteName, picture?.key ?? null]);
  const key = hash("sha256", VERSION + said).slice(0, 16);
  keys.set(view, key);
  return key;
}

/** The JPEG that comes nearest to the size it is shown in. */
function photoOf(pictures: PictureCache, picture: PreparedPicture): Uint8Array {
  const variant = picture.variants.findLast(({ format }) => format === "jpeg");
  return readFileSync(
    join(objectPath(pictures, picture.key), variantFile(variant ?? { width: picture.width, format: "jpeg" })),
  );
}
