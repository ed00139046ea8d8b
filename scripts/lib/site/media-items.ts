import type { Attachment, Figure } from "#domain/article.ts";
import type { Finding } from "#content/locate.ts";
import { isPlainName } from "./markdown/file-names.ts";
import type { Portal } from "./portal.ts";
import type { PreparedParts } from "./prepared-media.ts";

/** What any piece may bring along. */
export interface MediaItem {
  readonly folder: string;
  readonly mentions: readonly string[];
  readonly attachments: readonly Attachment[];
  readonly cover?: Figure | null;
  readonly audio?: Attachment | null;
}

const OFFERED = "tep:";
const PICTURE = /\.(jpe?g|png|webp|avif|gif|heic|heif|tiff?|svg|bmp)$/i;

/** Everything public that may bring files. */
export function publicItems(portal: Portal): readonly MediaItem[] {
  return [
    ...portal.listings.recent,
    ...portal.notices,
    ...portal.documents,
    ...portal.bulletins,
    ...portal.texts,
  ];
}

/** Pictures that a text shows, and its cover. */
export function picturesOf(item: MediaItem): readonly string[] {
  const names = item.mentions.filter((name) => PICTURE.test(name) && !name.startsWith(OFFERED));
  if (item.cover) names.push(item.cover.file);
  return beside(item, names);
}

/** Files that a text plays or offers, and those of front matter. */
export function filesOf(item: MediaItem): readonly string[] {
  const names = item.mentions
    .filter((name) => name.startsWith(OFFERED) || !PICTURE.test(name))
    .map((name) => name.replace(OFFERED, ""));
  names.push(...item.attachments.map(({ file }) => file));
  if (item.audio) names.push(item.audio.file);
  return beside(item, names);
}

/** Files of the item's own folder only, whatever was written. */
function beside(item: MediaItem, names: readonly string[]): readonly string[] {
  return names
    .filter((name) => isPlainName(name) && !name.endsWith(".md"))
    .map((name) => `${item.folder}/${name}`);
}

/** Folder of an item's public files: `2022/07/x`, `thong-bao/x`. */
export function ownerOf(item: MediaItem): string {
  return item.folder.replace(/^(articles|notices|documents|pages)\//, (_, kind: string) =>
    kind === "articles"
      ? ""
      : `${{ notices: "thong-bao", documents: "van-ban", pages: "trang" }[kind] ?? kind}/`,
  );
}

/** Problems and warnings of the files that front matter names. */
export function findingsOf(
  item: MediaItem,
  prepared: Pick<PreparedParts, "pictures" | "files">,
): readonly Finding[] {
  const picture = (name: string) => prepared.pictures.get(`${item.folder}/${name}`);
  const file = (name: string) => prepared.files.get(`${item.folder}/${name}`);
  const named = [
    ...(item.cover ? [{ field: ["cover", "file"], state: picture(item.cover.file) }] : []),
    ...(item.audio ? [{ field: ["audio", "file"], state: file(item.audio.file) }] : []),
    ...item.attachments.map(({ file: name }, index) => ({
      field: ["attachments", index, "file"],
      state: file(name),
    })),
  ];
  return named.flatMap(({ field, state }) => {
    const path = `${item.folder}/index.md`;
    if (state === undefined) return [];
    if (!state.ok) return [{ path, field, message: state.message }];
    return state.warnings.map((message) => ({ path, field, message, severity: "warning" as const }));
  });
}
