import { createHash } from "node:crypto";
import { copyFileSync, linkSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readBuiltPages } from "./index-step/built-pages.ts";
import { makeParts } from "./index-step/make-parts.ts";
import { dividePages, type Part } from "./index-step/part.ts";
import type { PartJob, PartState } from "./index-step/part-worker.ts";
import { packVocabulary, type SearchManifest } from "./manifest.ts";
import type { SearchSource } from "./record.ts";
import { NO_SYNONYMS, type Synonyms } from "./synonyms.ts";

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
 * @param options.onProgress called with the number of pages done and to do whenever a part is ready.
 * @throws {Error} when Pagefind refuses pages or files cannot be written.
 * @example await indexSite({ site: '_site', cache: '.cache', sources: null })
 */
export async function indexSite(options: {
  readonly site: string;
  readonly cache: string;
  readonly sources: Iterable<SearchSource> | null;
  readonly synonyms?: Synonyms;
  readonly onProgress?: (done: number, total: number) => void;
}): Promise<IndexReport> {
  const synonyms = options.synonyms ?? NO_SYNONYMS;
  const sources = options.sources ?? (await readBuiltPages(options.site));
  const parts = dividePages(sources, synonyms);
  const cache = join(options.cache, "search");
  await mkdir(cache, { recursive: true });
  const cached = new Set(await readdir(cache));
  const missing = parts.filter((part) => !cached.has(part.key));
  const total = missing.reduce((sum, part) => sum + part.sources.length, 0);
  let done = 0;
  await makeParts(jobsOf(missing, cache, synonyms), missing.length, (job) => {
    done += job.pages.length;
    options.onProgress?.(done, total);
  });
  await placeParts(parts, cache, join(options.site, "pagefind"));
  await removeUnused(cache, cached, parts);
  const documents = parts.reduce((sum, part) => sum + part.sources.length, 0);
  return { documents, parts: parts.length, partsMade: missing.length, documentsIndexed: total };
}

function* jobsOf(parts: readonly Part[], cache: string, synonyms: Synonyms): Generator<Promise<PartJob>> {
  for (const part of parts) {
    yield Promise.all(
      part.sources.map(async (source) => ({
        record: await source.record(),
        contentHash: source.contentHash,
      })),
    ).then((pages) => ({
      folder: join(cache, part.key),
      part: part.index,
      large: part.large,
      synonyms,
      pages,
    }));
  }
}

async function placeParts(parts: readonly Part[], cache: string, target: string): Promise<void> {
  const states = await Promise.all(parts.map((part) => readState(join(cache, part.key))));
  const placed = await readPlaced(target);
  const keys = parts.map((part) => part.key);
  const documents = states.reduce((sum, state) => sum + state.documents, 0);
  const manifest: SearchManifest = {
    format: 1,
    tag: createHash("sha256").update(keys.join()).digest("hex").slice(0, 10),
    documents,
    parts: parts.filter((part) => part.index === 0 || part.sources.length > 0).map((part) => part.folder),
    vocabulary: packVocabulary(sumFrequencies(states), documents),
  };
  for (const [index, part] of parts.entries()) {
    const folder = join(target, part.folder);
    const files = states[index]?.files ?? [];
    if (placed[part.folder] === part.key) continue;
    await removePart(folder, part.index === 0);
    for (const parent of new Set(files.map((path) => dirname(join(folder, path)))))
      await mkdir(parent, { recursive: true });
    for (const path of files) linkOrCopy(join(cache, part.key, path), join(folder, path));
  }
  for (const entry of await readdir(target)) {
    if (entry.startsWith("part-") && !parts.some((part) => part.folder === `${entry}/`))
      await rm(join(target, entry), { recursive: true });
  }
  await writeFile(
    join(target, "parts.json"),
    JSON.stringify(Object.fromEntries(parts.map((part) => [part.folder, part.key]))),
  );
  await writeFile(join(target, "search.json"), JSON.stringify(manifest));
}

async function readState(folder: string): Promise<PartState> {
  return JSON.parse(await readFile(join(folder, "part.json"), "utf8")) as PartState; // written by the part worker of this format
}

async function readPlaced(target: string): Promise<Readonly<Record<string, string>>> {
  try {
    return JSON.parse(await readFile(join(target, "parts.json"), "utf8")) as Record<string, string>; // written above
  } catch {
    return {};
  }
}

async function removePart(folder: string, root: boolean): Promise<void> {
  if (!root) return rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const own = (await readdir(folder)).filter((entry) => !entry.startsWith("part-"));
  await Promise.all(own.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
}

/** Thousands of small files: one after the other is faster than a crowd of promises. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function sumFrequencies(states: readonly PartState[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const state of states)
    for (const [term, count] of state.frequencies) sums.set(term, (sums.get(term) ?? 0) + count);
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Deletes parts no longer used, but keeps as many as are used, so that going back and forth costs nothing. */
async function removeUnused(
  cache: string,
  before: ReadonlySet<string>,
  parts: readonly Part[],
): Promise<void> {
  const used = new Set(parts.map((part) => part.key));
  const unused = [...before].filter((entry) => !used.has(entry)).sort();
  const surplus = unused.slice(0, Math.max(0, unused.length - parts.length));
  await Promise.all(surplus.map((entry) => rm(join(cache, entry), { recursive: true, force: true })));
}
