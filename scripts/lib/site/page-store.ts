import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "#domain/problem.ts";
import type { BodyLink } from "./markdown/types.ts";

/** What is remembered of a rendered page beside its HTML. */
export interface PageRecord {
  /** Links of its text to other pages, checked anew in every build. */
  readonly links: readonly BodyLink[];
  /** Warnings of its text, repeated in every build. */
  readonly problems: readonly Problem[];
  /** Bytes of the HTML. */
  readonly size: number;
  /** Modification time of the stored file; a stored file that was tampered with is not used. */
  readonly modified: number;
}

/** Rendered pages of earlier builds by the digest of everything they were made from. */
export interface PageStore {
  /** The record of a page, or `null` where it has to be rendered. */
  find(digest: string): PageRecord | null;
  /** Keeps a rendered page. */
  put(digest: string, html: string, record: Pick<PageRecord, "links" | "problems">): PageRecord;
  /** Path of a kept page. */
  file(digest: string): string;
  /** Writes the records and forgets pages that no build of late has used. */
  save(): void;
}

/** Folders within the store, so that no folder holds too many files. */
const shelf = (digest: string) => `${digest.slice(0, 2)}/${digest.slice(2)}.html`;

/**
 * Opens the store in a cache folder; safe to delete, to share between builds, and to interrupt: a file without
 * its record, or with another size or time than recorded, does not count.
 * @param version fingerprint of the program.
 */
export function openPageStore(cache: string, version: string): PageStore {
  const folder = join(cache, "pages");
  const index = join(cache, "pages.json");
  const known = readRecords(index, version);
  const used = new Map<string, PageRecord>();
  const made = new Set<string>();
  let added = false;
  const fileOf = (digest: string) => join(folder, shelf(digest));
  return {
    find(digest) {
      const record = used.get(digest) ?? known.get(digest);
      if (record === undefined) return null;
      const stat = statSync(fileOf(digest), { throwIfNoEntry: false });
      if (stat?.size !== record.size || stat.mtimeMs !== record.modified) return null;
      used.set(digest, record);
      return record;
    },
    put(digest, html, extra) {
      const file = fileOf(digest);
      const parent = dirname(file);
      if (!made.has(parent)) {
        mkdirSync(parent, { recursive: true });
        made.add(parent);
      }
      // No other name first: a file counts only once its record is saved, with its size and time.
      rmSync(file, { force: true });
      writeFileSync(file, html);
      const stat = statSync(file);
      const record = { ...extra, size: stat.size, modified: stat.mtimeMs };
      used.set(digest, record);
      added = true;
      return record;
    },
    file: fileOf,
    save() {
      const stale = [...known.keys()].filter((digest) => !used.has(digest));
      const forget = stale.length > used.size;
      if (!added && !forget) return;
      mkdirSync(cache, { recursive: true });
      const kept = forget ? used : new Map([...known, ...used]);
      const temporary = `${index}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify({ version, records: [...kept] }));
      renameSync(temporary, index);
      if (forget) for (const digest of stale) rmSync(fileOf(digest), { force: true });
    },
  };
}

function readRecords(index: string, version: string): ReadonlyMap<string, PageRecord> {
  if (!existsSync(index)) return new Map();
  try {
    const stored: unknown = JSON.parse(readFileSync(index, "utf8"));
    // Written by save() of the same program version, so the shape is known once the version fits.
    const { version: written, records } = stored as { version: string; records: [string, PageRecord][] };
    return written === version ? new Map(records) : new Map();
  } catch {
    return new Map(); // An interrupted or foreign file is an empty cache.
  }
}
