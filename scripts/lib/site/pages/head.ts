import type { ArticleFacts } from "../structured-data/facts.ts";
import type { HeadFacts, HeadView } from "../views/page.ts";
import type { PageContext } from "./context.ts";

/** What a page says about itself; the rest of `<head>` follows from it. */
export interface HeadInput {
  readonly path: string;
  readonly title: string;
  readonly description: string;
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
export interface ArticleHead {
  readonly language: string;
  /** Absolute address of the 1200 x 630 picture for shared links. */
  readonly shareImage: string | null;
  readonly imageAlt: string | null;
  readonly facts: ArticleFacts;
}

/** Builds `<head>`: title, address, feeds, and the facts of which layouts make Open Graph, Dublin Core and JSON-LD. */
export function headView(context: PageContext, input: HeadInput): HeadView {
  const { site, portal } = context;
  const listed = input.indexed ?? true;
  const link = (path: string | null | undefined) => (path ? context.url(path) : null);
  return {
    title:
      input.path === "/" ? documentTitle(site.name, site.department) : documentTitle(input.title, site.name),
    description: clip(input.description, DESCRIPTION_LENGTH),
    robots: listed && !portal.options.preview ? null : "noindex",
    previous: link(input.previous),
    next: link(input.next),
    alternates: input.alternates ?? [],
    feeds: input.feeds ?? [],
    facts: listed ? headFacts(context, input) : null,
    jsonLd: null,
  };
}

function headFacts({ site, absolute }: PageContext, { path, title, article }: HeadInput): HeadFacts {
  return {
    url: absolute(path),
    title,
    locale: LOCALES[article?.language ?? site.language] ?? null,
    shareImage: article?.shareImage ?? null,
    shareImageAlt: article?.imageAlt ?? null,
    article: article?.facts ?? null,
  };
}

/** Territories by language, for languages of the portal's readers. */
const LOCALES: Readonly<Record<string, string>> = {
  vi: "vi_VN",
  en: "en_US",
  km: "km_KH",
  lo: "lo_LA",
  zh: "zh_CN",
};

const DESCRIPTION_LENGTH = 200;

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
