/**
 * What layouts see. Every page is one literal of these types; whatever is absent is `null`, never undefined
 * (an undefined variable fails the build). Strings are plain text unless their comment says HTML.
 */
export interface LinkView {
  readonly label: string;
  /** With the base path: `/btg/chuyen-muc/tin-tuc/`, or absolute for other hosts. */
  readonly url: string;
}

/** A date in the forms that pages show; Asia/Ho_Chi_Minh. */
export interface DateView {
  /** `2022-07-08T16:43:00+07:00`, or `2022-07-08` where no time is known; for `<time datetime>`. */
  readonly iso: string;
  /** `Thứ Sáu, 08/07/2022 16:43 (GMT+7)`, without a time `Thứ Sáu, 08/07/2022`. */
  readonly long: string;
  /** `08/07/2022`. */
  readonly short: string;
}

/** One picture in all its encoded variants. */
export interface PictureView {
  readonly alt: string;
  /** Of the picture itself, after orientation: fixes the box before it loads. */
  readonly width: number;
  readonly height: number;
  /** JPEG for browsers that know nothing newer: one size for all of them, smaller in lists. */
  readonly src: string;
  /** Newer formats, the newest first; `srcset` with width descriptors. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

export interface FigureView {
  readonly picture: PictureView;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** An article as a list shows it. */
export interface CardView {
  readonly url: string;
  /** Path that the counter counts, to show `Lượt xem`. */
  readonly path: string;
  readonly title: string;
  readonly kicker: string | null;
  readonly lead: string;
  readonly section: LinkView;
  readonly date: DateView;
  readonly picture: PictureView | null;
  /** `Ảnh`, `Video`, `Âm thanh`, `Đồ họa`; `null` for plain news. */
  readonly badge: string | null;
  readonly language: string;
}

/** Links among the pages of one list. Page 1 stands at the list's stable address. */
export interface PagerView {
  readonly current: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** Pages to offer, in order; `null` is a gap (…). */
  readonly pages: readonly ({
    readonly number: number;
    readonly url: string;
    readonly current: boolean;
  } | null)[];
}

export interface TocEntry {
  readonly id: string;
  readonly text: string;
  /** 2 or 3. */
  readonly level: number;
}

export interface AttachmentView {
  readonly title: string;
  readonly url: string;
  /** `PDF`, `DOCX`. */
  readonly type: string;
  /** `1,2 MB`. */
  readonly size: string;
}
