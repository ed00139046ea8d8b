import type { FeedItemView, FeedView } from "./feed.ts";

/**
 * Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Absent values are left out, as it asks.
 * @example JSON.parse(jsonFeed(view)).version // "https://jsonfeed.org/version/1.1"
 */
export function jsonFeed(feed: FeedView): string {
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.addresses.json,
    description: feed.description,
    language: feed.language,
    ...(feed.icon === null ? {} : { icon: feed.icon }),
    authors: [{ name: feed.publisher }],
    items: feed.items.map(jsonItem),
  })}\n`;
}

function jsonItem(item: FeedItemView): object {
  return {
    id: item.url,
    url: item.url,
    title: item.title,
    summary: item.lead,
    ...(item.html === null ? { content_text: item.lead } : { content_html: item.html }),
    ...(item.image === null ? {} : { image: item.image.url }),
    date_published: item.published,
    date_modified: item.updated,
    ...(item.authors.length === 0
      ? {}
      : { authors: item.authors.map(({ name, url }) => (url === null ? { name } : { name, url })) }),
    tags: [item.section, ...item.tags],
    language: item.language,
  };
}
