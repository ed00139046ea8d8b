import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { serveThroughFetch } from "./file-fetch.ts";
import { unpackVocabulary, type Frequencies, type SearchManifest } from "./manifest.ts";
import { openIndex, type PagefindModule } from "./pagefind-reader.ts";
import type { IndexReader } from "./query/index-reader.ts";

/** A search index opened in Node. */
export interface OpenedIndex {
  readonly reader: IndexReader;
  readonly vocabulary: Frequencies;
  readonly manifest: SearchManifest;
  /** Bytes that a browser would have fetched so far for Pagefind’s program, the index and the results. */
  readonly bytesRead: () => number;
}

/**
 * Opens the index of a built site with the same program and planner as the browser.
 *
 * @throws {Error} with a clear sentence when the folder has no index.
 * @example const { reader, vocabulary } = await openSite('_site')
 */
export async function openSite(site: string): Promise<OpenedIndex> {
  const folder = resolve(site, "pagefind");
  let manifest: SearchManifest;
  let text: string;
  try {
    text = await readFile(join(folder, "search.json"), "utf8");
    manifest = JSON.parse(text) as SearchManifest; // written by the index step
  } catch {
    throw new Error(
      `${join(site, "pagefind", "search.json")} is missing or broken: build the site with its search index first`,
    );
  }
  const files = serveThroughFetch(folder);
  const module = (await import(pathToFileURL(join(folder, "pagefind.js")).href)) as PagefindModule; // Pagefind ships no types for it
  const own = gzipSync(text).length + files.programBytes;
  return {
    reader: await openIndex(module, files.address, manifest),
    vocabulary: unpackVocabulary(manifest.vocabulary),
    manifest,
    bytesRead: () => files.bytesRead() + own,
  };
}
