import {
  unpackVocabulary,
  type FacetTable,
  type Frequencies,
  type SearchManifest,
} from "#search/manifest.ts";
import { openIndex, type PagefindModule } from "#search/pagefind-reader.ts";
import type { IndexReader } from "#search/query/index-reader.ts";

/** The index in the browser. */
export interface BrowserIndex {
  readonly reader: IndexReader;
  readonly vocabulary: Frequencies;
  /** The values of the filters for every page; fetched when first asked for. */
  readonly facets: () => Promise<readonly FacetTable[]>;
}

let opened: Promise<BrowserIndex> | null = null;

/**
 * Opens the index once; a failed attempt is forgotten, so that a retry starts anew.
 *
 * @param folder address of the pagefind folder, ending in `/`.
 */
export function openBrowserIndex(folder: string): Promise<BrowserIndex> {
  opened ??= open(folder).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(folder: string): Promise<BrowserIndex> {
  const manifest = await fetchJson<SearchManifest>(`${folder}search.json`);
  const version = `?v=${manifest.tag}`;
  const module = (await import(`${folder}pagefind.js${version}`)) as PagefindModule; // Pagefind ships no types for it
  const reader = await openIndex(module, folder, manifest);
  let facets: Promise<readonly FacetTable[]> | null = null;
  return {
    reader,
    vocabulary: unpackVocabulary(manifest.vocabulary),
    facets: () => {
      facets ??= Promise.all(
        manifest.parts.map((part) => fetchJson<FacetTable>(`${folder}${part}facets.json${version}`)),
      ).catch((error: unknown) => {
        facets = null;
        throw error;
      });
      return facets;
    },
  };
}

/** Our own files, written by the index step of this very build. */
async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return (await response.json()) as T;
}
