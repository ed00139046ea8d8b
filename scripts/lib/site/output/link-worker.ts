/* A thread that links files for link-files.ts. */
import { statSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { answerMessages } from "#threads/lane.ts";
import { linkFile } from "./link-file.ts";
import type { LinkedFiles, Links } from "./link-files.ts";

if (parentPort !== null)
  answerMessages(parentPort, ({ folder, paths, sources }: Links): LinkedFiles => {
    const sizes = new Float64Array(paths.length);
    const times = new Float64Array(paths.length);
    for (const [at, path] of paths.entries()) {
      const target = `${folder}/${path}`; // For each file of a site: `join` is slow.
      linkFile(sources[at] ?? "", target);
      const { size, mtimeMs } = statSync(target);
      sizes[at] = size;
      times[at] = mtimeMs;
    }
    return { sizes, times };
  });
