import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { HashCache } from "./hash-cache.ts";
import { hashFiles, type HashedFile, type HashTask } from "./hash-files.ts";

/** What was found in a folder. */
export interface FolderScan {
  /** Regular files, sorted by path. */
  readonly files: readonly HashedFile[];
  /** Paths of symbolic links, devices and the like, which a site must not hold. */
  readonly irregular: readonly string[];
}

/** What to scan. */
export interface ScanTask {
  readonly folder: string;
  readonly cacheFile: string | null;
}

/**
 * Lists a folder with the SHA-256 of every file, in threads of its own: the caller can talk with a server meanwhile.
 * @param cacheFile where sums of untouched files are kept; `null` reads every file, for checks that trust nothing
 * @throws the file system's error where the folder or a file cannot be read
 * @example (await scanFolder("_site")).files[0] // { path: "404.html", sha256: "4f1c…", size: 5120 }
 */
export function scanFolder(folder: string, cacheFile: string | null = null): Promise<FolderScan> {
  const task: ScanTask = { folder, cacheFile };
  return answerOf<FolderScan>(new Worker(new URL("./scan-worker.ts", import.meta.url), { workerData: task }));
}

/** What the thread of `scanFolder` does. */
export async function scanHere({ folder, cacheFile }: ScanTask): Promise<FolderScan> {
  const paths: string[] = [];
  const irregular: string[] = [];
  walk(folder, "", paths, irregular);
  const cache = cacheFile === null ? null : new HashCache(cacheFile);
  const known = cache === null ? [] : paths.flatMap((path) => cache.get(folder, path) ?? []);
  const knownPaths = new Set(known.map((file) => file.path));
  const read = await hashOnAllCores(
    folder,
    paths.filter((path) => !knownPaths.has(path)),
  );
  for (const file of read) cache?.set(folder, file);
  cache?.save();
  const files = [...known, ...read];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), irregular: irregular.sort() };
}

const FILES_WORTH_A_THREAD = 4_000;

async function hashOnAllCores(folder: string, paths: readonly string[]): Promise<readonly HashedFile[]> {
  const shares = paths.length < FILES_WORTH_A_THREAD ? 1 : Math.min(availableParallelism(), 4);
  const size = Math.ceil(paths.length / shares);
  const [own, ...others] = Array.from({ length: shares }, (_, share) => ({
    folder,
    paths: paths.slice(share * size, (share + 1) * size),
  }));
  const pending = others.map(hashInThread);
  return [...(own === undefined ? [] : hashFiles(own)), ...(await Promise.all(pending)).flat()];
}

function walk(folder: string, prefix: string, paths: string[], irregular: string[]): void {
  for (const entry of readdirSync(`${folder}/${prefix}`, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) walk(folder, `${path}/`, paths, irregular);
    else (entry.isFile() ? paths : irregular).push(path);
  }
}

function hashInThread(task: HashTask): Promise<readonly HashedFile[]> {
  return answerOf(new Worker(new URL("./hash-worker.ts", import.meta.url), { workerData: task }));
}

/** The one message of a thread. */
function answerOf<Answer>(worker: Worker): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  worker.once("message", resolve);
  worker.once("error", reject);
  return promise;
}
