import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Changes } from "./changes.ts";
import type { Touched } from "./examine.ts";
import { linkFile } from "./link-file.ts";
import type { OutputRecord, PlacedFile } from "./record.ts";

/** Keeps the books of one build: what the site shall hold, what of it the output has, what stands in staging. */
export class Ledger {
  readonly #output: string;
  readonly #staging: string;
  readonly #before: OutputRecord | null;
  readonly #files = new Map<string, PlacedFile>();
  readonly #moves = new Set<string>();
  /** Folders that have another time after the changes. */
  #changed: ReadonlySet<string> = new Set();
  #touched: Touched | null = null;

  /** @param before what the output holds, `null` where all of it is replaced. */
  constructor(output: string, staging: string, before: OutputRecord | null) {
    this.#output = output;
    this.#staging = staging;
    this.#before = before;
  }

  /** Takes over what was found out about the output; until then each file is looked at when it is placed. */
  know(touched: Touched): void {
    this.#touched = touched;
  }

  /** Whether the output holds a file placed from this key. */
  holds(path: string, key: string): boolean {
    const before = this.#before?.files.get(path);
    return before?.key === key && this.#isUntouched(path, before);
  }

  /** @throws {Error} where the cache was emptied during the build. */
  place(path: string, source: string, key: string): void {
    if (this.#files.has(path)) return;
    const before = this.#before?.files.get(path);
    if (before?.key === key && this.#isUntouched(path, before)) {
      this.#files.set(path, before);
      return;
    }
    const target = join(this.#staging, path);
    linkFile(source, target);
    const { size, mtimeMs } = statSync(target);
    this.adopt(path, { key, size, mtimeMs });
  }

  /** Enters a file that others have placed in the staging folder. */
  adopt(path: string, file: PlacedFile): void {
    this.#files.set(path, file);
    this.#moves.add(path);
  }

  /** What has to happen to the output, once all files are written and placed. */
  changes(): Changes {
    this.#takeWritten("");
    const removals =
      this.#before === null ? [] : [...this.#gone(this.#before), ...this.#foreign(this.#before)];
    const changed = [...this.#moves, ...removals].flatMap(foldersOf);
    this.#changed = new Set([...changed, ...(this.#touched?.folders ?? [])]);
    return { moves: [...this.#moves], removals };
  }

  /** What the output holds after the changes. */
  record(): OutputRecord {
    const folders = new Map<string, number>();
    for (const path of this.#files.keys()) {
      for (const folder of foldersOf(path)) {
        if (folders.has(folder)) break; // And so are those above it.
        const before = this.#changed.has(folder) ? undefined : this.#before?.folders.get(folder);
        folders.set(folder, before ?? statSync(join(this.#output, folder)).mtimeMs);
      }
    }
    return { files: this.#files, folders };
  }

  #isUntouched(path: string, before: PlacedFile): boolean {
    if (this.#touched !== null) return !this.#touched.files.has(path);
    const now = statSync(join(this.#output, path), { throwIfNoEntry: false });
    return now?.size === before.size && now.mtimeMs === before.mtimeMs;
  }

  /** Enters files that others wrote into the staging folder; those that the output has already are taken out. */
  #takeWritten(folder: string): void {
    for (const entry of readdirSync(join(this.#staging, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) this.#takeWritten(path);
      else if (!this.#moves.has(path)) this.#takeFile(path);
    }
  }

  #takeFile(path: string): void {
    const written = join(this.#staging, path);
    const { size, mtimeMs, ino } = statSync(written);
    const there =
      this.#before === null ? undefined : statSync(join(this.#output, path), { throwIfNoEntry: false });
    const same =
      there?.isFile() === true &&
      there.size === size &&
      (there.ino === ino || readFileSync(written).equals(readFileSync(join(this.#output, path))));
    if (same) rmSync(written);
    else this.#moves.add(path);
    this.#files.set(path, { key: "", size, mtimeMs: same ? there.mtimeMs : mtimeMs });
  }

  /** Files of the earlier site that this one has not; where one made room for a folder or lay in one, moving did it. */
  #gone(before: OutputRecord): readonly string[] {
    const gone = [...before.files.keys()].filter((path) => !this.#files.has(path));
    if (gone.length === 0) return gone;
    const folders = new Set([...this.#moves].flatMap(foldersOf));
    return gone.filter(
      (path) => !folders.has(path) && !foldersOf(path).some((folder) => this.#files.has(folder)),
    );
  }

  /** What somebody else put into the output; only folders whose time has changed can hold such a thing. */
  #foreign(before: OutputRecord): readonly string[] {
    const suspect = [...(this.#touched?.folders ?? before.folders.keys())].filter((folder) => {
      const now = statSync(join(this.#output, folder), { throwIfNoEntry: false });
      return now?.isDirectory() === true && now.mtimeMs !== before.folders.get(folder);
    });
    if (suspect.length === 0) return [];
    const own = new Set(
      [...this.#files.keys(), ...before.files.keys()].flatMap((path) => [path, ...foldersOf(path)]),
    );
    return suspect.flatMap((folder) =>
      readdirSync(join(this.#output, folder))
        .map((name) => (folder === "" ? name : `${folder}/${name}`))
        .filter((path) => !own.has(path)),
    );
  }
}

/** Folders above a file, innermost first; the last is `""`. @example foldersOf("a/b/c.html") // ["a/b", "a", ""] */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    folders.push(path.slice(0, end));
  }
  return [...folders, ""];
}
