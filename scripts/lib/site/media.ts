import type { SizedFile } from "./pictures/picture-source.ts";
import type { FileSource, PictureSource, Resolved } from "./pictures/types.ts";

/** What a path stands for at which nothing was prepared. */
export const noPicture = (path: string) => ({ ok: false, message: `Không tìm thấy ảnh "${path}".` }) as const;
export const noFile = (path: string) => ({ ok: false, message: `Không tìm thấy tệp "${path}".` }) as const;

/** Pictures and files of the content folder, prepared before pages are rendered. Paths are from the content folder. */
export interface Media {
  /** @example media.picture("articles/2022/07/x/hoi-truong.jpg") */
  picture(path: string): Resolved<PictureSource>;
  /** A document, video or audio file. */
  file(path: string): Resolved<FileSource>;
  /** Changes when what `picture` or `file` answers for a path does. */
  digest(path: string): string;
  /** Address of a picture's largest JPEG, with base; `null` where the picture could not be prepared. */
  jpeg(path: string): string | null;
  /** The smallest file of a picture, without base; `null` where the picture could not be prepared. */
  smallest(path: string): SizedFile | null;
  /** One JPEG of a picture for feeds; `null` where the picture could not be prepared. */
  enclosure(path: string): (SizedFile & { readonly bytes: number }) | null;
  /** Address (without base) of an article's 1200 x 630 share image. */
  share(id: string): string | null;
}
