import type { Moment } from "./moment.ts";

/** A picture of the article as its editor described it; the file lies beside the article. */
export interface Figure {
  /** File name beside `index.md`, ASCII: `hoi-truong.jpg`. */
  readonly file: string;
  /** What the picture shows, for readers who cannot see it. Required. */
  readonly alt: string;
  /** Text beneath the picture; `null` where there is none. */
  readonly caption: string | null;
  /** Photographer or owner: `My Ly`; shown as `Ảnh: My Ly`. */
  readonly credit: string | null;
}

/** A file to download, beside the article. */
export interface Attachment {
  readonly file: string;
  /** Title shown for the link: `Báo cáo sơ kết 6 tháng đầu năm 2022`. */
  readonly title: string;
}

/** Who wrote it: a register entry (`authors.yml`) or a name written out. */
export interface Author {
  /** Register key, which gives the author page its address; `null` for a name written out. */
  readonly key: string | null;
  readonly name: string;
  /** `BTG Thị ủy`; `null` where the byline names none. */
  readonly unit: string | null;
}

/** Where the text was first published. */
export interface Source {
  readonly name: string;
  readonly link: string | null;
}

/** A correction made after publication, shown in a box of its own. */
export interface Correction {
  readonly date: Moment;
  readonly text: string;
}

/** What a piece mainly is; decides badge and library. */
export type Format = "news" | "photo" | "video" | "audio" | "infographic";

/** How an article stands toward the public at the time of a build. */
export type Publication = "draft" | "scheduled" | "published" | "expired" | "withdrawn";

/** One article of `content/articles/<yyyy>/<mm>/<slug>/index.md`, parsed and validated; never changed afterwards. */
export interface Article {
  /** Source file from the project's folder. */
  readonly file: string;
  /** Folder of the article, from the content folder: `articles/2022/07/ha-giang-so-ket`. */
  readonly folder: string;
  /** Stable identity and address: `2022/07/ha-giang-so-ket`. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Line above the title: `Hà Giang`. */
  readonly kicker: string | null;
  /** Sapo: the paragraph that sums the piece up. */
  readonly lead: string;
  readonly date: Moment;
  readonly updated: Moment | null;
  /** Key in `sections.yml`. */
  readonly section: string;
  /** Tags as readers see them, in the editor's order. */
  readonly tags: readonly string[];
  /** Key in `topics.yml` (dòng sự kiện). */
  readonly topic: string | null;
  /** Key in `places.yml`: the place as it was named on the day. */
  readonly place: string | null;
  /** Key in `units.yml`: the agency the piece is about. */
  readonly unit: string | null;
  readonly authors: readonly Author[];
  readonly source: Source | null;
  readonly cover: Figure | null;
  readonly audio: Attachment | null;
  readonly attachments: readonly Attachment[];
  readonly format: Format;
  /** Shown in the featured place until this moment; `null`: not featured. */
  readonly featuredUntil: Moment | null;
  /** Kept at the top of its section until this moment. */
  readonly pinnedUntil: Moment | null;
  readonly expires: Moment | null;
  readonly draft: boolean;
  /** Withdrawn pieces leave a tombstone page with this reason. */
  readonly withdrawn: Correction | null;
  readonly corrections: readonly Correction[];
  /** Ids of articles the editor chose: `2021/07/lao-cai-so-ket`. */
  readonly related: readonly string[];
  /** Old addresses that lead here, from the site's root: `/tin-tuc/123.html`. */
  readonly redirectFrom: readonly string[];
  /** BCP 47: `vi`, `km`, `hmn`. */
  readonly language: string;
  /** Id of the article of which this is a version in another language. */
  readonly translationOf: string | null;
  /** First 16 hex digits of the SHA-256 of the file: tells whether anything in it changed. The text itself is read when a page is rendered. */
  readonly hash: string;
  /** Changes with anything that lists show of the piece, the picture itself and names of registers left out: 16 hex digits. */
  readonly cardHash: string;
  /** File names that the text mentions (`tep:…` where one is offered for download), to prepare before it is rendered. */
  readonly mentions: readonly string[];
  /** 1-based line of the file on which the body begins. */
  readonly bodyLine: number;
}
