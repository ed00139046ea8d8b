import type { Problem } from "#domain/problem.ts";
import type { FileSource, PictureSource, Resolved } from "#site/pictures/types.ts";
import type { TocEntry } from "#site/views/common.ts";

/** What rendering needs to know of the world around one text. The functions are asked in reading order. */
export interface BodyContext {
  /** Source file for problems, from the project's folder. */
  readonly file: string;
  /** 1-based line of the file on which the text begins. */
  readonly bodyLine: number;
  /** A picture beside the text, by file name; warnings are reported where the text names it. */
  readonly resolvePicture: (file: string) => Resolved<PictureSource>;
  /** A document, video, audio file or subtitle track beside the text, by file name. */
  readonly resolveAttachment: (file: string) => Resolved<FileSource>;
  /** An address of the portal (`/2022/07/slug/`, with its `?query` and `#fragment`): the same with the base path. */
  readonly resolveLink: (href: string) => Resolved<string>;
  /** The `sizes` of pictures in this layout; `null` for the article column. */
  readonly sizes: string | null;
}

/** A link to another page of the portal. */
export interface BodyLink {
  /** As written, without fragment and query. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** The rendered text; plain data, so that it can be cached as JSON. */
export interface RenderedBody {
  readonly html: string;
  /** Headings of level 2 and 3 in order. */
  readonly toc: readonly TocEntry[];
  /** Words of the text, captions and footnotes. */
  readonly words: number;
  /** Plain text: blocks separated by a line end; captions, table cells and footnotes included. */
  readonly text: string;
  readonly links: readonly BodyLink[];
  /** Number of pictures shown. */
  readonly figures: number;
  /** In reading order. */
  readonly problems: readonly Problem[];
}

/** Names of files beside the text that it uses; each once, in reading order. */
export interface BodyReferences {
  readonly pictures: readonly string[];
  readonly attachments: readonly string[];
}
