import { statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#content/locate.ts";
import type { Tree } from "#content/tree.ts";
import { dateView } from "./pages/dates.ts";
import { noFile, noPicture, type Media } from "./media.ts";
import { filesOf, findingsOf, ownerOf, picturesOf, publicItems } from "./media-items.ts";
import {
  fileSource,
  openAttachmentCache,
  prepareAttachment,
  saveAttachments,
} from "./pictures/attachments.ts";
import { objectPath } from "./pictures/cache.ts";
import { eachOf } from "./pictures/each-of.ts";
import { pictureFile, pictureSource } from "./pictures/picture-source.ts";
import { placeFiles, placePictures, placeShareImages, type Place } from "./pictures/place.ts";
import { openPictureCache, preparePictures, variantFile } from "./pictures/prepare.ts";
import { drawShareImages, openShareCache, sharePath, type ShareImageView } from "./pictures/share-image.ts";
import type { PictureSource, PreparedFile, PreparedPicture, Resolved } from "./pictures/types.ts";
import type { Portal } from "./portal.ts";
import type { Stage } from "./progress.ts";

/** Pictures and files of everything public, ready to be named by pages and put into the output. */
export interface PreparedMedia extends Media {
  /** What is wrong with covers and attachments; pictures of a text are reported where the text is rendered. */
  readonly findings: readonly Finding[];
  readonly encoded: number;
  readonly total: number;
  /** Resolves when everything is in the cache, which `place` needs; pages need not wait for it. */
  readonly ready: Promise<void>;
  /** Puts everything into the output; gives the number of files. */
  place(place: Place): number;
}

/** Reading and copying files waits for the disk more than it computes. */
const ATTACHMENTS_AT_A_TIME = 8;
/** So many share images are drawn beside the pages; more would keep the pages from their cores. */
const DRAWN_ASIDE = 20;
/** Widest JPEG that feeds name. */
const FEED_WIDTH = 1280;

/**
 * Encodes what is new and finds the rest in the cache. Only files that public pieces name are touched, so a draft's
 * pictures never reach the output.
 */
export async function prepareMedia(portal: Portal, tree: Tree, stage: Stage): Promise<PreparedMedia> {
  const { content, cache: cacheFolder, host } = portal.options;
  const items = publicItems(portal);
  const sourceOf = (path: string) => `${content}/${path}`; // For each file of a portal: `join` is slow.
  const pictureCache = await openPictureCache(cacheFolder);
  const wanted = new Set<string>();
  for (const item of items) for (const path of picturesOf(item)) wanted.add(sourceOf(path));
  const { pictures, examined: encoded } = await preparePictures(pictureCache, wanted, {
    stampOf: (file) => tree.files.get(file.slice(content.length + 1)) ?? null,
    onProgress: (_, total) => stage.tick(total),
  });

  const fileCache = await openAttachmentCache(cacheFolder);
  const owners = new Map<string, string>();
  for (const item of items) for (const path of filesOf(item)) owners.set(path, ownerOf(item));
  const files = new Map<string, Resolved<PreparedFile>>();
  await eachOf([...owners], ATTACHMENTS_AT_A_TIME, async ([path, owner]) => {
    files.set(path, await prepareAttachment(fileCache, sourceOf(path), owner));
  });
  await saveAttachments(fileCache);

  const shareCache = await openShareCache(cacheFolder);
  const shares = shareViews(portal, (path) => pictures.get(sourceOf(path)));
  const drawing = drawShareImages(shareCache, pictureCache, shares.values(), {
    onProgress(_, total) {
      if (total > DRAWN_ASIDE) stage.tick(total);
    },
  });
  if (drawing.count > DRAWN_ASIDE) await drawing.done;
  else drawing.done.catch(() => undefined); // Reported by `ready`.

  const sources = new Map<string, Resolved<PictureSource>>();
  for (const [file, picture] of pictures) {
    const path = file.slice(content.length + 1);
    sources.set(path, picture.ok ? { ...picture, value: pictureSource(picture.value, host.base) } : picture);
  }
  const digests = new Map<string, string>();
  return {
    findings: [...items].flatMap((item) => findingsOf(item, sources, files)),
    encoded: encoded + drawing.count,
    ready: drawing.done,
    total: pictures.size + shares.size,
    picture: (path) => sources.get(path) ?? noPicture(path),
    file(path) {
      const file = files.get(path);
      if (file === undefined) return noFile(path);
      return file.ok ? { ...file, value: fileSource(file.value, host.base) } : file;
    },
    digest(path) {
      let digest = digests.get(path);
      if (digest === undefined) {
        const picture = sources.get(path) ?? null;
        const file = files.get(path) ?? null;
        // A picture's address names its content.
        digest = picture?.ok === true && file === null ? picture.value.src : JSON.stringify([picture, file]);
        digests.set(path, digest);
      }
      return digest;
    },
    jpeg(path) {
      const picture = pictures.get(sourceOf(path));
      if (picture?.ok !== true) return null;
      const file = pictureFile(picture.value, host.base, FEED_WIDTH);
      const stored = join(
        objectPath(pictureCache, picture.value.key),
        variantFile({ width: file.width, format: "jpeg" }),
      );
      return { ...file, bytes: statSync(stored).size };
    },
    share(id) {
      const view = shares.get(id);
      return view === undefined ? null : `/${sharePath(view)}`;
    },
    place(place) {
      const placed = placePictures(pictureCache, values<PreparedPicture>(pictures.values()), place);
      const attached = placeFiles(fileCache, values<PreparedFile>(files.values()), place);
      return placed + attached + placeShareImages(shareCache, shares.values(), place);
    },
  };
}

/** What the share image of each public article says, by id. */
function shareViews(
  portal: Portal,
  picture: (path: string) => Resolved<PreparedPicture> | undefined,
): ReadonlyMap<string, ShareImageView> {
  const { listings, editorial } = portal;
  return new Map(
    listings.recent.map((article) => {
      const cover = article.cover === null ? undefined : picture(`${article.folder}/${article.cover.file}`);
      return [
        article.id,
        {
          title: article.title,
          kicker: article.kicker,
          section: editorial.sections.get(article.section)?.name ?? "",
          date: dateView(article.date).short,
          siteName: editorial.site.name,
          picture: cover?.ok === true ? cover.value : null,
        },
      ];
    }),
  );
}

function* values<Value>(results: Iterable<Resolved<Value>>): Generator<Value> {
  for (const result of results) if (result.ok) yield result.value;
}
