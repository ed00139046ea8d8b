import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Size and time of a file: as long as both stay, so does what was made of it. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
}

interface IndexEntry<T> extends FileStamp {
  readonly value: T;
}

/** Where a cache lies. */
export interface CacheFolder {
  readonly folder: string;
}

/**
 * A folder of things made from files, kept from run to run. An index tells by path, size and time of a source what
 * was made of it, so that an unchanged source costs one stat call; the things themselves are named by content hash.
 * Everything is written aside and renamed, so a run that is interrupted, or two at once, leave nothing half made;
 * the folder may be deleted at any time between runs.
 */
export interface FileCache<T> extends CacheFolder {
  readonly index: Map<string, IndexEntry<T>>;
  /** Names of the objects at hand. */
  readonly objects: Set<string>;
  changed: boolean;
}

/** Another name for another form of what the indexes keep: an older one is then not read. */
const INDEX = "files.json";
const OBJECTS = "objects";
/** First part of the names of folders in which things are made. */
const ASIDE = "new-";
/** Milliseconds; no single thing takes an hour to make. */
const LEFTOVER_AGE = 3_600_000;

/** Opens (or makes) the cache in `folder`. An index that cannot be read counts as empty. */
export async function openFileCache<T>(folder: string): Promise<FileCache<T>> {
  await mkdir(join(folder, OBJECTS), { recursive: true });
  await removeLeftovers(folder);
  return {
    folder,
    index: readIndex<T>(folder),
    objects: new Set(readdirSync(join(folder, OBJECTS))),
    changed: false,
  };
}

/** Size and time of a file; `null` where there is no such file. */
export function stampOf(file: string): FileStamp | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true ? { size: stat.size, mtimeMs: stat.mtimeMs } : null;
}

/** What was made of an unchanged file, `null` where it is new or changed. */
export function recall<T>(cache: FileCache<T>, file: string, stamp: FileStamp): T | null {
  const entry = cache.index.get(file);
  return entry?.size === stamp.size && entry.mtimeMs === stamp.mtimeMs ? entry.value : null;
}

/** Notes what was made of a file. */
export function remember<T>(cache: FileCache<T>, file: string, stamp: FileStamp, value: T): void {
  cache.index.set(file, { ...stamp, value });
  cache.changed = true;
}

/** Path of an object, a file or a folder. */
export function objectPath(cache: CacheFolder, name: string): string {
  return `${cache.folder}/${OBJECTS}/${name}`; // Asked for each file of a site: `join` is slow.
}

/** Makes an object: `make` fills a folder aside, and `result` in it becomes the object. */
export async function addObject<T>(
  cache: FileCache<T>,
  name: string,
  make: (aside: string) => Promise<string>,
): Promise<void> {
  const aside = await mkdtemp(join(cache.folder, ASIDE));
  try {
    const result = await make(aside);
    await rename(result, objectPath(cache, name)).catch((error: unknown) => {
      // Another run was faster; what it made is the same.
      if (!existsSync(objectPath(cache, name))) throw error;
    });
    cache.objects.add(name);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Writes the index where it changed, keeping what another run has added meanwhile. Sources that are gone are forgotten:
 * a CI that checks out into another folder each time would let the index grow for ever.
 */
export async function saveIndex<T>(cache: FileCache<T>): Promise<void> {
  if (!cache.changed) return;
  for (const [file, entry] of readIndex<T>(cache.folder)) {
    if (!cache.index.has(file)) cache.index.set(file, entry);
  }
  const present = [...cache.index].filter(([file]) => existsSync(file));
  const aside = await mkdtemp(join(cache.folder, ASIDE));
  await writeFile(join(aside, INDEX), JSON.stringify(present));
  await rename(join(aside, INDEX), join(cache.folder, INDEX));
  await rm(aside, { recursive: true, force: true });
  cache.changed = false;
}

/**
 * Removes what interrupted runs left aside: whatever is much older than the newest object. A run at work makes objects
 * all the time.
 */
async function removeLeftovers(folder: string): Promise<void> {
  const newest = statSync(join(folder, OBJECTS)).mtimeMs;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(ASIDE)) continue;
    const aside = join(folder, name);
    const age = newest - (statSync(aside, { throwIfNoEntry: false })?.mtimeMs ?? newest);
    if (age > LEFTOVER_AGE) await rm(aside, { recursive: true, force: true });
  }
}

function readIndex<T>(folder: string): Map<string, IndexEntry<T>> {
  try {
    // Only `saveIndex` writes this file, in a folder named by the version of what it holds.
    return new Map(JSON.parse(readFileSync(join(folder, INDEX), "utf8")) as [string, IndexEntry<T>][]);
  } catch {
    return new Map();
  }
}
