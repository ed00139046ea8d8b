import { feedView, type Feed } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";

/** Renders a template of layouts/ with data: `templates.file`. */
export type RenderFile = (template: string, data: object) => string;

/** The texts of a feed in its three forms. */
export interface FeedTexts {
  /** RSS 2.0, https://www.rssboard.org/rss-specification */
  readonly rss: string;
  /** Atom 1.0, RFC 4287. */
  readonly atom: string;
  /** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
  readonly json: string;
}

/**
 * Writes a feed as RSS, Atom and JSON Feed.
 * @param render the portal's templates.
 * @example feedTexts(feed, templates.file).rss // '<?xml version="1.0" encoding="utf-8"?>\n<rss …'
 */
export function feedTexts(feed: Feed, render: RenderFile): FeedTexts {
  const view = feedView(feed);
  return {
    rss: render("xml/rss.njk", { feed: view }),
    atom: render("xml/atom.njk", { feed: view }),
    json: jsonFeed(view),
  };
}
