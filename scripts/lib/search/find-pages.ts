import { openSite } from "./node-reader.ts";
import { search } from "./query/search.ts";

/** A found page as the command prints it. */
export interface FoundPage {
  /** Address without the base path. */
  readonly url: string;
  readonly title: string;
  readonly score: number;
}

/**
 * Answers queries on a built site as its search page would, in order, each with at most `limit` pages, best first.
 *
 * @throws {Error} with a clear sentence when the site has no index.
 * @example for await (const pages of findPages('_site', ['ha giang'], 20)) console.log(pages[0]?.url);
 */
export async function* findPages(
  site: string,
  queries: readonly string[],
  limit: number,
): AsyncGenerator<readonly FoundPage[]> {
  const { reader, vocabulary } = await openSite(site);
  for (const query of queries) {
    const { found } = await search(query, reader, vocabulary);
    yield await Promise.all(
      found.slice(0, limit).map(async ({ id, score, page }) => {
        const { url, meta } = page ?? (await reader.page(id));
        return { url, title: meta["title"] ?? url, score: Math.round(score * 1000) / 1000 };
      }),
    );
  }
}
