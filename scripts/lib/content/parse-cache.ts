import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FileState } from "./tree.ts";

/** Remembers what files parsed to, for as long as size and times stay the same. */
export interface ParseCache<Value> {
  /** The remembered value of a file, or what `parse` gives now. */
  get(path: string, state: FileState, parse: () => Value): Value;
  /** Writes what this run used; files that are gone are forgotten. */
  save(): void;
}

interface Entry<Value> {
  /** Size, modification and change time, inode. */
  readonly key: string;
  readonly value: Value;
}

/**
 * Opens the cache of parsed files; safe to delete, and empty where `version` is not the one that wrote it.
 * @param folder cache folder, `null` for none.
 */
export function openParseCache<Value>(folder: string | null, version: string): ParseCache<Value> {
  const file = folder === null ? null : join(folder, "content.json");
  const known = file === null ? {} : load<Value>(file, version);
  const used: Record<string, Entry<Value>> = {};
  let changed = false;
  return {
    get(path, state, parse) {
      const key = `${state.size}-${state.mtimeMs}-${state.ctimeMs}-${state.ino}`;
      const entry = known[path];
      const hit = entry?.key === key;
      if (!hit) changed = true;
      const next = hit ? entry : { key, value: parse() };
      used[path] = next;
      return next.value;
    },
    save() {
      if (file === null || folder === null) return;
      if (!changed && Object.keys(known).length === Object.keys(used).length) return;
      mkdirSync(folder, { recursive: true });
      const temporary = `${file}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify({ version, entries: used }));
      renameSync(temporary, file);
    },
  };
}

function load<Value>(file: string, version: string): Readonly<Record<string, Entry<Value>>> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, "utf8"));
    // Written by save() of the same program version, so the shape is known once the version fits.
    const cache = stored as { readonly version: string; readonly entries: Readonly<Record<string, Entry<Value>>> };
    return cache.version === version ? cache.entries : {};
  } catch {
    return {};
  }
}
