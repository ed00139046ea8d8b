import { readdirSync, type Dirent } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { HashCache } from "./hash-cache.ts";
import { hashFile, type HashedFile } from "./hash-files.ts";

/** What was found in a folder. */
export interface FolderScan {
  /** Regular files, sorted by path. */
  readonly files: readonly HashedFile[];
  /** Paths of symbolic links, devices and the like, which a site must not hold. */
  readonly irregular: readonly string[];
}

/**
 * Lists a folder with the SHA-256 of every file, on all cores; the caller can talk with a server meanwhile.
 * @param cacheFolder where sums of untouched files are kept; `null` reads every file, for checks that trust nothing
 * @throws the file system's error where the folder or a file cannot be read
 * @example (await scanFolder("_site")).files[0] // { path: "404.html", sha256: "4f1c…", size: 5120 }
 */
export async function scanFolder(folder: string, cacheFolder: string | null = null): Promise<FolderScan> {
  const shares = Math.min(availableParallelism(), 4);
  const scans = await Promise.all(
    Array.from({ length: shares }, (_, share) => {
      const cacheFile = cacheFolder === null ? null : `${cacheFolder}/${share + 1}-of-${shares}.tsv`;
      return scanInThread({ folder, share, shares, cacheFile });
    }),
  );
  return {
    files: scans.flatMap(({ files }) => files).sort((a, b) => (a.path < b.path ? -1 : 1)),
    irregular: scans.flatMap(({ irregular }) => irregular).sort(),
  };
}

/** A thread's share of a folder: some of what lies at its top, with all below. */
export interface ScanTask {
  readonly folder: string;
  /** From 0. */
  readonly share: number;
  readonly shares: number;
  readonly cacheFile: string | null;
}

/** What one thread of `scanFolder` does. Synchronous on purpose: for many small files that is fastest. */
export function scanShare({ folder, share, shares, cacheFile }: ScanTask): FolderScan {
  const paths: string[] = [];
  const irregular: string[] = [];
  const mine = entriesOf(folder).filter(({ name }) => shareOf(name, shares) === share);
  walk(folder, "", mine, paths, irregular);
  const cache = cacheFile === null ? null : new HashCache(cacheFile);
  const files = paths.map((path) => cache?.get(folder, path) ?? hashFile(folder, path));
  cache?.save(folder, files);
  return { files, irregular };
}

/** The same name falls to the same thread again, whatever lies beside it, so that its cache knows it. */
function shareOf(name: string, shares: number): number {
  let sum = 0;
  for (let index = 0; index < name.length; index += 1) sum += name.charCodeAt(index);
  return sum % shares;
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

function walk(
  folder: string,
  prefix: string,
  entries: readonly Dirent[],
  paths: string[],
  irregular: string[],
): void {
  for (const entry of entries) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) walk(folder, `${path}/`, entriesOf(`${folder}/${path}`), paths, irregular);
    else (entry.isFile() ? paths : irregular).push(path);
  }
}

function scanInThread(task: ScanTask): Promise<FolderScan> {
  const { promise, resolve, reject } = Promise.withResolvers<FolderScan>();
  const worker = new Worker(new URL("./scan-worker.ts", import.meta.url), { workerData: task });
  worker.once("message", resolve);
  worker.once("error", reject);
  return promise;
}
