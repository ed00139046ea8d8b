import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import sharp from "sharp";
import { qrCode } from "#site/pictures/qr-code.ts";

// The package is CommonJS, its only export the function below.
const readQr = createRequire(import.meta.url)("jsqr") as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

function pngOf(text: string, use?: "paper"): Buffer {
  const { src } = qrCode(text, use);
  const start = "data:image/png;base64,";
  assert.ok(src.startsWith(start));
  return Buffer.from(src.slice(start.length), "base64");
}

/** What a telephone reads from the code as a page shows it, every module five pixels wide. */
async function readBack(text: string): Promise<string | undefined> {
  const image = sharp(pngOf(text));
  const { width } = await image.metadata();
  const { data, info } = await image
    .resize(width * 5, width * 5, { kernel: "nearest" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readQr(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

for (const text of [
  "https://tuyengiao.laocai.vn/2022/07/ha-giang-so-ket/",
  "https://host/",
  "Xin chào, Đắk R’lấp",
  `https://host/${"a".repeat(900)}/`,
  "1",
]) {
  test(`a telephone reads “${text.slice(0, 40)}” back`, async () => {
    assert.equal(await readBack(text), text);
  });
}

test("texts of all lengths of an address share the sizes of the even versions", async () => {
  const sizes = new Map<number, number[]>();
  for (let length = 1; length <= 230; length += 1) {
    const { width } = await sharp(pngOf("a".repeat(length))).metadata();
    const version = (width - 2 * 4 - 17) / 4;
    sizes.set(version, [...(sizes.get(version) ?? []), length]);
  }
  assert.deepEqual(
    [...sizes].map(([version, lengths]) => [version, lengths[0], lengths.at(-1)]),
    [
      [2, 1, 26],
      [4, 27, 62],
      [6, 63, 106],
      [8, 107, 152],
      [10, 153, 213],
      [11, 214, 230],
    ],
  );
});

test("a code has one pixel for each module and a quiet zone of four", async () => {
  const { data, info } = await sharp(pngOf("https://host/"))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.equal(info.width, 25 + 2 * 4);
  assert.equal(info.height, info.width);
  const dark = [...data.keys()].filter((at) => data[at] === 0);
  const columns = dark.map((at) => at % info.width);
  const rows = dark.map((at) => Math.floor(at / info.width));
  assert.deepEqual([Math.min(...columns), Math.max(...columns)], [4, 28]);
  assert.deepEqual([Math.min(...rows), Math.max(...rows)], [4, 28]);
});

test("the code of an article's address weighs less than 1 kB, on paper less than 2 kB", () => {
  const address = `https://tuyengiao.laocai.vn/2026/09/${"hoi-nghi-".repeat(10)}2026/`;
  assert.ok(qrCode(address).src.length < 1000);
  assert.ok(qrCode(address, "paper").src.length < 2000, `${qrCode(address, "paper").src.length}`);
});

test("a code for paper is the same with more pixels for each module", async () => {
  const small = await sharp(pngOf("https://host/"))
    .resize(33 * 4, 33 * 4, { kernel: "nearest" })
    .greyscale()
    .raw()
    .toBuffer();
  const large = await sharp(pngOf("https://host/", "paper")).greyscale().raw().toBuffer();
  assert.deepEqual(large, small);
});

test("a text that no QR code holds is an error", () => {
  assert.throws(() => qrCode("a".repeat(5000)), /capacity/i);
});
