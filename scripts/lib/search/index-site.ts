import { mkdirSync, readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { readBuiltPages } from "./index-step/built-pages.ts";
import { manifestJob, manifestName } from "./index-step/make-manifest.ts";
import { makeParts, startPartThread, type PartWithPages } from "./index-step/make-parts.ts";
import { dividePages, type Part } from "./index-step/part.ts";
import type { PartPage } from "./index-step/part-worker.ts";
import { handOver, handOverManifest, updateFolder, type PlaceFile } from "./index-step/place-parts.ts";
import { keptKeys, pageKey } from "./index-step/prepared-page.ts";
import type { SearchSource } from "./record.ts";
import { NO_SYNONYMS, type Synonyms } from "./synonyms.ts";

/** New pages that travel to the thread together. */
const TOGETHER = 50;

/** What the index step did. */
export interface IndexReport {
  readonly documents: number;
  readonly parts: number;
  /** Parts that were not in the cache. */
  readonly partsMade: number;
  /** Pages in those parts. */
  readonly documentsIndexed: number;
}

/**
 * Writes the search index of a built site into `<site>/pagefind/`. Parts whose pages did not change come
 * from the cache as hard links; parts already in place are not touched.
 *
 * @param options.site the built folder.
 * @param options.cache a folder that lives on between runs; may be deleted any time.
 * @param options.sources the pages to index; `null` reads them from the built pages.
 * @param options.program fingerprint of the program, where the cache may have parts that another one made.
 * @param options.place takes the files of the index instead of `<site>/pagefind/`, for callers that know what stands there.
 * @param options.onProgress called with the number of pages done and to do whenever a part is ready.
 * @throws {Error} when Pagefind refuses pages or files cannot be written.
 * @example await indexSite({ site: '_site', cache: '.cache', sources: null })
 */
export async function indexSite(options: {
  readonly site: string;
  readonly cache: string;
  readonly sources: Iterable<SearchSource> | null;
  readonly synonyms?: Synonyms;
  readonly program?: string;
  readonly place?: PlaceFile;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<IndexReport> {
  const synonyms = options.synonyms ?? NO_SYNONYMS;
  const thread = startPartThread();
  const sources = options.sources ?? (await readBuiltPages(options.site));
  const parts = dividePages(sources, synonyms, options.program);
  const cache = join(options.cache, "search");
  mkdirSync(cache, { recursive: true });
  const cached = new Set(readdirSync(cache));
  const kept = parts.filter((part) => cached.has(part.key));
  const missing = parts.filter((part) => !cached.has(part.key));
  const total = missing.reduce((sum, part) => sum + part.sources.length, 0);
  let done = 0;
  const making = makeParts(
    partsWithPages(missing, cache, cached, synonyms),
    cached.has(manifestName(parts)) ? null : manifestJob(parts, cache),
    ({ part }) => {
      done += parts[part]?.sources.length ?? 0;
      options.onProgress?.(done, total);
    },
    thread,
  );
  const { place } = options;
  if (place === undefined) {
    await making;
    await updateFolder(parts, cache, join(options.site, "pagefind"));
  } else {
    await Promise.all([making, handOver(kept, cache, place)]); // Most parts, while one is made.
    await handOver(missing, cache, place);
    handOverManifest(parts, cache, place);
  }
  await removeUnused(cache, cached, parts);
  const documents = parts.reduce((sum, part) => sum + part.sources.length, 0);
  return { documents, parts: parts.length, partsMade: missing.length, documentsIndexed: total };
}

function* partsWithPages(
  parts: readonly Part[],
  cache: string,
  cached: ReadonlySet<string>,
  synonyms: Synonyms,
): Generator<PartWithPages> {
  for (const { index, key, large, line, sources } of parts) {
    const earlier = [...cached].filter((entry) => entry.startsWith(line) && entry.length === key.length);
    const before = newestOf(earlier.map((entry) => join(cache, entry)));
    yield {
      job: { folder: join(cache, key), part: index, large, synonyms, before },
      pages: pagesOf(sources, keptKeys(before)),
    };
  }
}

/** Some new pages at a time, each with its record, and with them those without one that the cache keeps. */
async function* pagesOf(
  sources: readonly SearchSource[],
  kept: ReadonlySet<string>,
): AsyncGenerator<readonly PartPage[]> {
  let pages: PartPage[] = [];
  let fresh = 0;
  for (const { url, contentHash, record } of sources) {
    const key = pageKey(url, contentHash);
    const isKept = kept.has(key);
    pages.push({ key, record: isKept ? null : await record() });
    if (!isKept) fresh += 1;
    if (fresh === TOGETHER) {
      yield pages;
      await turn(); // The thread has them before the next are made.
      pages = [];
      fresh = 0;
    }
  }
  if (pages.length > 0) yield pages;
}

function newestOf(folders: readonly string[]): string | null {
  const times = folders.map((folder) => ({ folder, time: statSync(folder).mtimeMs }));
  return times.sort((a, b) => b.time - a.time)[0]?.folder ?? null;
}

/** Deletes parts no longer used, but keeps as many as are used, so that going back and forth costs nothing. */
async function removeUnused(
  cache: string,
  before: ReadonlySet<string>,
  parts: readonly Part[],
): Promise<void> {
  const used = new Set([...parts.map((part) => part.key), manifestName(parts)]);
  const unused = [...before].filter((entry) => !used.has(entry)).sort();
  const surplus = unused.slice(0, Math.max(0, unused.length - parts.length - 1));
  await Promise.all(surplus.map((entry) => rm(join(cache, entry), { recursive: true, force: true })));
}
