import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { linkFile } from "../output/link-file.ts";
import type { RenderedHtml } from "./page-job.ts";
import { utf8 } from "./utf8.ts";

/** What is remembered of a rendered page beside its HTML. */
export interface PageRecord extends Omit<RenderedHtml, "html"> {
  /** Bytes of the HTML. */
  readonly size: number;
  /** Modification time of the stored file; a stored file that was tampered with is not used. */
  readonly modified: number;
}

/** A page that was written into the store's folder; it counts once it was added. */
export interface WrittenPage {
  readonly digest: string;
  readonly record: PageRecord;
  /** Modification time of the page at its target. */
  readonly placed: number | null;
}

/** Rendered pages of earlier builds by the digest of everything they were made from. */
export interface PageStore {
  readonly folder: string;
  /** Whether there were no pages of earlier builds. */
  readonly isEmpty: boolean;
  /**
   * The record of a page, or `null` where it has to be rendered.
   * @param isPlaced whether the page stands where it belongs, so that its stored file is not needed.
   */
  find(digest: string, isPlaced?: boolean): PageRecord | null;
  /** Keeps a page that `writePage` wrote, on whatever thread. */
  add(page: WrittenPage): PageRecord;
  /** Path of a kept page. */
  file(digest: string): string;
  /** Writes the records and forgets pages that no build of late has used. */
  save(): void;
}

/** In folders of their own, so that no folder holds too many files. */
const fileOf = (folder: string, digest: string) => `${folder}/${digest.slice(0, 2)}/${digest.slice(2)}.html`; // For each page of a site: `join` is slow.

/**
 * Writes a rendered page into a store's folder.
 * @param target where the site that is being made wants the page, too; `null` where nothing is made.
 */
export function writePage(
  folder: string,
  { digest, target }: { readonly digest: string; readonly target: string | null },
  { html, links, problems }: RenderedHtml,
): WrittenPage {
  const file = fileOf(folder, digest);
  const descriptor = create(file);
  try {
    writeFileSync(descriptor, utf8(html));
    const { size, mtimeMs } = fstatSync(descriptor);
    const record = { links, problems, size, modified: mtimeMs };
    if (target === null) return { digest, record, placed: null };
    // Its folder is new as a rule: making it costs less than a link that fails for want of it.
    mkdirSync(dirname(target), { recursive: true });
    return { digest, record, placed: linkFile(file, target) ? mtimeMs : statSync(target).mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}

/** A new file, never the bytes of one that a finished site may be linked to. */
function create(file: string): number {
  try {
    return openSync(file, "wx");
  } catch {
    rmSync(file, { force: true });
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, "wx");
  }
}

/**
 * Opens the store in a cache folder; safe to delete, to share between builds, and to interrupt: a file without
 * its record, or with another size or time than recorded, does not count.
 * @param version fingerprint of the program.
 */
export function openPageStore(cache: string, version: string): PageStore {
  const folder = join(cache, "pages");
  const index = indexOf(cache);
  const known = readIndex(index, version);
  const used = new Map<string, PageRecord>();
  let added = false;
  return {
    folder,
    isEmpty: known.size === 0,
    find(digest, isPlaced = false) {
      const record = used.get(digest) ?? known.get(digest);
      if (record === undefined) return null;
      const stat = isPlaced ? null : statSync(fileOf(folder, digest), { throwIfNoEntry: false });
      if (stat !== null && (stat?.size !== record.size || stat.mtimeMs !== record.modified)) return null;
      used.set(digest, record);
      return record;
    },
    add({ digest, record }) {
      used.set(digest, record);
      added = true;
      return record;
    },
    file: (digest) => fileOf(folder, digest),
    save() {
      const stale = [...known.keys()].filter((digest) => !used.has(digest));
      const forget = stale.length > used.size;
      if (!added && !forget) return;
      mkdirSync(cache, { recursive: true });
      const kept = forget ? used : new Map([...known, ...used]);
      const temporary = `${index}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify({ version, records: [...kept] }));
      renameSync(temporary, index);
      if (forget) for (const digest of stale) rmSync(fileOf(folder, digest), { force: true });
    },
  };
}

/** Whether a cache folder knows pages of an earlier build, of whatever version of the program. */
export function knowsPages(cache: string): boolean {
  return existsSync(indexOf(cache));
}

function indexOf(cache: string): string {
  return join(cache, "pages.json");
}

function readIndex(file: string, version: string): ReadonlyMap<string, PageRecord> {
  if (!existsSync(file)) return new Map();
  try {
    const stored: unknown = JSON.parse(readFileSync(file, "utf8"));
    // Written by save() of the same program version, so the shape is known once the version fits.
    const index = stored as { readonly version: string; readonly records: [string, PageRecord][] };
    return new Map(index.version === version ? index.records : []);
  } catch {
    return new Map(); // An interrupted or foreign file is an empty cache.
  }
}
