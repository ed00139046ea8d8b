import type { HeadView } from "../views/page.ts";

/** File names of the three feeds of a list. */
export const FEED_FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

/**
 * Links to the three feeds of a list, for `<head>` and for the page.
 * @param path address of the list: `/` for the whole portal.
 */
export function feedLinks(title: string, path: string, url: (path: string) => string): HeadView["feeds"] {
  return [
    { type: "application/rss+xml", title: `${title} (RSS)`, url: url(path + FEED_FILES.rss) },
    { type: "application/atom+xml", title: `${title} (Atom)`, url: url(path + FEED_FILES.atom) },
    { type: "application/feed+json", title: `${title} (JSON Feed)`, url: url(path + FEED_FILES.json) },
  ];
}
