import { NEWS_AGE } from "./feeds/sitemap.ts";
import type { Portal } from "./portal.ts";

/**
 * The first instant at which a build of the same content gives other bytes: something comes or goes, or a piece grows
 * too old for the news site map.
 * @returns milliseconds, after `options.now`; `now` itself where every build differs: a feed without pieces says when it
 * was made. `null` where nothing ever changes by itself.
 * @example validUntil(portal) // 1_795_309_200_000
 */
export function validUntil({ listings, options, nextChange, editorial }: Portal): number | null {
  const isEmpty = (key: string) => (listings.sections.get(key)?.length ?? 0) === 0;
  if (listings.recent.length === 0 || [...editorial.sections.keys()].some(isEmpty)) return options.now;
  const news = listings.recent
    .map(({ date }) => date.epoch + NEWS_AGE)
    .filter((until) => until > options.now);
  const instants = [...news.slice(-1), ...(nextChange === null ? [] : [nextChange])];
  return instants.length === 0 ? null : Math.min(...instants);
}
