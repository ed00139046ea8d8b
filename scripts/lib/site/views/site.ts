import type { DateView, LinkView } from "./common.ts";

export interface MenuItemView extends LinkView {
  readonly children: readonly MenuItemView[];
}

/** What is the same on every page of one build. Nothing in it depends on the clock beyond the day's banner. */
export interface SiteView {
  readonly name: string;
  /** Agency that publishes: `Ban Tuyên giáo Tỉnh ủy`. */
  readonly department: string;
  readonly slogan: string | null;
  readonly language: string;
  /** `/` or `/btg/`. */
  readonly base: string;
  /** Absolute address of the front page: `https://host/btg/`. */
  readonly address: string;
  readonly menu: readonly MenuItemView[];
  readonly footerMenu: readonly LinkView[];
  /** Every address in the two menus: only on these pages do header and footer mark the page itself. */
  readonly linkedUrls: readonly string[];
  readonly partners: readonly { readonly title: string; readonly links: readonly LinkView[] }[];
  readonly imprint: ImprintView;
  readonly banner: BannerView | null;
  readonly assets: AssetsView;
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly url: string }[];
  readonly counter: CounterView | null;
  readonly searchUrl: string;
  /** Trust badge: `null` where the department has none. */
  readonly badge: { readonly label: string; readonly url: string; readonly image: string | null } | null;
}

/** Who answers for the portal; each line `null` where the department gave none. */
export interface ImprintView {
  readonly owner: string;
  readonly responsible: string | null;
  readonly licence: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** `Ghi rõ nguồn …`. */
  readonly reuse: string;
}

/** An anniversary shown between its first and last day. It stands still. */
export interface BannerView {
  readonly text: string;
  readonly url: string | null;
}

/** Addresses of bundled files, with hashes. */
export interface AssetsView {
  /** Style sheets for every page, in order. */
  readonly styles: readonly string[];
  /** Classic script that runs before the first paint: applies the reader's theme and text size. */
  readonly settingsScript: string;
  /** Module for every page. */
  readonly script: string;
  /** Entry modules of single pages by name: `search`, `verify`, `statistics`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Fonts that the first screen needs, for preload. */
  readonly preloadFonts: readonly string[];
  readonly icons: {
    readonly svg: string;
    readonly png32: string;
    readonly appleTouch: string;
    readonly manifest: string;
  };
}

/** Counter numbers baked at build; the widget refreshes them. */
export interface CounterView {
  /** `/api/hit`. */
  readonly endpoint: string;
  /** The six lines in order: key `online`…`total`, label `Đang online`, value `8.799.190` or `null` where unknown. */
  readonly lines: readonly { readonly key: string; readonly label: string; readonly value: string | null }[];
  readonly asOf: DateView | null;
}
