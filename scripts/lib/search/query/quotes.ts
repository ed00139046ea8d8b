import { quoteFingerprints } from "../fingerprints.ts";
import type { IndexReader } from "./index-reader.ts";

/** Each costs a small file of each part; two leave hardly a wrong page of 10,000. */
const MOST_FINGERPRINTS = 2;
const MOST_OF_SHORT = 3;

/** What fingerprints tell of the quotes in a query. */
export interface QuotedPages {
  /** Whether no other page can have the quotes. */
  readonly sure: boolean;
  /** Pages that may have the quotes. */
  readonly pages: ReadonlySet<string>;
}

/**
 * Asks the index for the fingerprints of quotes; `null` when they are too short to have any.
 *
 * @param phrases quotes as folded words with one space between
 * @example (await quotedPages(['giu nghe qua ba doi'], reader))?.pages // the ids of a few pages
 */
export async function quotedPages(
  phrases: readonly string[],
  index: Pick<IndexReader, "quoted">,
): Promise<QuotedPages | null> {
  const quotes = phrases
    .map((phrase) => quoteFingerprints(phrase.split(" ")))
    .filter(({ all }) => all.length > 0);
  const found = await Promise.all(
    quotes.map(async ({ sure, all }) => {
      const sets = await Promise.all(
        all.slice(0, sure ? MOST_FINGERPRINTS : MOST_OF_SHORT).map((one) => index.quoted(one)),
      );
      return sure ? inAll(sets) : new Set(sets.flatMap((set) => [...set]));
    }),
  );
  return found.length === 0 ? null : { sure: quotes.some(({ sure }) => sure), pages: inAll(found) };
}

function inAll(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = sets;
  return new Set([...first].filter((id) => others.every((set) => set.has(id))));
}
