import { countFailures } from "./failed-requests.ts";
import type { SearchManifest } from "./manifest.ts";
import { markOf, quotePath, readMarks } from "./quote-files.ts";
import type { IndexReader } from "./query/index-reader.ts";
import type { ResultPage } from "./result-page.ts";

/** The part of Pagefind’s program (pagefind.js, 1.6) that we use. */
export interface PagefindModule {
  readonly createInstance: (options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly noWorker: boolean;
    readonly metaCacheTag: string;
    readonly language: string;
  }) => PagefindInstance;
}

interface PagefindInstance {
  readonly init: () => Promise<void>;
  readonly mergeIndex: (
    path: string,
    options: { readonly baseUrl: string; readonly metaCacheTag: string },
  ) => Promise<void>;
  readonly search: (term: string | null) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly words: readonly number[];
  readonly data: () => Promise<ResultPage & { readonly raw_content: string; readonly raw_url: string }>;
}

/**
 * Opens all parts of an index as one. Each term is asked for as an exact phrase of one word, which
 * Pagefind answers from its postings alone: no longer words, no guesses.
 *
 * @param folder address of the pagefind folder, ending in `/`.
 */
export async function openIndex(
  module: PagefindModule,
  folder: string,
  manifest: SearchManifest,
): Promise<IndexReader> {
  // Pagefind does not open an index without pages.
  if (manifest.documents === 0) return EMPTY;
  const failed = countFailures(folder);
  const shared = { baseUrl: "/", metaCacheTag: manifest.tag };
  const instance = module.createInstance({ ...shared, basePath: folder, noWorker: true, language: "vi" });
  await instance.init();
  await Promise.all(
    manifest.parts
      .filter((part) => part !== "")
      .map((part) => instance.mergeIndex(`${folder}${part}`, shared)),
  );
  const terms = new Map<string, Promise<ReadonlyMap<string, number>>>();
  const quotes = new Map<number, Promise<ReadonlySet<string>>>();
  const everything = new Map<string, Promise<readonly string[]>>();
  const results = new Map<string, PagefindResult>();
  const pages = new Map<string, Promise<ResultPage>>();
  const find = async (term: string): Promise<ReadonlyMap<string, number>> => {
    const before = failed();
    const answer = await instance.search(`"${term}"`);
    if (failed() > before) throw new Error("a file of the search index cannot be had");
    const positions = new Map<string, number>();
    for (const result of answer.results) {
      positions.set(result.id, result.words[0] ?? 0);
      results.set(result.id, result);
    }
    return positions;
  };
  const page = async (id: string): Promise<ResultPage> => {
    const data = await results.get(id)?.data();
    if (data === undefined) throw new Error(`no result file for ${id}`);
    return { ...data, url: data.raw_url };
  };
  const every = async (): Promise<readonly string[]> => {
    const answer = await instance.search(null);
    for (const result of answer.results) results.set(result.id, result);
    return answer.results.map(({ id }) => id);
  };
  const quoted = async (fingerprint: number): Promise<ReadonlySet<string>> => {
    const address = `${quotePath(fingerprint)}?v=${manifest.tag}`;
    const marks = await Promise.all(
      manifest.parts.map(async (part) => {
        const response = await fetch(folder + part + address);
        if (!response.ok) throw new Error(`${response.status} ${address}`);
        return [
          part.replace(/\D/g, "").padStart(2, "0"),
          readMarks(new Uint8Array(await response.arrayBuffer()), fingerprint),
        ] as const;
      }),
    );
    const byPart = new Map(marks);
    const all = await remember(everything, "", every);
    return new Set(all.filter((id) => byPart.get(id.slice(0, 2))?.has(markOf(id)) === true));
  };
  return {
    documents: manifest.documents,
    find: (term) => remember(terms, term, find),
    quoted: (fingerprint) => remember(quotes, fingerprint, quoted),
    page: (id) => remember(pages, id, page),
  };
}

const EMPTY: IndexReader = {
  documents: 0,
  find: () => Promise.resolve(new Map()),
  quoted: () => Promise.resolve(new Set()),
  page: (id) => Promise.reject(new Error(`no result file for ${id}`)),
};

function remember<K, T>(known: Map<K, Promise<T>>, key: K, make: (key: K) => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make(key);
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
