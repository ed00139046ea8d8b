import type { ResultPage } from "../result-page.ts";

/** The index as the planner sees it: the browser and Node each have a reader over Pagefind’s program. */
export interface IndexReader {
  readonly documents: number;
  /** Pages that hold a term, with the position of the term that tells its field; empty when none does. */
  readonly find: (term: string) => Promise<ReadonlyMap<string, number>>;
  /** Pages that have a fingerprint of a quote, with a few that do not. */
  readonly quoted: (fingerprint: number) => Promise<ReadonlySet<string>>;
  /** The text of a found page for readers. */
  readonly page: (id: string) => Promise<ResultPage>;
}
