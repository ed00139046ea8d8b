import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { unpackVocabulary, type Frequencies, type SearchManifest } from "./manifest.ts";
import { openIndex, type PagefindModule } from "./pagefind-reader.ts";
import type { IndexReader } from "./query/index-reader.ts";

/** A search index opened in Node. */
export interface OpenedIndex {
  readonly reader: IndexReader;
  readonly vocabulary: Frequencies;
  readonly manifest: SearchManifest;
}

/** An address only our `fetch` understands: Pagefind’s program loads its files by fetch, Node’s does not read files. */
const SCHEME = "https://site.invalid/";

/**
 * Opens the index of a built site with the same program and planner as the browser.
 *
 * @throws {Error} with a clear sentence when the folder has no index.
 * @example const { reader, vocabulary } = await openSite('_site')
 */
export async function openSite(site: string): Promise<OpenedIndex> {
  const folder = resolve(site, "pagefind");
  let manifest: SearchManifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, "search.json"), "utf8")) as SearchManifest; // written by the index step
  } catch {
    throw new Error(
      `${join(site, "pagefind", "search.json")} is missing or broken: build the site with its search index first`,
    );
  }
  readFilesThroughFetch(folder);
  const module = (await import(pathToFileURL(join(folder, "pagefind.js")).href)) as PagefindModule; // Pagefind ships no types for it
  return {
    reader: await openIndex(module, SCHEME, manifest),
    vocabulary: unpackVocabulary(manifest.vocabulary),
    manifest,
  };
}

function readFilesThroughFetch(folder: string): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = typeof input === "string" ? input : "";
    if (!address.startsWith(SCHEME)) return original(input, init);
    const path = address.slice(SCHEME.length).replace(/\?.*$/, "");
    return new Response(new Uint8Array(await readFile(join(folder, path))));
  };
}
