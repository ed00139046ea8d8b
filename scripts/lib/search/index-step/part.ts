import { createHash } from "node:crypto";
import { ENOUGH_FOR_COMMON } from "../manifest.ts";
import type { SearchSource } from "../record.ts";
import type { Synonyms } from "../synonyms.ts";

/** Raise it when what is indexed or written changes, so that cached parts are made again. */
const FORMAT = "16";

/** The pages of one part of the index, in a fixed order, and the key of its content. */
export interface Part {
  readonly index: number;
  /** Folder under pagefind/, `""` for the root. */
  readonly folder: string;
  readonly key: string;
  /** How the keys begin of the same part with other pages, made by the same rules. */
  readonly line: string;
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
  const rules = digest(`${FORMAT}\n${JSON.stringify(synonyms)}\n${large}`, 8);
  return parts.map((pages, index) => {
    const sources = pages.sort((a, b) => (a.url < b.url ? -1 : 1));
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

/** FNV-1a over the characters of an address. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
