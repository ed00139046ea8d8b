import { createHash, hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AttachmentCache, AttachmentEntry } from "./attachment-cache.ts";
import { addObject } from "./cache.ts";
import { FileError, kindOfFile } from "./file-kinds.ts";
import { withoutPlace } from "./privacy.ts";
import type { Resolved } from "./types.ts";

/** Files of at most so many bytes are read at once: most are, and opening a file costs more than reading it. */
const SMALL = 1_000_000;

/**
 * Looks into a file that is new or changed and puts its copy for publishing into the cache.
 * @param size in bytes.
 * @returns what is kept of it, or why readers cannot be offered it.
 */
export async function takeFile(
  cache: AttachmentCache,
  file: string,
  size: number,
): Promise<Resolved<Omit<AttachmentEntry, "bytes">>> {
  try {
    const bytes = size > SMALL ? null : await readFile(file);
    const kind = await kindOfFile(file, bytes);
    const key = bytes === null ? await contentHash(file) : hash("sha256", bytes).slice(0, KEY_LENGTH);
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

const KEY_LENGTH = 32;

async function contentHash(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer); // No encoding set: chunks are Buffers.
  return hash.digest("hex").slice(0, KEY_LENGTH);
}
