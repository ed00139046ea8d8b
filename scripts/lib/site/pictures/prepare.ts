import { availableParallelism } from "node:os";
import { recall, remember, saveIndex, stampOf, type FileStamp } from "./cache.ts";
import { eachOf } from "./each-of.ts";
import { keptPicture, type KeptPicture } from "./kept-picture.ts";
import { missingFile } from "./missing-file.ts";
import type { PictureCache } from "./picture-cache.ts";
import type { PreparedPicture, Resolved } from "./types.ts";

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
  if (todo.length > 0) {
    // Loaded only where a picture is new or changed: loading sharp takes longer than finding thousands in the cache.
    const { pictureTaker } = await import("./take-picture.ts");
    const take = pictureTaker(cache);
    let done = 0;
    await eachOf(todo, options.concurrency ?? availableParallelism(), async ({ file, stamp }) => {
      const taken = await take(file, stamp.size);
      if (taken.ok) remember(cache, file, stamp, taken.value);
      pictures.set(file, taken.ok ? found(taken.value) : taken);
      done += 1;
      options.onProgress?.(done, todo.length);
    });
  }
  await saveIndex(cache);
  return { pictures, examined: todo.length, reused };
}

function found(kept: KeptPicture): Resolved<PreparedPicture> {
  return { ok: true, value: keptPicture(kept), warnings: kept.warnings };
}
