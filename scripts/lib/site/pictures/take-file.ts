import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { AttachmentCache, AttachmentEntry } from "./attachment-cache.ts";
import { addObject } from "./cache.ts";
import { FileError, kindOfFile } from "./file-kinds.ts";
import { withoutPlace } from "./privacy.ts";
import type { Resolved } from "./types.ts";

/**
 * Looks into a file that is new or changed and puts its copy for publishing into the cache.
 * @returns what is kept of it, or why readers cannot be offered it.
 */
export async function takeFile(
  cache: AttachmentCache,
  file: string,
): Promise<Resolved<Omit<AttachmentEntry, "bytes">>> {
  try {
    const kind = await kindOfFile(file);
    const key = await contentHash(file);
    if (!cache.objects.has(key)) {
      await addObject(cache, key, async (aside) => {
        const copy = join(aside, "file");
        if (!(await withoutPlace(file, kind, copy))) await copyFile(file, copy);
        return copy;
      });
    }
    return { ok: true, value: { key, kind }, warnings: [] };
  } catch (error) {
    if (error instanceof FileError) return { ok: false, message: error.message };
    throw error;
  }
}

async function contentHash(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer); // No encoding set: chunks are Buffers.
  return hash.digest("hex").slice(0, 32);
}
