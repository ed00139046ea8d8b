/** What a found page is: an article, a notice, an entry of the document library, or any other page. */
export type SearchKind = "tin-bai" | "thong-bao" | "van-ban" | "trang";

/** The kinds with the words readers see in the filter “Loại”. */
export const SEARCH_KIND_LABELS: Readonly<Record<SearchKind, string>> = {
  "tin-bai": "Tin bài",
  "thong-bao": "Thông báo",
  "van-ban": "Văn bản",
  trang: "Trang",
};

/**
 * One public page as the index step takes it from the build. All texts are display texts in NFC; the
 * index step makes its own transformed copy and never shows it. A page that must not be found gives no
 * record. Absent values are `null` or an empty list.
 */
export interface SearchRecord {
  /** Address on the site without the base path, from `/` to `/`: `/2022/07/so-ket-cong-tac-tuyen-giao/`. */
  readonly url: string;
  readonly title: string;
  /** The line above the headline (“Hà Giang:”). */
  readonly kicker: string | null;
  /** The sapo, plain text. */
  readonly lead: string | null;
  /** The body as plain text: blocks separated by a line end, captions and table cells included. */
  readonly text: string;
  /** Display name of the section (“Tuyên truyền”). */
  readonly section: string | null;
  /** Display name of the place where it happened, as on that day (“Hà Giang”). */
  readonly place: string | null;
  /** Other names of that place, old and new (“Tuyên Quang”); they are found but rank behind the page’s own words. */
  readonly otherPlaces: readonly string[];
  readonly kind: SearchKind;
  /** ISO 8601 with the zone, or a date alone (`2022-07-08T16:43:00+07:00`, `2022-07-08`); gives the year filter and the order by date. */
  readonly date: string | null;
  /** A small picture for the result list: its address on the site without the base path, and its size in CSS pixels. */
  readonly image: { readonly src: string; readonly width: number; readonly height: number } | null;
  /** Numbers of the documents this page is about or cites, in their canonical spelling (`05-CT/TW`); codes in the text are found by the index step itself. */
  readonly documentCodes: readonly string[];
  /** Titles of the attached files. */
  readonly attachments: readonly string[];
  /** Tags, people and other short texts worth finding, display form. */
  readonly keywords: readonly string[];
}

/**
 * A page offered to the index step: its record is asked for only when the page's part of the index must be
 * made again, so a warm build neither renders nor reads what did not change.
 */
export interface SearchSource {
  readonly url: string;
  /** Changes whenever any field of the record changes; any short text (a hash of the parsed article will do). */
  readonly contentHash: string;
  /** The record’s date. */
  readonly date: string | null;
  readonly record: () => SearchRecord | Promise<SearchRecord>;
}
