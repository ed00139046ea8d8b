import { dublinCore } from "../structured-data/dublin-core.ts";
import type { ArticleFacts, PageFacts } from "../structured-data/facts.ts";
import { jsonLd } from "../structured-data/json-ld.ts";
import { openGraph } from "../structured-data/open-graph.ts";
import type { HeadView } from "../views/page.ts";
import type { PageContext } from "./context.ts";

/** What a page says about itself; the rest of `<head>` follows from it. */
export interface HeadInput {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly breadcrumb: PageFacts["breadcrumb"];
  /** Neighbouring pages of a list, without base. */
  readonly previous?: string | null;
  readonly next?: string | null;
  readonly feeds?: HeadView["feeds"];
  readonly alternates?: HeadView["alternates"];
  /** `false`: search engines should leave the page out. */
  readonly indexed?: boolean;
  /** Set for articles. */
  readonly article?: ArticleHead;
}

/** What the head of an article says beyond that of other pages. */
export interface ArticleHead extends ArticleFacts {
  readonly language: string;
  /** Absolute address of the 1200 x 630 picture for shared links. */
  readonly shareImage: string | null;
  readonly imageAlt: string | null;
}

/** Builds `<head>`: title, canonical address, feeds, Open Graph, Dublin Core and JSON-LD. */
export function headView(context: PageContext, input: HeadInput): HeadView {
  const { site, portal, facts } = context;
  const { article } = input;
  const home = input.path === "/";
  const listed = input.indexed ?? true;
  const page: PageFacts = {
    url: context.absolute(input.path),
    title: input.title,
    description: clip(input.description, 200),
    language: article?.language ?? site.language,
    shareImage: article?.shareImage ?? null,
    shareImageAlt: article?.imageAlt ?? null,
    breadcrumb: home ? [] : [{ label: "Trang chủ", url: site.base }, ...input.breadcrumb],
    article: article ?? null,
  };
  const link = (path: string | null | undefined) => (path ? context.url(path) : null);
  return {
    title: home ? documentTitle(site.name, site.department) : documentTitle(input.title, site.name),
    description: page.description,
    canonical: listed ? page.url : null,
    robots: listed && !portal.options.preview ? null : "noindex",
    previous: link(input.previous),
    next: link(input.next),
    alternates: input.alternates ?? [],
    feeds: [...site.feeds, ...(input.feeds ?? [])],
    meta: listed ? openGraph(page, facts) : [],
    dublinCore: listed ? dublinCore(page, facts) : [],
    jsonLd: listed ? jsonLd(page, facts) : null,
  };
}

/**
 * What tabs, bookmarks and search results call a page: they show about 70 characters, so a long title goes without the
 * name of the site, and a longer one is cut at a word. The page's `<h1>` and `og:title` stay whole.
 * @example documentTitle("Thông báo", "Trang tin Tuyên giáo") // "Thông báo | Trang tin Tuyên giáo"
 */
export function documentTitle(title: string, site: string): string {
  const whole = `${title} | ${site}`;
  return whole.length <= TITLE_LENGTH ? whole : clip(title, TITLE_LENGTH);
}

const TITLE_LENGTH = 70;

/** Cuts a text at a word, with an ellipsis, to at most `length` characters. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).replace(/[\s,;:.–-]+$/, "")}…`;
}
