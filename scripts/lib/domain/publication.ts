import type { Moment } from "./moment.ts";
import type { Publication } from "./article.ts";

/** What decides whether a piece is public. */
export interface Scheduled {
  readonly draft: boolean;
  readonly date: Moment | null;
  readonly expires: Moment | null;
  readonly withdrawn?: object | null;
}

/**
 * How a piece stands toward the public at `now` (milliseconds).
 * Draft comes before all else; a withdrawn piece keeps its address, but only once its date has come.
 * @example publicationOf({ draft: false, date: tomorrow, expires: null }, now) // "scheduled"
 */
export function publicationOf(item: Scheduled, now: number): Publication {
  if (item.draft) return "draft";
  if (item.date !== null && item.date.epoch > now) return "scheduled";
  if (item.withdrawn) return "withdrawn";
  if (item.expires !== null && item.expires.epoch <= now) return "expired";
  return "published";
}

/**
 * The next instant after `now` at which some piece appears or disappears, in milliseconds; `null` for none.
 * @param moments dates, expiry dates, and the ends of featured and pinned places.
 */
export function nextChange(moments: Iterable<number>, now: number): number | null {
  let next: number | null = null;
  for (const moment of moments) {
    if (moment > now && (next === null || moment < next)) next = moment;
  }
  return next;
}
