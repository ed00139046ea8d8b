import type { SearchSource } from "../record.ts";

/** Days after which each part takes in the pages that were new. */
const CYCLE = 60;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Gives each page the number of its part of the index, from 0. New pages have the last part to themselves, since they are
 * the ones that come and are edited; the others are spread over the parts before it by a hash of their addresses. What
 * counts as new follows from the latest page, not from the clock, and differs from part to part: each takes in its new
 * pages once in 60 days, one after the other, so that no day makes all parts again. A page that is not new never moves
 * unless the number of parts changes. Where the new pages would overfill a part, as in a portal just moved here, none are.
 *
 * @param count how many parts; a single one has all pages
 * @returns the numbers in the order of the pages
 * @example partNumbers([{ url: '/2022/07/so-ket/', date: '2022-07-08' }], 1) // [0]
 */
export function partNumbers(
  pages: readonly Pick<SearchSource, "url" | "date">[],
  count: number,
): readonly number[] {
  const settled = count - 1;
  if (settled === 0) return pages.map(() => 0);
  const homes = pages.map(({ url }) => hashOf(url) % settled);
  const days = pages.map(({ date }) => dayOf(date));
  const latest = days.reduce((one, other) => Math.max(one, other), 0);
  const newFrom = Array.from({ length: settled }, (_, part) => {
    const turn = Math.floor((part * CYCLE) / settled);
    return latest - ((latest + turn) % CYCLE);
  });
  const numbers = homes.map((home, page) => ((days[page] ?? 0) >= (newFrom[home] ?? 0) ? settled : home));
  const fresh = numbers.filter((number) => number === settled).length;
  return fresh <= pages.length / count ? numbers : homes;
}

/** The day of an ISO date, counted from 1970; without one, a page is never new. */
function dayOf(date: string | null): number {
  const time = date === null ? Number.NaN : Date.parse(date.slice(0, 10));
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : Math.floor(time / DAY);
}

/** FNV-1a over the characters of an address. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
