import type * as Pages from "../views/page.ts";

/** Every kind of page that layouts know, told apart by `layout`. */
export type Page =
  | Pages.ArticlePage
  | Pages.TombstonePage
  | Pages.ListingPage
  | Pages.HomePage
  | Pages.NoticesPage
  | Pages.NoticePage
  | Pages.DocumentsPage
  | Pages.DocumentPage
  | Pages.TextPage
  | Pages.OrganisationPage
  | Pages.CalendarPage
  | Pages.SiteMapPage
  | Pages.SearchPage
  | Pages.NotFoundPage
  | Pages.OfflinePage
  | Pages.FeedsPage
  | Pages.StatisticsPage
  | Pages.VerifyPage;

/** The Markdown text that fills a page, read only when the page is rendered. */
export interface BodySource {
  /** From the content folder: `articles/2022/07/x/index.md`. */
  readonly path: string;
  /** For messages: `content/articles/2022/07/x/index.md`. */
  readonly file: string;
  readonly folder: string;
  readonly hash: string;
  readonly bodyLine: number;
  readonly mentions: readonly string[];
}

/** What the sitemap says of a page. */
export interface SitemapEntry {
  /** Milliseconds; `null` where it follows from nothing but the build. */
  readonly modified: number | null;
  /** Absolute addresses of the page's pictures. */
  readonly images: readonly string[];
  /** Set for articles, for the news extension. */
  readonly news: { readonly title: string; readonly published: number; readonly language: string } | null;
}

/** What the search index should know beyond the page itself. */
export interface SearchEntry {
  readonly kind: "tin-bai" | "thong-bao" | "van-ban" | "trang";
  readonly title: string;
  readonly kicker: string | null;
  readonly lead: string | null;
  readonly section: string | null;
  readonly place: string | null;
  readonly otherPlaces: readonly string[];
  readonly date: string | null;
  readonly image: { readonly src: string; readonly width: number; readonly height: number } | null;
  readonly documentCodes: readonly string[];
  readonly attachments: readonly string[];
  readonly keywords: readonly string[];
}

/** What the search index must know of a page to leave it as it is. */
export interface SearchKey {
  /** Equal keys in builds by the same program mean an equal entry and an equal text. */
  readonly key: string;
  /** As in the entry. */
  readonly date: string | null;
}

/** One page of the plan: its address, what it is made from, and its view, made when asked for. */
export interface PageSpec {
  /** Without the base path: `/2022/07/x/`, `/404.html`. */
  readonly path: string;
  /** Source file to blame where two pages have one address; `null` for lists. */
  readonly file: string | null;
  readonly body: BodySource | null;
  readonly sitemap: SitemapEntry | null;
  /** What the search index knows of the page, made when asked for; `null` for a page that is not found by searching. */
  readonly search: (() => SearchEntry) | null;
  /** The same page in short, without making the entry. Only for kinds of page of which there are many. */
  readonly searchKey?: () => SearchKey;
  /**
   * Everything that decides the view and the pictures of the text beside the program and the site view, in short: equal
   * inputs mean an equal page. Only for kinds of page of which there are many; others are told by their views.
   */
  readonly inputs?: () => readonly unknown[];
  /** The page without what its text gives (body, table of contents, reading time, QR). */
  view(): Page;
}

/** The text of an item as a page's body. */
export function bodySource(item: Omit<BodySource, "path">): BodySource {
  const { file, folder, hash, bodyLine, mentions } = item;
  return { path: `${folder}/index.md`, file, folder, hash, bodyLine, mentions };
}
