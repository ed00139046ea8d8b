import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createHash } from "node:crypto";

/** What tells one state of a file from another without reading it. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** All folders and plain files of a content folder as they are now, without hidden ones. Paths are from the content folder, with forward slashes. */
export interface Tree {
  /** In no particular order. */
  readonly files: ReadonlyMap<string, FileState>;
  /** Names in each folder, sorted; `""` is the content folder itself. */
  readonly folders: ReadonlyMap<string, Listing>;
  /** Changes when any file or folder does. */
  readonly digest: string;
}

export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** A listing and the times of its folder: as long as both stay, so do the names in it. */
type Remembered = readonly [path: string, mtimeMs: number, ctimeMs: number, files: string[], folders: string[]];

/** Times of folders are this exact, in milliseconds, on the coarsest file systems that servers use. */
const GRAIN = 20;

/**
 * Lists a content folder and looks at every file in it. A folder whose times did not change since the last run is not
 * listed again: it costs one stat call, as does each file.
 * @param cache cache folder, `null`: remember nothing.
 * @returns an empty tree where the folder does not exist.
 */
export function readTree(folder: string, cache: string | null): Tree {
  const memory = cache === null ? null : openMemory(cache, folder);
  const files = new Map<string, FileState>();
  const folders = new Map<string, Listing>();
  const hash = createHash("sha256");
  walk("");
  memory?.save();
  return { files, folders, digest: hash.digest("hex") };

  function walk(path: string): void {
    const listing = memory === null ? list(join(folder, path)) : memory.list(path);
    folders.set(path, listing);
    for (const name of listing.files) {
      const file = path === "" ? name : `${path}/${name}`;
      const stat = statSync(`${folder}/${file}`, { throwIfNoEntry: false }); // For each file: `join` is slow.
      if (stat?.isFile() !== true) continue; // A link to nothing or to a folder, or deleted this instant.
      const { size, mtimeMs, ctimeMs, ino } = stat;
      files.set(file, { size, mtimeMs, ctimeMs, ino });
      hash.update(`${file}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
    }
    for (const name of listing.folders) walk(path === "" ? name : `${path}/${name}`);
  }
}

function list(folder: string): Listing {
  const files: string[] = [];
  const folders: string[] = [];
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      // Hidden ones are of systems and tools. A link to a folder is not followed: it may lead back here.
      if (!entry.name.startsWith(".")) (entry.isDirectory() ? folders : files).push(entry.name);
    }
  } catch {
    return { files, folders }; // A portal without this folder is a portal without such pages.
  }
  return { files: files.sort(), folders: folders.sort() };
}

/** Listings of the last run. */
function openMemory(cache: string, folder: string) {
  const file = join(cache, "tree.json");
  const aside = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  // The file system's own clock: what changed this instant may change again within the same tick.
  writeFileSync(aside, "");
  const settled = statSync(aside).mtimeMs - GRAIN;
  const known = readMemory(file, folder);
  const next: Remembered[] = [];
  let fresh = 0;
  return {
    list(path: string): Listing {
      const stat = statSync(`${folder}/${path}`, { throwIfNoEntry: false });
      if (stat === undefined) return { files: [], folders: [] };
      const before = known.get(path);
      if (before?.[1] === stat.mtimeMs && before[2] === stat.ctimeMs) {
        next.push(before);
        return { files: before[3], folders: before[4] };
      }
      const { files, folders } = list(join(folder, path));
      fresh += 1;
      if (stat.mtimeMs < settled) next.push([path, stat.mtimeMs, stat.ctimeMs, [...files], [...folders]]);
      return { files, folders };
    },
    save(): void {
      if (fresh === 0 && next.length === known.size) {
        rmSync(aside);
        return;
      }
      writeFileSync(aside, JSON.stringify({ folder, listings: next }));
      renameSync(aside, file);
    },
  };
}

function readMemory(file: string, folder: string): ReadonlyMap<string, Remembered> {
  try {
    // Written by save() above.
    const stored = JSON.parse(readFileSync(file, "utf8")) as { folder: string; listings: Remembered[] };
    return stored.folder === folder ? new Map(stored.listings.map((entry) => [entry[0], entry])) : new Map();
  } catch {
    return new Map();
  }
}
