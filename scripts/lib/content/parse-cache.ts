import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { FileState } from "./tree.ts";

/** Remembers what files parsed to, for as long as size and times stay the same. */
export interface ParseCache<Value> {
  /** The remembered value of a file, `null` where there is none of this state of it. */
  find(path: string, state: FileState): Value | null;
  /** Remembers what a file parsed to now: plain data. */
  keep(path: string, state: FileState, value: Value): void;
  /** Writes what this run used, where it differs; files that are gone are forgotten with it. */
  save(): void;
}

interface Entry<Value> {
  /** Size, modification and change time, inode. */
  readonly key: string;
  readonly value: Value;
}

/** The entries of one part of the cache, a file of its own: an edit writes one part anew, not what all files parsed to. */
interface Part<Value> {
  readonly known: Readonly<Record<string, Entry<Value>>>;
  readonly used: Record<string, Entry<Value>>;
  changed: boolean;
}

/** What V8 holds Vietnamese in: larger on the disk than UTF-8, and read in little more than half of the time. */
const ENCODING = "utf16le";

/**
 * The folder that names a file's part, the kind of the file with its year: what is edited together lies together. Smaller
 * parts take longer to read: what V8 reads from a JSON text of less than 100 kB, the collector moves about twice.
 */
const FOLDER = /^[^/]+(?:\/\d+(?=\/))?/;

/**
 * Opens the cache of parsed files; safe to delete, and empty where `version` is not the one that wrote it.
 * @param folder cache folder, `null` for none.
 */
export function openParseCache<Value>(folder: string | null, version: string): ParseCache<Value> {
  const fileOf = (name: string) => join(folder ?? "", "content", `${name}.json`);
  const parts = new Map<string, Part<Value>>();
  const partOf = (path: string): Part<Value> => {
    const name = (FOLDER.exec(path)?.[0] ?? "").replaceAll("/", "-");
    let part = parts.get(name);
    if (part === undefined) {
      const known = folder === null ? {} : load<Value>(fileOf(name), version);
      parts.set(name, (part = { known, used: {}, changed: false }));
    }
    return part;
  };
  return {
    find(path, state) {
      const { known, used } = partOf(path);
      const entry = known[path];
      if (entry?.key !== keyOf(state)) return null;
      used[path] = entry;
      return entry.value;
    },
    keep(path, state, value) {
      const part = partOf(path);
      part.used[path] = { key: keyOf(state), value };
      part.changed = true;
    },
    save() {
      if (folder === null) return;
      for (const [name, { known, used, changed }] of parts) {
        if (!changed && Object.keys(known).length === Object.keys(used).length) continue;
        mkdirSync(join(folder, "content"), { recursive: true });
        const temporary = `${fileOf(name)}.${process.pid}`;
        write(temporary, JSON.stringify({ version, entries: used }));
        renameSync(temporary, fileOf(name));
      }
    },
  };
}

function keyOf({ size, mtimeMs, ctimeMs, ino }: FileState): string {
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}

/** `writeFileSync` would copy each text into a buffer that waits for the collector: megabytes for each part. */
function write(file: string, text: string): void {
  const descriptor = openSync(file, "w");
  try {
    writeSync(descriptor, text, null, ENCODING); // A file that is cut short, as on a full disk, is no cache.
  } finally {
    closeSync(descriptor);
  }
}

function load<Value>(file: string, version: string): Readonly<Record<string, Entry<Value>>> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, ENCODING));
    // Written by save() of the same program version, so the shape is known once the version fits.
    const cache = stored as { readonly version: string; readonly entries: Readonly<Record<string, Entry<Value>>> };
    return cache.version === version ? cache.entries : {};
  } catch {
    return {};
  }
}
