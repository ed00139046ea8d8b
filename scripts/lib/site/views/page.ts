import type { StatisticsView } from "#counter/statistics.ts";
import type { AttachmentView, CardView, DateView, LinkView, PagerView, TocEntry } from "./common.ts";
import type { PageFrame } from "./frame.ts";
import type { DocumentRow, NoticeRow } from "./library.ts";

export type * from "./article.ts";
export type * from "./frame.ts";
export type * from "./library.ts";

/** Section, tag, author, topic, place, year, month, and media lists. */
export interface ListingPage extends PageFrame {
  readonly layout: "listing";
  readonly listing: ListingView;
}

export interface ListingView {
  /** `Chuyên mục`, `Thẻ`, `Tác giả`, `Dòng sự kiện`, `Địa bàn`, `Lưu trữ`. */
  readonly kind: string;
  readonly title: string;
  readonly intro: string | null;
  /** `1.234 bài`. */
  readonly count: string;
  /** First page of a section: pinned pieces come first among the cards. */
  readonly cards: readonly CardView[];
  /** `rows` lists dates first; `grid` shows pictures first (photo, video, infographic libraries). */
  readonly style: "rows" | "grid";
  readonly pager: PagerView | null;
  /** Subsections, months of a year, years … */
  readonly children: readonly LinkView[];
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly url: string }[];
}

export interface HomePage extends PageFrame {
  readonly layout: "home";
  readonly home: HomeView;
}

export interface HomeView {
  readonly lead: CardView | null;
  readonly featured: readonly CardView[];
  readonly recent: readonly CardView[];
  readonly recentUrl: string;
  readonly blocks: readonly {
    readonly section: LinkView;
    readonly children: readonly LinkView[];
    readonly cards: readonly CardView[];
  }[];
  readonly notices: readonly NoticeRow[];
  readonly noticesUrl: string;
  readonly documents: readonly DocumentRow[];
  readonly documentsUrl: string;
  readonly mostViewed: readonly { readonly url: string; readonly title: string; readonly views: string }[];
  readonly media: readonly {
    readonly title: string;
    readonly url: string;
    readonly cards: readonly CardView[];
  }[];
}

/** About, contact, privacy, accessibility, imprint, how-to. */
export interface TextPage extends PageFrame {
  readonly layout: "page";
  readonly text: {
    readonly title: string;
    readonly lead: string | null;
    readonly body: string;
    readonly toc: readonly TocEntry[];
    readonly updated: DateView | null;
    readonly siblings: readonly LinkView[];
    readonly attachments: readonly AttachmentView[];
  };
}

export interface OrganisationPage extends PageFrame {
  readonly layout: "organisation";
  readonly organisation: {
    readonly title: string;
    readonly intro: string | null;
    readonly units: readonly OrganisationUnit[];
  };
}

export interface OrganisationUnit {
  readonly name: string;
  readonly duty: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly people: readonly {
    readonly name: string;
    readonly position: string;
    readonly note: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  }[];
  readonly children: readonly OrganisationUnit[];
}

export interface CalendarPage extends PageFrame {
  readonly layout: "calendar";
  readonly calendar: {
    /** `Tuần 47 (16/11 - 22/11/2026)`. */
    readonly title: string;
    readonly note: string | null;
    readonly days: readonly { readonly date: DateView; readonly entries: readonly CalendarEntry[] }[];
    readonly previous: LinkView | null;
    readonly next: LinkView | null;
  };
}

export interface CalendarEntry {
  /** `08:00`, or `Sáng`. */
  readonly time: string;
  readonly title: string;
  readonly place: string | null;
  readonly host: string | null;
  readonly people: string | null;
}

/** `Sơ đồ cổng`. Every page can be reached from it. */
export interface SiteMapPage extends PageFrame {
  readonly layout: "site-map";
  readonly siteMap: {
    readonly title: string;
    readonly groups: readonly { readonly title: string; readonly links: readonly LinkView[] }[];
  };
}

export interface SearchPage extends PageFrame {
  readonly layout: "search";
  readonly search: { readonly title: string; readonly siteMapUrl: string };
}

export interface NotFoundPage extends PageFrame {
  readonly layout: "not-found";
  readonly notFound: {
    readonly title: string;
    readonly links: readonly LinkView[];
    readonly recent: readonly CardView[];
  };
}

/** Shown by the service worker where a page was never fetched. */
export interface OfflinePage extends PageFrame {
  readonly layout: "offline";
  readonly offline: { readonly title: string };
}

export interface FeedsPage extends PageFrame {
  readonly layout: "feeds";
  readonly feedList: {
    readonly title: string;
    readonly rows: readonly {
      readonly title: string;
      readonly rss: string;
      readonly atom: string;
      readonly json: string;
    }[];
  };
}

/** `Thống kê truy cập`: what the counter counted, as plots and tables. */
export interface StatisticsPage extends PageFrame {
  readonly layout: "statistics";
  readonly statistics: StatisticsView;
}

/** `Kiểm tra bài viết`: compares the page a reader came from with the signed manifest, in the browser. */
export interface VerifyPage extends PageFrame {
  readonly layout: "verify";
  readonly verify: { readonly title: string };
}
