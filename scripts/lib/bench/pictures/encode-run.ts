import { mkdirSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { eachOf } from "#site/pictures/each-of.ts";
import { widthsFor } from "#site/pictures/encode.ts";
import { openPictureCache } from "#site/pictures/picture-cache.ts";
import { preparePictures } from "#site/pictures/prepare.ts";
import { SETTINGS } from "#site/pictures/settings.ts";
import { sharp } from "#site/pictures/sharp.ts";

/** Encodes all pictures of a folder as a build does, into the cache folder `to`; known ones cost a stat call. */
export async function encodeAsPortal(folder: string, to: string): Promise<void> {
  await preparePictures(await openPictureCache(to), picturesOf(folder));
}

/**
 * Encodes the same widths and formats with nothing but sharp: each picture decoded once, at the first quality that the
 * portal would try, as many pictures at a time as there are processors. What any program needs for them.
 */
export async function encodeWithSharp(folder: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  const files = [...picturesOf(folder).entries()];
  await eachOf(files, availableParallelism(), async ([number, file]) => {
    const largest = Math.max(...SETTINGS.widths);
    const { data, info } = await sharp(file)
      .autoOrient()
      .resize(largest, null, { withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const width of widthsFor(info.width)) {
      const resized = sharp(data, { raw: info }).resize(width);
      for (const format of formatsOf(width, info.width))
        await inFormat(resized.clone(), format).toFile(join(to, `${number}-${width}.${format}`));
    }
  });
}

const FORMATS = ["avif", "webp", "jpeg"] as const;
type Format = (typeof FORMATS)[number];

/** Formats of one variant; the largest of a small picture comes in all of them, as no larger one will. */
function formatsOf(width: number, largest: number): readonly Format[] {
  return FORMATS.filter((format) => {
    const { widths } = SETTINGS[format];
    return widths.some((step) => step === width) || (width === largest && width < Math.max(...widths));
  });
}

function inFormat(picture: ReturnType<typeof sharp>, format: Format): ReturnType<typeof sharp> {
  const { avif, webp, jpeg } = SETTINGS;
  if (format === "avif")
    return picture.avif({ quality: avif.qualities[0], effort: avif.effort, chromaSubsampling: "4:2:0" });
  if (format === "webp") return picture.webp({ quality: webp.quality, effort: webp.effort });
  return picture.jpeg({ quality: jpeg.quality, mozjpeg: true });
}

function picturesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}
