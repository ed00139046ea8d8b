import { isoInstant } from "#domain/dates.ts";
import { machineText, rfc822 } from "./machine-text.ts";

/** How many of the newest pieces a feed holds. */
export const FEED_LIMIT = 30;

/** A piece as feeds need it. Addresses are absolute, instants in milliseconds. */
export interface FeedItem {
  readonly url: string;
  readonly title: string;
  /** Plain text. */
  readonly lead: string;
  readonly published: number;
  /** `null` where it was never changed. */
  readonly updated: number | null;
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly section: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly image: FeedImage | null;
  /** Whole text with absolute addresses; `null`: the feed gives the lead only. */
  readonly html: string | null;
}

/** A picture file; RSS asks for its length. */
export interface FeedImage {
  readonly url: string;
  /** `image/jpeg`. */
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly alt: string | null;
}

/** A list of the portal as a feed: the whole site or one section. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute address of the page that shows the same list; also the feed's identity. */
  readonly page: string;
  /** Absolute addresses of the three forms. */
  readonly addresses: { readonly rss: string; readonly atom: string; readonly json: string };
  /** Name of the agency, the author of pieces without byline. */
  readonly publisher: string;
  /** Reuse notice. */
  readonly rights: string;
  /** Absolute address of a square picture, `null` for none. */
  readonly icon: string | null;
  /** Newest first; what exceeds FEED_LIMIT is left out. */
  readonly items: readonly FeedItem[];
  /** Instant of the build in milliseconds; dates a feed without items, nothing else. */
  readonly now: number;
}

/** A feed with its dates written out and its texts fit for XML and JSON: what the templates see. */
export interface FeedView extends Omit<Feed, "items" | "now"> {
  /** RFC 3339 and RFC 822. */
  readonly updated: string;
  readonly updatedMail: string;
  readonly items: readonly FeedItemView[];
}

export interface FeedItemView extends Omit<FeedItem, "published" | "updated"> {
  readonly published: string;
  readonly publishedMail: string;
  readonly updated: string;
}

/**
 * Prepares a feed for the templates `xml/rss.njk` and `xml/atom.njk`.
 * @example feedView(feed).items[0].publishedMail // "Fri, 08 Jul 2022 09:43:00 GMT"
 */
export function feedView(feed: Feed): FeedView {
  const items = feed.items.slice(0, FEED_LIMIT);
  const latest = Math.max(...items.map((item) => item.updated ?? item.published));
  const updated = items.length === 0 ? feed.now : latest;
  return {
    title: machineText(feed.title),
    description: machineText(feed.description),
    language: feed.language,
    page: feed.page,
    addresses: feed.addresses,
    publisher: machineText(feed.publisher),
    rights: machineText(feed.rights),
    icon: feed.icon,
    updated: isoInstant(updated),
    updatedMail: rfc822(updated),
    items: items.map(itemView),
  };
}

function itemView(item: FeedItem): FeedItemView {
  return {
    ...item,
    title: machineText(item.title),
    lead: machineText(item.lead),
    section: machineText(item.section),
    tags: item.tags.map(machineText),
    authors: item.authors.map(({ name, url }) => ({ name: machineText(name), url })),
    image: item.image === null ? null : { ...item.image, alt: item.image.alt && machineText(item.image.alt) },
    html: item.html === null ? null : machineText(item.html),
    published: isoInstant(item.published),
    publishedMail: rfc822(item.published),
    updated: isoInstant(item.updated ?? item.published),
  };
}
