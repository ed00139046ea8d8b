import { basename, extname } from "node:path";
import { formatBytes } from "#domain/vietnamese/numbers.ts";
import { slugify } from "#domain/vietnamese/slug.ts";
import type { AttachmentCache, AttachmentEntry } from "./attachment-cache.ts";
import { recall, remember, saveIndex, stampOf } from "./cache.ts";
import { missingFile } from "./missing-file.ts";
import type { FileSource, PreparedFile, Resolved } from "./types.ts";

/** A larger film belongs on the department's video channel. */
const MAX_BYTES = 500_000_000;

/**
 * Takes a file that a text offers and gives it ready to publish. Its kind is what its bytes say, not its name;
 * pictures and films lose the place where they were taken. Call `saveAttachments` after the last one.
 *
 * @param owner address of the page it belongs to, from the root: `2022/07/ha-giang`; keeps public names apart.
 * @example await prepareAttachment(cache, "content/articles/2022/07/x/Bao cao.pdf", "2022/07/x")
 */
export async function prepareAttachment(
  cache: AttachmentCache,
  file: string,
  owner: string,
): Promise<Resolved<PreparedFile>> {
  const name = basename(file);
  const stamp = stampOf(file);
  if (stamp === null) return { ok: false, message: missingFile(file, "đính kèm") };
  const known = recall(cache, file, stamp);
  if (known !== null && cache.objects.has(known.key)) return ready(known, file, owner);
  if (stamp.size === 0) return { ok: false, message: `Tệp "${name}" rỗng. Hãy chép lại tệp.` };
  if (stamp.size > MAX_BYTES) {
    return {
      ok: false,
      message: `Tệp "${name}" nặng ${formatBytes(stamp.size)}, quá 500 MB. Hãy đưa phim lên kênh video rồi đặt liên kết.`,
    };
  }
  // Loaded with the first file that is new or changed: most builds have none.
  const { takeFile } = await import("./take-file.ts");
  const taken = await takeFile(cache, file, stamp.size);
  if (!taken.ok) return taken;
  const entry = { ...taken.value, bytes: stamp.size };
  remember(cache, file, stamp, entry);
  return ready(entry, file, owner);
}

/** Writes down what was prepared, for the next run. */
export async function saveAttachments(cache: AttachmentCache): Promise<void> {
  await saveIndex(cache);
}

/** A prepared file with its address for a portal under `base` (`/` or `/btg/`). */
export function fileSource(file: PreparedFile, base: string): FileSource {
  return { url: base + file.path, type: file.type, size: formatBytes(file.bytes), mediaType: file.mediaType };
}

function ready({ key, kind, bytes }: AttachmentEntry, file: string, owner: string): Resolved<PreparedFile> {
  const slug = slugify(basename(file, extname(file)));
  const path = `tep/${owner}/${slug === "" ? "tep" : slug}${kind.extension}`;
  return { ok: true, value: { key, path, type: kind.type, mediaType: kind.mediaType, bytes }, warnings: [] };
}
