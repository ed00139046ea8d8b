import type { AttachmentView, PictureView } from "#site/views/common.ts";

/** What a file name stands for, or why it stands for nothing. Messages are Vietnamese and name file and fix. */
export type Resolved<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** A picture as pages embed it, without the words around it. */
export interface PictureSource extends Omit<PictureView, "alt"> {
  /** `src` for lists. */
  readonly thumbnail: string;
}

/** A file as pages offer it, without its title. */
export interface FileSource extends Omit<AttachmentView, "title"> {
  /** `application/pdf`, `video/mp4`. */
  readonly mediaType: string;
}

/** One encoded file of a picture. */
export interface Variant {
  readonly format: "avif" | "webp" | "jpeg";
  /** Pixels. */
  readonly width: number;
}

/** A picture whose variants lie in the cache. Plain data. */
export interface PreparedPicture {
  /** Content hash: folder of the variants in the cache. */
  readonly key: string;
  /** First part of the public file names, from the source's name. */
  readonly slug: string;
  /** Of the largest variant, orientation applied. */
  readonly width: number;
  readonly height: number;
  readonly variants: readonly Variant[];
}

/** A file to offer whose copy lies in the cache. Plain data. */
export interface PreparedFile {
  /** Content hash: name of the copy in the cache. */
  readonly key: string;
  /** Public path from the output folder: `tep/2022/07/ha-giang/bao-cao.pdf`. */
  readonly path: string;
  /** `PDF`. */
  readonly type: string;
  readonly mediaType: string;
  readonly bytes: number;
}
