import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { noFile, noPicture, type Media } from "./media.ts";
import { fileSource } from "./pictures/attachments.ts";
import { objectPath, type CacheFolder } from "./pictures/cache.ts";
import { variantFile } from "./pictures/picture-cache.ts";
import { pictureFile, pictureSource, smallestFile } from "./pictures/picture-source.ts";
import { placeFiles, placePictures, placeShareImages, type Place } from "./pictures/place.ts";
import { sharePath, type ShareImageView } from "./pictures/share-image.ts";
import type { PictureSource, PreparedFile, PreparedPicture, Resolved } from "./pictures/types.ts";

/**
 * What was prepared and where it lies: all that is kept of it while pages are rendered. Paths are from the content
 * folder.
 */
export interface PreparedParts {
  readonly pictures: ReadonlyMap<string, Resolved<PreparedPicture>>;
  readonly files: ReadonlyMap<string, Resolved<PreparedFile>>;
  /** By id of the article. */
  readonly shares: ReadonlyMap<string, ShareImageView>;
  readonly folders: Readonly<Record<"pictures" | "files" | "shares", CacheFolder>>;
}

/** Media that can be put into the output. */
export interface PlaceableMedia extends Media {
  /** Puts everything into the output; gives the number of files. */
  place(place: Place): number;
}

/** Pictures whose addresses are kept. */
const RECENT = 100;
/** Widest JPEG that feeds name. */
const FEED_WIDTH = 1280;

/** Answers for what was prepared. @param base base path of the portal: `/btg/`. */
export function preparedMedia(parts: PreparedParts, base: string): PlaceableMedia {
  const { pictures, files, shares, folders } = parts;
  const sources = recentSources(pictures, base);
  const largestJpeg = (picture: PreparedPicture) => pictureFile(picture, base, Infinity).src;
  return {
    picture: (path) => sources(path) ?? noPicture(path),
    file(path) {
      const file = files.get(path);
      if (file === undefined) return noFile(path);
      return file.ok ? { ...file, value: fileSource(file.value, base) } : file;
    },
    digest(path) {
      const found = pictures.get(path) ?? null;
      const file = files.get(path) ?? null;
      if (found?.ok !== true || file !== null) return hash("sha1", JSON.stringify([found, file]));
      const { slug, key } = found.value; // All else of a picture follows from its content.
      return `${slug}-${key}`;
    },
    jpeg(path) {
      const found = pictures.get(path);
      return found?.ok === true ? largestJpeg(found.value) : null;
    },
    smallest(path) {
      const found = pictures.get(path);
      return found?.ok === true ? smallestFile(found.value, "/") : null;
    },
    enclosure(path) {
      const found = pictures.get(path);
      if (found?.ok !== true) return null;
      const file = pictureFile(found.value, base, FEED_WIDTH);
      const name = variantFile({ width: file.width, format: "jpeg" });
      return { ...file, bytes: statSync(`${objectPath(folders.pictures, found.value.key)}/${name}`).size };
    },
    share(id) {
      const view = shares.get(id);
      return view === undefined ? null : `/${sharePath(view)}`;
    },
    place(place) {
      const placed = placePictures(folders.pictures, values<PreparedPicture>(pictures.values()), place);
      const attached = placeFiles(folders.files, values<PreparedFile>(files.values()), place);
      return placed + attached + placeShareImages(folders.shares, shares.values(), place);
    },
  };
}

/** Pictures with their addresses, made when asked for: a page asks for its own several times, and for few others. */
function recentSources(
  pictures: PreparedParts["pictures"],
  base: string,
): (path: string) => Resolved<PictureSource> | undefined {
  const recent = new Map<string, Resolved<PictureSource> | undefined>();
  return (path) => {
    if (recent.has(path)) return recent.get(path);
    if (recent.size >= RECENT) recent.clear();
    const picture = pictures.get(path);
    const source = picture?.ok === true ? { ...picture, value: pictureSource(picture.value, base) } : picture;
    recent.set(path, source);
    return source;
  };
}

function* values<Value>(results: Iterable<Resolved<Value>>): Generator<Value> {
  for (const result of results) if (result.ok) yield result.value;
}
