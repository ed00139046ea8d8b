import { Lane } from "#threads/lane.ts";
import type { PlacedFile } from "./record.ts";

/** Files of the cache and where they are to stand, for the thread. */
export interface Links {
  /** The staging folder. */
  readonly folder: string;
  /** From that folder. */
  readonly paths: readonly string[];
  readonly sources: readonly string[];
}

/** Sizes and modification times of the linked files, in their order. */
export interface LinkedFiles {
  readonly sizes: Float64Array<ArrayBuffer>;
  readonly times: Float64Array<ArrayBuffer>;
}

/** A file for `linkFiles`. */
export type FileToLink = readonly [path: string, source: string, key: string];

/**
 * Links many files to their places in a thread of its own.
 * @param take is given each file as it stands there.
 * @throws {Error} where the cache was emptied during the build.
 */
export async function linkFiles(
  folder: string,
  files: readonly FileToLink[],
  take: (path: string, file: PlacedFile) => void,
): Promise<void> {
  const lane = new Lane<Links, LinkedFiles>(new URL("link-worker.ts", import.meta.url), "links files");
  const paths = files.map(([path]) => path);
  const sources = files.map(([, source]) => source);
  try {
    lane.send({ folder, paths, sources }, ({ sizes, times }) => {
      for (const [at, [path, , key]] of files.entries())
        take(path, { key, size: sizes[at] ?? 0, mtimeMs: times[at] ?? 0 });
    });
    await lane.idle();
  } finally {
    await lane.stop();
  }
}
