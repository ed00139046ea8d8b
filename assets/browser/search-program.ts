import type { BrowserIndex } from "./search-index.ts";

/** The parts of the search that are fetched with the first query. */
export interface SearchProgram {
  readonly search: typeof import("#search/query/search.ts").search;
  readonly texts: typeof import("./search-texts.ts");
  readonly index: BrowserIndex;
}

/** Loads the search program, or tells why it cannot be had. */
export interface ProgramLoader {
  /** @throws the browser's error where a part did not arrive; another call may succeed unless `isLost`. */
  load(): Promise<SearchProgram>;
  /** Whether a module was lost on the way. Browsers remember that: only the page loaded anew asks for it again. */
  readonly isLost: boolean;
}

/** @param base the site's base path, `/` or `/btg/`. @example await programLoader("/").load() */
export function programLoader(base: string): ProgramLoader {
  let lost = false;
  return {
    async load() {
      const [{ search }, { openBrowserIndex }, texts] = await Promise.all([
        import("#search/query/search.ts"),
        import("./search-index.ts"),
        import("./search-texts.ts"),
      ]).catch((error: unknown) => {
        lost = true;
        throw error;
      });
      return { search, texts, index: await openBrowserIndex(`${base}pagefind/`) };
    },
    get isLost() {
      return lost;
    },
  };
}
