import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isFoldedSyllable } from "../../domain/vietnamese/syllable.ts";
import type { Synonyms } from "../synonyms.ts";
import { COMMON_SHARE } from "../manifest.ts";
import { packQuotes } from "../quote-files.ts";
import { indexedText } from "./document.ts";
import { linkOrCopy } from "./link-or-copy.ts";
import { makeBundle, type BundleFile } from "./pagefind-bundle.ts";
import { keepPages, type PreparedPage } from "./prepared-page.ts";

/** One part to make beside its pages. */
export interface PartJob {
  /** The cache folder that must hold it afterwards. */
  readonly folder: string;
  /** Number of the part; 0 is the root. */
  readonly part: number;
  /** Whether the portal is large enough to leave common words out of bodies. */
  readonly large: boolean;
  readonly synonyms: Synonyms;
  /** A folder of the cache that keeps the pages without a record, if any is so. */
  readonly before: string | null;
}

/** What the cache keeps of a part beside its files. */
export interface PartState {
  /** Paths of the files to publish. */
  readonly files: readonly string[];
}

/** Terms with the number of pages of a part that have them; rare pairs are left out. */
export type PartFrequencies = readonly (readonly [term: string, count: number])[];

/**
 * Makes one part and moves it into the cache in one step, so that an interrupted run leaves no half part.
 *
 * @throws {Error} when Pagefind refuses a page or the cache cannot be written.
 */
export async function makePart(job: PartJob, pages: readonly PreparedPage[]): Promise<void> {
  const counts = countTerms(pages);
  const common = job.large ? commonWords(counts, pages.length) : new Set<string>();
  const bundle =
    pages.length === 0 && job.part > 0
      ? { files: [], facets: { sections: [], places: [], pages: {} }, ids: new Map<string, string>() }
      : await makeBundle(pages, (page) => indexedText(page, common), job.part);
  const files = [
    ...bundle.files,
    ...packQuotes(new Map(pages.map((page) => [bundle.ids.get(page.key) ?? "", page.fingerprints]))),
    { path: "facets.json", content: Buffer.from(JSON.stringify(bundle.facets)) },
  ];
  const enoughPages = pages.length * 0.0025;
  const state: PartState = {
    files: files.map((file) => file.path).sort(),
  };
  const frequencies: PartFrequencies = [...counts].filter(
    ([term, count]) => count >= enoughPages || isFoldedSyllable(term) || (count > 1 && !term.includes("w")),
  );
  const unfinished = `${job.folder}.unfinished-${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  for (const folder of new Set(state.files.map((path) => dirname(join(unfinished, path))))) {
    await mkdir(folder, { recursive: true });
  }
  // Hundreds of small files: one after the other is faster than a crowd of promises, and this is a worker.
  for (const { path, content } of [...files, ...keepPages(pages, bundle.ids)])
    put(join(unfinished, path), content, job.before === null ? null : join(job.before, path));
  writeFileSync(join(unfinished, "frequencies.json"), JSON.stringify(frequencies));
  writeFileSync(join(unfinished, "part.json"), JSON.stringify(state));
  await rm(job.folder, { recursive: true, force: true });
  await rename(unfinished, job.folder);
}

/** Writes a file of a part. Where the cache has the same bytes, a link is quicker than a new file. */
function put(target: string, content: BundleFile["content"], before: string | null): void {
  if (!(content instanceof Uint8Array)) linkOrCopy(content.file, target);
  else if (before !== null && hasBytes(before, content)) linkOrCopy(before, target);
  else writeFileSync(target, content);
}

function hasBytes(file: string, content: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(content);
  } catch {
    return false; // There is no such file.
  }
}

function countTerms(pages: readonly PreparedPage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { head, body } of pages) {
    for (const terms of [head, body])
      for (const term of terms.split(" ")) if (isCounted(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Numbers, keys and fillers are never listed: see `packVocabulary`. */
function isCounted(term: string): boolean {
  const first = term.charCodeAt(0);
  return first >= LETTER_A && !(first === LETTER_Q && term.charAt(1) !== "u");
}

const LETTER_A = 97;
const LETTER_Q = 113;

function commonWords(counts: ReadonlyMap<string, number>, documents: number): ReadonlySet<string> {
  return new Set([...counts].filter(([, count]) => count > documents * COMMON_SHARE).map(([term]) => term));
}
