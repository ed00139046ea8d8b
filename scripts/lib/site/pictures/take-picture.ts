import { hash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { slugify } from "#domain/vietnamese/slug.ts";
import { addObject } from "./cache.ts";
import { checkPicture, damaged, PictureError } from "./check-picture.ts";
import { encodePicture } from "./encode.ts";
import { keepPicture, type KeptPicture } from "./kept-picture.ts";
import { variantFile, type PictureCache } from "./picture-cache.ts";
import { MAX_PICTURE_BYTES } from "./settings.ts";
import type { PreparedPicture, Resolved } from "./types.ts";

type EncodedSize = Pick<PreparedPicture, "width" | "height" | "variants">;
const SIZE_FILE = "picture.json";

/**
 * Gives a function that takes one new picture: it checks the file, encodes it into the cache and tells what is kept of
 * it, or why it cannot be used. Files with the same content, also at the same time, are encoded once.
 * @example await pictureTaker(cache)("content/articles/2022/07/x/a.jpg", 2_400_000)
 */
export function pictureTaker(
  cache: PictureCache,
): (file: string, bytes: number) => Promise<Resolved<KeptPicture>> {
  const running = new Map<string, Promise<EncodedSize>>();
  return async (file, size) => {
    try {
      if (size === 0) throw new PictureError(`Tệp ảnh "${basename(file)}" rỗng. Hãy chép lại ảnh.`);
      if (size > MAX_PICTURE_BYTES) {
        throw new PictureError(`Tệp ảnh "${basename(file)}" nặng hơn 60 MB. Hãy lưu lại ảnh thành JPEG.`);
      }
      const bytes = await readFile(file);
      const warnings = await checkPicture(file, bytes);
      const key = hash("sha256", bytes).slice(0, 32);
      let encoding = running.get(key);
      if (encoding === undefined) running.set(key, (encoding = encodeInto(cache, key, bytes)));
      const picture = { key, slug: slugOf(file), ...(await encoding) };
      return { ok: true, value: keepPicture(picture, warnings), warnings };
    } catch (error) {
      if (isSystemError(error)) throw error;
      return { ok: false, message: (error instanceof PictureError ? error : damaged(file)).message };
    }
  };
}

/** Encodes into the cache unless the same content lies there already. */
async function encodeInto(cache: PictureCache, key: string, bytes: Uint8Array): Promise<EncodedSize> {
  if (cache.objects.has(key)) {
    const text = await readFile(join(cache.folder, "objects", key, SIZE_FILE), "utf8");
    // Written below, in one step with the variants.
    return JSON.parse(text) as EncodedSize;
  }
  const { width, height, variants } = await encodePicture(bytes);
  const size = { width, height, variants: variants.map(({ format, width }) => ({ format, width })) };
  await addObject(cache, key, async (aside) => {
    const folder = join(aside, key);
    await mkdir(folder);
    for (const variant of variants) await writeFile(join(folder, variantFile(variant)), variant.bytes);
    await writeFile(join(folder, SIZE_FILE), JSON.stringify(size));
    return folder;
  });
  return size;
}

function slugOf(file: string): string {
  const slug = slugify(basename(file, extname(file)));
  return slug === "" ? "anh" : slug;
}

/** A full disk or a folder without permission is the operator's concern, not the picture's. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
