import { createHash } from "node:crypto";
import { ENOUGH_FOR_COMMON } from "../manifest.ts";
import type { SearchSource } from "../record.ts";
import type { Synonyms } from "../synonyms.ts";
import { partNumbers } from "./part-numbers.ts";

/** The pages of one part of the index, in a fixed order, and the key of its content. */
export interface Part {
  readonly index: number;
  /** Folder under pagefind/, `""` for the root. */
  readonly folder: string;
  readonly key: string;
  /** How the keys begin of the same part with other pages, made by the same rules. */
  readonly line: string;
  /** Whether common words are left out of bodies: in all parts of a large portal but the one of new pages. */
  readonly large: boolean;
  readonly sources: readonly SearchSource[];
}

/**
 * Divides the pages into parts, of which an edit changes one: that of new pages, where they are most edited, or one of
 * those that the others are spread over. Few parts keep the number of requests of a search low: each is asked for each term.
 *
 * @param program fingerprint of the program: what another one made is not used.
 * @example dividePages(sources, NO_SYNONYMS).length // 1 up to 800 pages, then 4, 16, 32
 */
export function dividePages(
  sources: Iterable<SearchSource>,
  synonyms: Synonyms,
  program = "",
): readonly Part[] {
  const all = [...sources];
  const count = all.length <= 800 ? 1 : all.length <= ENOUGH_FOR_COMMON ? 4 : all.length <= 40_000 ? 16 : 32;
  const parts = Array.from({ length: count }, (): SearchSource[] => []);
  for (const [page, number] of partNumbers(all, count).entries()) {
    const source = all[page];
    if (source !== undefined) parts[number]?.push(source);
  }
  return parts.map((pages, index) => {
    const sources = pages.sort((a, b) => (a.url < b.url ? -1 : 1));
    // Of a small part, too few words would be common by chance: those of the news of the month.
    const large = all.length > ENOUGH_FOR_COMMON && index < count - 1;
    const rules = digest(`${program}\n${JSON.stringify(synonyms)}\n${large}`, 8);
    const line = `${count}-${String(index).padStart(2, "0")}-${rules}-`;
    return {
      index,
      folder: index === 0 ? "" : `part-${String(index).padStart(2, "0")}/`,
      large,
      key: line + digest(sources.map((page) => `${page.url}\n${page.contentHash}\n`).join(""), 24),
      line,
      sources,
    };
  });
}

function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
