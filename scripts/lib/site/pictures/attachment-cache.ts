import { join } from "node:path";
import { openFileCache, type FileCache } from "./cache.ts";
import type { FileKind } from "./file-kinds.ts";

/** Copies of attached files, made fit for publishing once; builds only link them. */
export type AttachmentCache = FileCache<AttachmentEntry>;

/** What the index keeps of a file. */
export interface AttachmentEntry {
  /** Content hash: name of the copy in the cache. */
  readonly key: string;
  readonly kind: FileKind;
  readonly bytes: number;
}

/** Changes when what is done to a file changes. */
const VERSION = "1";

/** Opens the cache of attached files under the build's cache folder. */
export async function openAttachmentCache(cacheFolder: string): Promise<AttachmentCache> {
  return openFileCache(join(cacheFolder, "attachments", VERSION));
}
