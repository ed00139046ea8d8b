import type { Finding } from "#content/locate.ts";
import type { Tree } from "#content/tree.ts";
import { dateView } from "./pages/dates.ts";
import { filesOf, findingsOf, ownerOf, picturesOf, publicItems, type MediaItem } from "./media-items.ts";
import { openAttachmentCache } from "./pictures/attachment-cache.ts";
import { prepareAttachment, saveAttachments } from "./pictures/attachments.ts";
import type { CacheFolder, FileStamp } from "./pictures/cache.ts";
import { eachOf } from "./pictures/each-of.ts";
import { openPictureCache, type PictureCache } from "./pictures/picture-cache.ts";
import { preparePictures } from "./pictures/prepare.ts";
import { drawShareImages, openShareCache, type ShareImageView } from "./pictures/share-image.ts";
import type { PreparedFile, PreparedPicture, Resolved } from "./pictures/types.ts";
import type { Portal } from "./portal.ts";
import { preparedMedia, type PlaceableMedia, type PreparedParts } from "./prepared-media.ts";
import type { Stage } from "./progress.ts";

/** Pictures and files of everything public, ready to be named by pages and put into the output. */
export interface PreparedMedia extends PlaceableMedia {
  /** What is wrong with covers and attachments; pictures of a text are reported where the text is rendered. */
  readonly findings: readonly Finding[];
  readonly encoded: number;
  readonly total: number;
  /** Resolves when everything is in the cache, which `place` needs; pages need not wait for it. */
  readonly ready: Promise<void>;
}

/** Reading and copying files waits for the disk more than it computes. */
const ATTACHMENTS_AT_A_TIME = 8;
/** So many share images are drawn beside the pages; more would keep the pages from their cores. */
const DRAWN_ASIDE = 20;

/**
 * Encodes what is new and finds the rest in the cache. Only files that public pieces name are touched, so a draft's
 * pictures never reach the output.
 */
export async function prepareMedia(portal: Portal, tree: Tree, stage: Stage): Promise<PreparedMedia> {
  const { content, cache, host } = portal.options;
  const items = publicItems(portal);
  const pictureCache = await openPictureCache(cache);
  const { pictures, encoded } = await takePictures(items, pictureCache, { content, tree, stage });
  const { files, folder } = await takeFiles(items, { content, cache });
  const shares = shareViews(portal, pictures);
  const shareCache = await openShareCache(cache);
  const drawing = drawShareImages(shareCache, pictureCache, shares.values(), {
    onProgress(done, total) {
      if (total > DRAWN_ASIDE) stage.reach(encoded + done, encoded + total);
    },
  });
  if (drawing.count > DRAWN_ASIDE) await drawing.done;
  else drawing.done.catch(() => undefined); // Reported by `ready`.

  const folders = { pictures: folderOf(pictureCache), files: folder, shares: folderOf(shareCache) };
  return {
    findings: items.flatMap((item) => findingsOf(item, { pictures, files })),
    encoded: encoded + drawing.count,
    ready: drawing.done,
    total: pictures.size + shares.size,
    ...preparedMedia({ pictures, files, shares, folders }, host.base),
  };
}

async function takePictures(
  items: readonly MediaItem[],
  cache: PictureCache,
  { content, tree, stage }: { readonly content: string; readonly tree: Tree; readonly stage: Stage },
): Promise<{ readonly pictures: PreparedParts["pictures"]; readonly encoded: number }> {
  const sourceOf = sourcesIn(content);
  const paths = new Set(items.flatMap(picturesOf));
  const { pictures: byFile, examined } = await preparePictures(cache, Array.from(paths, sourceOf), {
    stampOf: stampsIn(tree, content),
    onProgress: (done, total) => stage.reach(done, total),
  });
  const pictures = new Map<string, Resolved<PreparedPicture>>();
  for (const path of paths) {
    const picture = byFile.get(sourceOf(path));
    if (picture !== undefined) pictures.set(path, picture);
  }
  return { pictures, encoded: examined };
}

async function takeFiles(
  items: readonly MediaItem[],
  { content, cache }: { readonly content: string; readonly cache: string },
): Promise<{ readonly files: PreparedParts["files"]; readonly folder: CacheFolder }> {
  const fileCache = await openAttachmentCache(cache);
  const sourceOf = sourcesIn(content);
  const owners = new Map<string, string>();
  for (const item of items) for (const path of filesOf(item)) owners.set(path, ownerOf(item));
  const files = new Map<string, Resolved<PreparedFile>>();
  await eachOf([...owners], ATTACHMENTS_AT_A_TIME, async ([path, owner]) => {
    files.set(path, await prepareAttachment(fileCache, sourceOf(path), owner));
  });
  await saveAttachments(fileCache);
  return { files, folder: folderOf(fileCache) };
}

/** Paths of files in the content folder; `join` is slow for each file of a portal. */
function sourcesIn(content: string): (path: string) => string {
  return (path) => `${content}/${path}`;
}

/** States of files as they were listed. */
function stampsIn(tree: Tree, content: string): (file: string) => FileStamp | null {
  return (file) => tree.files.get(file.slice(content.length + 1)) ?? null;
}

/** Where a cache lies, without all that is known of its files. */
function folderOf({ folder }: CacheFolder): CacheFolder {
  return { folder };
}

/** What the share image of each public article says, by id. */
function shareViews(
  portal: Portal,
  pictures: PreparedParts["pictures"],
): ReadonlyMap<string, ShareImageView> {
  const { listings, editorial } = portal;
  return new Map(
    listings.recent.map((article) => {
      const cover =
        article.cover === null ? undefined : pictures.get(`${article.folder}/${article.cover.file}`);
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
