import { excerptOf } from "../query/excerpt.ts";
import { search } from "../query/search.ts";
import { openSite } from "../node-reader.ts";
import { rankOf } from "./measures.ts";
import type { LabelledQuery } from "./queries.ts";

/** A way to search, and what one answer cost. */
export type Searcher = (text: string) => Promise<{
  readonly urls: readonly string[];
  /** Bytes fetched since the session began. */
  readonly bytes: number;
  /** Whether the first result’s excerpt has a mark; `null` when nothing was found. */
  readonly marked: boolean | null;
}>;

/** Starts a session, as a reader who opens the search page does. */
export type StartSession = () => Promise<Searcher>;

/** One labelled query with how it was answered. */
export interface Asked {
  readonly query: LabelledQuery;
  readonly rank: number | null;
  readonly milliseconds: number;
  readonly marked: boolean | null;
}

/** Sessions started anew to see what a first search costs; each keeps memory until the process ends. */
const FIRST_SEARCHES = 40;

/** Asks all queries in one session, in order. */
export async function askAll(
  queries: readonly LabelledQuery[],
  start: StartSession,
): Promise<readonly Asked[]> {
  const searcher = await start();
  const asked: Asked[] = [];
  for (const query of queries) {
    const from = performance.now();
    const { urls, marked } = await searcher(query.text);
    asked.push({ query, rank: rankOf(urls, query.relevant), milliseconds: performance.now() - from, marked });
  }
  return asked;
}

/** The mean bytes of a first search, over queries taken evenly from all. */
export async function firstSearchBytes(
  queries: readonly LabelledQuery[],
  start: StartSession,
): Promise<number> {
  const step = Math.max(1, Math.floor(queries.length / FIRST_SEARCHES));
  const some = queries.filter((_, index) => index % step === 0);
  let sum = 0;
  for (const { text } of some) sum += (await (await start())(text)).bytes;
  return sum / Math.max(1, some.length);
}

/** Our planner over a site indexed by `indexSite`. */
export function askOurs(site: string): StartSession {
  return async () => {
    const opened = await openSite(site);
    return async (text) => {
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
  };
}
