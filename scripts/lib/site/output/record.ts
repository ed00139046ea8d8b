import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file of the output as a build left it. */
export interface PlacedFile {
  /** Names what the file was placed from; `""` for a file that was written, which is compared byte by byte. */
  readonly key: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What a build left in an output folder; with it the next build replaces only what differs. */
export interface OutputRecord {
  /** By path from the output folder. */
  readonly files: ReadonlyMap<string, PlacedFile>;
  /** Modification times of all folders, `""` for the output itself: a foreign file changes one. */
  readonly folders: ReadonlyMap<string, number>;
}

const FORMAT = 2;

/** A record as it is kept: column by column, since tens of thousands of short lists take longer to read. */
interface Stored {
  readonly format: number;
  readonly files: {
    readonly paths: readonly string[];
    readonly keys: readonly string[];
    readonly sizes: readonly number[];
    readonly times: readonly number[];
  };
  readonly folders: { readonly paths: readonly string[]; readonly times: readonly number[] };
}

/** The record of an output folder, `null` where there is none: then the whole output is replaced. */
export function readRecord(cache: string, output: string): OutputRecord | null {
  try {
    // Written by writeRecord below, so the shape is known once the format fits.
    const { format, files, folders } = JSON.parse(readFileSync(recordFile(cache, output), "utf8")) as Stored;
    if (format !== FORMAT) return null;
    const { keys, sizes, times } = files;
    const file = (at: number): PlacedFile => ({
      key: keys[at] ?? "",
      size: sizes[at] ?? 0,
      mtimeMs: times[at] ?? 0,
    });
    return {
      files: new Map(files.paths.map((path, at) => [path, file(at)])),
      folders: new Map(folders.paths.map((path, at) => [path, folders.times[at] ?? 0])),
    };
  } catch {
    return null; // None, or an interrupted or foreign file.
  }
}

/** Keeps the record of an output folder. */
export function writeRecord(cache: string, output: string, record: OutputRecord): void {
  const file = recordFile(cache, output);
  mkdirSync(dirname(file), { recursive: true });
  const placed = [...record.files.values()];
  const stored: Stored = {
    format: FORMAT,
    files: {
      paths: [...record.files.keys()],
      keys: placed.map(({ key }) => key),
      sizes: placed.map(({ size }) => size),
      times: placed.map(({ mtimeMs }) => mtimeMs),
    },
    folders: { paths: [...record.folders.keys()], times: [...record.folders.values()] },
  };
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(stored));
  renameSync(temporary, file);
}

/** Forgets an output folder while it changes: a build that is killed leaves no record of a state that is not so. */
export function forgetRecord(cache: string, output: string): void {
  rmSync(recordFile(cache, output), { force: true });
}

/** Name of an output in its cache, which it may share with others: `3f2a91c0b7d4`. */
export function outputName(output: string): string {
  return createHash("sha256").update(output).digest("hex").slice(0, 12);
}

function recordFile(cache: string, output: string): string {
  return join(cache, "outputs", `${outputName(output)}.json`);
}
