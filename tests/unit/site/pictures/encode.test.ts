import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { encodePicture } from "#site/pictures/encode.ts";
import { SETTINGS } from "#site/pictures/settings.ts";
import { drawing } from "./support.ts";

/** Bytes of the AVIF that a telephone takes. */
async function phoneBytes(photo: Uint8Array): Promise<number> {
  const { variants } = await encodePicture(photo);
  return variants.find(({ format, width }) => format === "avif" && width === 800)?.bytes.length ?? Infinity;
}

const grain = (sigma: number, blur: number) =>
  sharp({
    create: {
      width: 1200,
      height: 800,
      channels: 3,
      background: "#7a8",
      noise: { type: "gaussian", mean: 128, sigma },
    },
  })
    .blur(blur)
    .jpeg({ quality: 95 })
    .toBuffer();

test("a photograph with fine grain weighs at most 35 kB at a telephone's width", async () => {
  const bytes = await phoneBytes(await grain(40, 2));
  assert.ok(bytes <= 35_000, `${bytes}`);
});

test("a crowded photograph gives up quality until it is small enough", async () => {
  const photo = await grain(60, 1);
  const bytes = await phoneBytes(photo);
  const atFirstQuality = await sharp(photo)
    .resize(800)
    .avif({ quality: SETTINGS.avif.qualities[0], effort: SETTINGS.avif.effort, chromaSubsampling: "4:2:0" })
    .toBuffer();
  assert.ok(atFirstQuality.length > 800 * 533 * SETTINGS.avif.bytesPerPixel, "the picture is not crowded");
  assert.ok(bytes < atFirstQuality.length, `${bytes} against ${atFirstQuality.length}`);
});

test("data that no decoder understands is an error", async () => {
  await assert.rejects(encodePicture(Buffer.from("not a picture")));
  const jpeg = await drawing(600, 400).jpeg().toBuffer();
  await assert.rejects(encodePicture(jpeg.subarray(0, jpeg.length - 400)));
});
