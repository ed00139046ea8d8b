/** `<head>` of one page. */
export interface HeadView {
  /** Whole document title: `Tiêu đề | Tên trang`. */
  readonly title: string;
  readonly description: string;
  /** Absolute. */
  readonly canonical: string | null;
  /** `noindex` or `null`. */
  readonly robots: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly alternates: readonly { readonly language: string; readonly url: string }[];
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly url: string }[];
  readonly meta: readonly { readonly property: string; readonly content: string }[];
  readonly dublinCore: readonly { readonly name: string; readonly content: string }[];
  /** JSON for `<script type="application/ld+json">`, `<` already escaped as \u003c. */
  readonly jsonLd: string | null;
}

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
