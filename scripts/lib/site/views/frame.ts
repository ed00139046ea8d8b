import type { PageFacts } from "../structured-data/facts.ts";

/** `<head>` of one page. */
export interface HeadView {
  /** Whole document title: `Tiêu đề | Tên trang`. */
  readonly title: string;
  readonly description: string;
  /** `noindex` or `null`. */
  readonly robots: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly alternates: readonly { readonly language: string; readonly url: string }[];
  /** Of the page, beside those of the portal. */
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly url: string }[];
  /** What search engines and shared links are told; `null` for a page that they should leave out. */
  readonly facts: HeadFacts | null;
  /** JSON for `<script type="application/ld+json">`, `<` already escaped as \u003c; made of the facts when the page is rendered. */
  readonly jsonLd: string | null;
}

/** Facts that stand nowhere else in a page's frame: a view is short, for it is compared in every build. */
export type HeadFacts = Omit<PageFacts, "description" | "language" | "breadcrumb">;

/** Fields of every page. Layouts read them as `page.…` and the site as `site.…`. */
export interface PageFrame {
  /** Address without the base path: `/2022/07/slug/`. */
  readonly path: string;
  /** Address with the base path. */
  readonly url: string;
  readonly language: string;
  readonly head: HeadView;
  /** Below the front page, the page itself last; empty on the front page. */
  readonly breadcrumb: readonly { readonly label: string; readonly url: string | null }[];
  /** Address of the menu entry that is current, `null` for none. */
  readonly menuUrl: string | null;
}
