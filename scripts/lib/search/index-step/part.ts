import { createHash } from "node:crypto";
import { ENOUGH_FOR_COMMON } from "../manifest.ts";
import type { SearchSource } from "../record.ts";
import type { Synonyms } from "../synonyms.ts";

/** Raise it when what is indexed or written changes, so that cached parts are made again. */
const FORMAT = "15";

/** The pages of one part of the index, in a fixed order, and the key of its content. */
export interface Part {
  readonly index: number;
  /** Folder under pagefind/, `""` for the root. */
  readonly folder: string;
  readonly key: string;
  /** Whether common words are left out of bodies; so in all parts or in none. */
  readonly large: boolean;
  readonly sources: readonly SearchSource[];
}

/**
 * Divides the pages into parts by a hash of their addresses. A page never moves between parts unless the
 * portal outgrows a step (800, 4,000 or 40,000 pages), so one edit makes one part again, of 625 pages at 10,000.
 * Few parts keep the number of requests of a search low: each is asked for each term.
 *
 * @example dividePages(sources, NO_SYNONYMS).length // 1 up to 800 pages, then 4, 16, 32
 */
export function dividePages(sources: Iterable<SearchSource>, synonyms: Synonyms): readonly Part[] {
  const all = [...sources];
  const count = all.length <= 800 ? 1 : all.length <= ENOUGH_FOR_COMMON ? 4 : all.length <= 40_000 ? 16 : 32;
  const large = all.length > ENOUGH_FOR_COMMON;
  const parts = Array.from({ length: count }, (): SearchSource[] => []);
  for (const source of all) parts[hashOf(source.url) % count]?.push(source);
  const rules = JSON.stringify(synonyms);
  return parts.map((pages, index) => {
    const sources = pages.sort((a, b) => (a.url < b.url ? -1 : 1));
    const hash = createHash("sha256").update(`${FORMAT}\n${index}/${count}\n${rules}\n`);
    for (const page of sources) hash.update(`${page.url}\n${page.contentHash}\n`);
    return {
      index,
      folder: index === 0 ? "" : `part-${String(index).padStart(2, "0")}/`,
      large,
      key: hash.digest("hex").slice(0, 24),
      sources,
    };
  });
}

/** FNV-1a over the characters of an address. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
