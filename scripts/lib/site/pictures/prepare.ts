import { hash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, extname, join } from "node:path";
import { slugify } from "#domain/vietnamese/slug.ts";
import {
  addObject,
  openFileCache,
  recall,
  remember,
  saveIndex,
  stampOf,
  type FileCache,
  type FileStamp,
} from "./cache.ts";
import { checkPicture, damaged, PictureError } from "./check-picture.ts";
import { encodePicture } from "./encode.ts";
import { eachOf } from "./each-of.ts";
import { keepPicture, keptPicture, type KeptPicture } from "./kept-picture.ts";
import { missingFile } from "./missing-file.ts";
import { MAX_PICTURE_BYTES, SETTINGS_VERSION } from "./settings.ts";
import type { PreparedPicture, Resolved } from "./types.ts";

/** Encoded pictures of all runs with the same settings. */
export type PictureCache = FileCache<KeptPicture>;

export interface PrepareOptions {
  /** Pictures in work at a time; by default one for each processor. */
  readonly concurrency?: number;
  /** State of a file, `null` where there is none; for callers that know it already. By default one stat call. */
  readonly stampOf?: (file: string) => FileStamp | null;
  /** Called after each picture that was not in the cache; `total` is the number of those. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface PreparedPictures {
  /** For each file asked for: the picture, or why there is none. */
  readonly pictures: ReadonlyMap<string, Resolved<PreparedPicture>>;
  /** How many were new or changed, and how many came from the cache at the cost of a stat call. */
  readonly examined: number;
  readonly reused: number;
}

/** Opens the picture cache under the build's cache folder. @example await openPictureCache(".cache") */
export async function openPictureCache(cacheFolder: string): Promise<PictureCache> {
  return openFileCache(join(cacheFolder, "pictures", SETTINGS_VERSION));
}

/**
 * Takes picture files and gives each in all its variants, encoded now or found in the cache. A file that has not
 * changed since the last run costs one stat call at most. What is wrong with a picture is in the result, never thrown.
 *
 * @example (await preparePictures(cache, ["content/articles/2022/07/x/a.jpg"])).pictures.get("content/…/a.jpg")
 */
export async function preparePictures(
  cache: PictureCache,
  files: Iterable<string>,
  options: PrepareOptions = {},
): Promise<PreparedPictures> {
  const pictures = new Map<string, Resolved<PreparedPicture>>();
  const todo: { file: string; stamp: FileStamp }[] = [];
  for (const file of new Set(files)) {
    const stamp = (options.stampOf ?? stampOf)(file);
    const known = stamp === null ? null : recall(cache, file, stamp);
    if (stamp === null) pictures.set(file, { ok: false, message: missingFile(file, "ảnh") });
    else if (known !== null && cache.objects.has(known.key)) pictures.set(file, found(known));
    else todo.push({ file, stamp });
  }
  const reused = pictures.size;
  const running = new Map<string, Promise<EncodedSize>>();
  let done = 0;
  await eachOf(todo, options.concurrency ?? availableParallelism(), async ({ file, stamp }) => {
    pictures.set(file, await prepareOne(cache, file, stamp, running));
    done += 1;
    options.onProgress?.(done, todo.length);
  });
  await saveIndex(cache);
  return { pictures, examined: todo.length, reused };
}

async function prepareOne(
  cache: PictureCache,
  file: string,
  stamp: FileStamp,
  running: Map<string, Promise<EncodedSize>>,
): Promise<Resolved<PreparedPicture>> {
  try {
    if (stamp.size === 0) throw new PictureError(`Tệp ảnh "${basename(file)}" rỗng. Hãy chép lại ảnh.`);
    if (stamp.size > MAX_PICTURE_BYTES) {
      throw new PictureError(`Tệp ảnh "${basename(file)}" nặng hơn 60 MB. Hãy lưu lại ảnh thành JPEG.`);
    }
    const bytes = await readFile(file);
    const warnings = await checkPicture(file, bytes);
    const key = hash("sha256", bytes).slice(0, 32);
    let size = running.get(key);
    if (size === undefined) running.set(key, (size = encodeInto(cache, key, bytes)));
    const kept = keepPicture({ key, slug: slugOf(file), ...(await size) }, warnings);
    remember(cache, file, stamp, kept);
    return found(kept);
  } catch (error) {
    if (isSystemError(error)) throw error;
    return { ok: false, message: (error instanceof PictureError ? error : damaged(file)).message };
  }
}

type EncodedSize = Pick<PreparedPicture, "width" | "height" | "variants">;
const SIZE_FILE = "picture.json";

/** Encodes into the cache unless the same content lies there already. */
async function encodeInto(cache: PictureCache, key: string, bytes: Uint8Array): Promise<EncodedSize> {
  if (cache.objects.has(key)) {
    const text = await readFile(join(cache.folder, "objects", key, SIZE_FILE), "utf8");
    // Written below, in one step with the variants.
    return JSON.parse(text) as EncodedSize;
  }
  const { width, height, variants } = await encodePicture(bytes);
  const size = { width, height, variants: variants.map(({ format, width }) => ({ format, width })) };
  await addObject(cache, key, async (aside) => {
    const folder = join(aside, key);
    await mkdir(folder);
    for (const variant of variants) await writeFile(join(folder, variantFile(variant)), variant.bytes);
    await writeFile(join(folder, SIZE_FILE), JSON.stringify(size));
    return folder;
  });
  return size;
}

/** File name of a variant in its cache folder: `800.avif`. */
export function variantFile({ width, format }: { readonly width: number; readonly format: string }): string {
  return `${width}.${format === "jpeg" ? "jpg" : format}`;
}

function slugOf(file: string): string {
  const slug = slugify(basename(file, extname(file)));
  return slug === "" ? "anh" : slug;
}

function found(kept: KeptPicture): Resolved<PreparedPicture> {
  return { ok: true, value: keptPicture(kept), warnings: kept.warnings };
}

/** A full disk or a folder without permission is the operator's concern, not the picture's. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
