import type { AttachmentView, CardView, DateView, FigureView, LinkView, TocEntry } from "./common.ts";
import type { PageFrame } from "./frame.ts";

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
  /** Absolute address, to copy and to share. */
  readonly permalink: string;
  /** A `data:` address; leads to the permalink. */
  readonly qr: { readonly src: string };
  /** For print: leads to `verifyUrl`. */
  readonly verifyQr: { readonly src: string };
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
