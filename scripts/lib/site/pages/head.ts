import type { HeadView } from "../views/page.ts";
import type { PageContext } from "./context.ts";

/** What a page says about itself; the rest of `<head>` follows from it. */
export interface HeadInput {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly breadcrumb: readonly { readonly label: string; readonly url: string | null }[];
  /** Neighbouring pages of a list, without base. */
  readonly previous?: string | null;
  readonly next?: string | null;
  readonly feeds?: HeadView["feeds"];
  readonly alternates?: HeadView["alternates"];
  /** `false`: search engines should leave the page out. */
  readonly indexed?: boolean;
  /** Set for articles. */
  readonly article?: ArticleHead | null;
}

/** What the head of an article says beyond that of other pages. */
export interface ArticleHead {
  readonly published: string;
  readonly modified: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly source: string | null;
  readonly language: string;
  readonly place: string | null;
  /** Absolute address of the 1200 x 630 picture for shared links. */
  readonly shareImage: string | null;
  /** Absolute addresses. */
  readonly images: readonly string[];
  readonly imageAlt: string | null;
}

/** Builds `<head>`: title, canonical address, feeds, Open Graph, Dublin Core and JSON-LD. */
export function headView(context: PageContext, input: HeadInput): HeadView {
  const { site, portal } = context;
  const home = input.path === "/";
  const description = clip(input.description, 200);
  const canonical = context.absolute(input.path);
  const indexed = (input.indexed ?? true) && !portal.options.preview;
  const link = (path: string | null | undefined) => (path ? context.url(path) : null);
  return {
    title: home ? `${site.name} | ${site.department}` : `${input.title} | ${site.name}`,
    description,
    canonical: (input.indexed ?? true) ? canonical : null,
    robots: indexed ? null : "noindex",
    previous: link(input.previous),
    next: link(input.next),
    alternates: input.alternates ?? [],
    feeds: [...site.feeds, ...(input.feeds ?? [])],
    meta: [],
    dublinCore: [],
    jsonLd: null,
  };
}

/** Cuts a text at a word, with an ellipsis, to at most `length` characters. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2)).replace(/[\s,;:.–-]+$/, "")}…`;
}
