import type { RenderFile } from "./feed-files.ts";
import { machineText, w3cDate } from "./machine-text.ts";

/** A page as site maps name it. Addresses are absolute, instants in milliseconds. */
export interface SitemapPage {
  readonly url: string;
  /** Last change; `null` where it follows from nothing but the build. */
  readonly modified: number | null;
  readonly images: readonly string[];
  /** Set for articles. */
  readonly news: { readonly title: string; readonly published: number; readonly language: string } | null;
}

/** What site maps need beside the pages. */
export interface SitemapOptions {
  /** Absolute address of a file beside the front page: `(name) => "https://host/" + name`. */
  readonly addressOf: (name: string) => string;
  /** Name of the portal, as Google News knows it. */
  readonly publication: string;
  /** Instant of the build in milliseconds: news are articles of the two days before it. */
  readonly now: number;
}

/** A file of the output: name beside the front page, and its text. */
export interface SitemapFile {
  readonly name: string;
  readonly text: string;
}

/** Well below the 50,000 of the protocol: a part is then small enough to write anew for one edit. */
export const SITEMAP_LIMIT = 5000;
/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const NEWS_AGE = 2 * 86_400_000;
const NEWS_LIMIT = 1000;

/**
 * Writes `sitemap.xml` (an index, https://www.sitemaps.org/protocol.html) and its parts: articles by year of their
 * publication (`sitemap-2022.xml`, further ones `sitemap-2022-2.xml`), all other pages (`sitemap-trang.xml`), and the
 * news of two days (`sitemap-tin-moi.xml`), which is left out on a day without. So an edit changes one part and the index.
 * @param render the portal's templates.
 * @returns the index first.
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  options: SitemapOptions,
  render: RenderFile,
): readonly SitemapFile[] {
  const parts: Part[] = [...splitPages(pages)].map(([name, members]) => ({
    name,
    members,
    template: "xml/sitemap.njk",
    data: { pages: members.map(pageView) },
  }));
  const news = recentNews(pages, options);
  if (news.length > 0)
    parts.unshift({
      name: "sitemap-tin-moi.xml",
      members: news,
      template: "xml/news-sitemap.njk",
      data: { publication: machineText(options.publication), pages: news.map(newsView) },
    });
  const index = parts.map(({ name, members }) => ({
    url: options.addressOf(name),
    modified: lastChange(members),
  }));
  return [
    { name: "sitemap.xml", text: render("xml/sitemap-index.njk", { parts: index }) },
    ...parts.map(({ name, template, data }) => ({ name, text: render(template, data) })),
  ];
}

/** One file to write: its pages, and the template with what it prints. */
interface Part {
  readonly name: string;
  readonly members: readonly SitemapPage[];
  readonly template: string;
  readonly data: object;
}

/** What the template of an ordinary part prints; kept small, since it is made for every page of every build. */
function pageView({ url, modified, images }: SitemapPage) {
  return { url, modified: modified === null ? null : w3cDate(modified), images };
}

function newsView({ url, news }: SitemapPage) {
  return {
    url,
    title: machineText(news?.title ?? ""),
    published: w3cDate(news?.published ?? 0),
    language: news?.language ?? "vi",
  };
}

/** Parts by file name: years, newest first, then the other pages. */
function splitPages(pages: readonly SitemapPage[]): ReadonlyMap<string, readonly SitemapPage[]> {
  const groups = Map.groupBy(pages, ({ news }) => (news === null ? "trang" : yearOf(news.published)));
  const parts = new Map<string, readonly SitemapPage[]>();
  for (const key of [...groups.keys()].sort(newestGroupFirst)) {
    const members = (groups.get(key) ?? []).toSorted((a, b) => (a.url < b.url ? -1 : 1));
    for (let part = 1; (part - 1) * SITEMAP_LIMIT < members.length; part += 1)
      parts.set(
        part === 1 ? `sitemap-${key}.xml` : `sitemap-${key}-${part}.xml`,
        members.slice((part - 1) * SITEMAP_LIMIT, part * SITEMAP_LIMIT),
      );
  }
  return parts;
}

function newestGroupFirst(a: string, b: string): number {
  if (a === "trang" || b === "trang") return a === b ? 0 : a === "trang" ? 1 : -1;
  return Number(b) - Number(a);
}

/** Year in Việt Nam (UTC+7, no summer time). */
function yearOf(epoch: number): string {
  return String(new Date(epoch + 7 * 3_600_000).getUTCFullYear());
}

function recentNews(pages: readonly SitemapPage[], { now }: SitemapOptions): readonly SitemapPage[] {
  return pages
    .filter(({ news }) => news !== null && news.published <= now && news.published > now - NEWS_AGE)
    .sort((a, b) => (b.news?.published ?? 0) - (a.news?.published ?? 0) || (a.url < b.url ? -1 : 1))
    .slice(0, NEWS_LIMIT);
}

function lastChange(pages: readonly SitemapPage[]): string | null {
  let latest: number | null = null;
  for (const { modified } of pages)
    if (modified !== null && modified > (latest ?? -Infinity)) latest = modified;
  return latest === null ? null : w3cDate(latest);
}
