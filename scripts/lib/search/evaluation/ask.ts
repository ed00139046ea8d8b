import { excerptOf } from "../query/excerpt.ts";
import { search } from "../query/search.ts";
import { openSite } from "../node-reader.ts";
import { rankOf } from "./measures.ts";
import type { LabelledQuery } from "./queries.ts";

/** A way to search: a new session for each query, as a reader who comes for the first time has it. */
export type Searcher = (text: string) => Promise<{
  readonly urls: readonly string[];
  readonly bytes: number;
  /** Whether the first result’s excerpt has a mark; `null` when nothing was found. */
  readonly marked: boolean | null;
}>;

/** One labelled query with how it was answered. */
export interface Asked {
  readonly query: LabelledQuery;
  readonly rank: number | null;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly marked: boolean | null;
}

/** Asks all queries in order. */
export async function askAll(
  queries: readonly LabelledQuery[],
  searcher: Searcher,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { urls, bytes, marked } = await searcher(query.text);
    asked.push({
      query,
      rank: rankOf(urls, query.relevant),
      bytes,
      milliseconds: performance.now() - start,
      marked,
    });
  }
  return asked;
}

/** Our planner over a site indexed by `indexSite`. */
export function askOurs(site: string): Searcher {
  return async (text) => {
    const opened = await openSite(site);
    const { query, found } = await search(text, opened.reader, opened.vocabulary);
    const pages = await Promise.all(
      found.slice(0, 10).map(async ({ id, page }) => page ?? (await opened.reader.page(id))),
    );
    const [first] = pages;
    return {
      urls: pages.map((page) => page.url),
      bytes: opened.bytesRead(),
      marked: first === undefined ? null : excerptOf(query, first).some((run) => run.marked),
    };
  };
}
