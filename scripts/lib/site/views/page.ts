import type { StatisticsView } from "#counter/statistics.ts";
import type {
  AttachmentView,
  CardView,
  DateView,
  FigureView,
  LinkView,
  PagerView,
  TocEntry,
} from "./common.ts";

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

export interface ArticlePage extends PageFrame {
  readonly layout: "article";
  readonly article: ArticleView;
}

export interface ArticleView {
  readonly kicker: string | null;
  readonly title: string;
  readonly lead: string;
  readonly date: DateView;
  readonly updated: DateView | null;
  readonly section: LinkView;
  readonly authors: readonly {
    readonly name: string;
    readonly url: string | null;
    readonly unit: string | null;
  }[];
  /** `note`: `nay thuộc tỉnh Tuyên Quang`. */
  readonly place: (LinkView & { readonly note: string | null }) | null;
  readonly unit: string | null;
  readonly source: { readonly name: string; readonly url: string | null } | null;
  readonly cover: FigureView | null;
  readonly audio: { readonly title: string; readonly url: string; readonly type: string } | null;
  /** HTML, made from the Markdown. */
  readonly body: string;
  /** Empty for short pieces. */
  readonly toc: readonly TocEntry[];
  readonly attachments: readonly AttachmentView[];
  readonly tags: readonly LinkView[];
  readonly topic: (LinkView & { readonly items: readonly CardView[] }) | null;
  /** In the same section, nearest first. */
  readonly newer: readonly CardView[];
  readonly older: readonly CardView[];
  readonly related: readonly CardView[];
  readonly share: readonly {
    readonly name: string;
    readonly key: "zalo" | "facebook" | "viber" | "email";
    readonly url: string;
  }[];
  /** Absolute address, to copy. */
  readonly permalink: string;
  /** Square of `size` modules; `path` is SVG path data in module units; it leads to the permalink. */
  readonly qr: { readonly size: number; readonly path: string };
  readonly corrections: readonly { readonly date: DateView; readonly text: string }[];
  readonly readingMinutes: number;
  /** Count baked at build: `275`; `null` where unknown. */
  readonly views: string | null;
  /** File name for "save": `ha-giang-so-ket.html`. */
  readonly saveAs: string;
  /** The same piece in other languages. */
  readonly translations: readonly (LinkView & { readonly language: string })[];
  /** `/kiem-tra/?p=…`: checks the page against the signed manifest. */
  readonly verifyUrl: string;
}

/** A piece that was withdrawn: its address stays, its text does not. */
export interface TombstonePage extends PageFrame {
  readonly layout: "tombstone";
  readonly tombstone: { readonly reason: string; readonly date: DateView; readonly section: LinkView };
}

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

export interface NoticeRow {
  readonly url: string;
  readonly title: string;
  readonly date: DateView;
  readonly pinned: boolean;
}

export interface NoticesPage extends PageFrame {
  readonly layout: "notices";
  readonly notices: {
    readonly title: string;
    readonly rows: readonly NoticeRow[];
    readonly pager: PagerView | null;
  };
}

export interface NoticePage extends PageFrame {
  readonly layout: "notice";
  readonly notice: {
    readonly title: string;
    readonly lead: string | null;
    readonly date: DateView;
    readonly expires: DateView | null;
    readonly unit: string | null;
    readonly body: string;
    readonly attachments: readonly AttachmentView[];
    readonly others: readonly NoticeRow[];
  };
}

export interface DocumentRow {
  readonly url: string;
  /** `05-CT/TW`. */
  readonly number: string | null;
  /** `Chỉ thị`. */
  readonly type: string;
  readonly abstract: string;
  readonly date: DateView | null;
  readonly issuer: string;
  readonly validity: string | null;
  readonly files: readonly AttachmentView[];
}

/** The documents library, or the shelf of internal bulletins. */
export interface DocumentsPage extends PageFrame {
  readonly layout: "documents";
  readonly documents: {
    readonly title: string;
    readonly intro: string | null;
    readonly rows: readonly DocumentRow[];
    readonly filters: readonly { readonly title: string; readonly links: readonly LinkView[] }[];
    readonly pager: PagerView | null;
  };
}

export interface DocumentPage extends PageFrame {
  readonly layout: "document";
  readonly document: DocumentRow & {
    readonly title: string;
    readonly signer: string | null;
    readonly effective: DateView | null;
    /** HTML; empty where the page only describes the document. */
    readonly body: string;
    readonly relations: readonly { readonly kind: string; readonly items: readonly LinkView[] }[];
    /** Articles that name it. */
    readonly citedBy: readonly CardView[];
    readonly sourceUrl: string | null;
  };
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
