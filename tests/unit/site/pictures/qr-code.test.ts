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

/** What a telephone reads from the code as a page draws it. */
async function readBack({ size, path }: { size: number; path: string }): Promise<string | undefined> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 5}" height="${size * 5}" viewBox="0 0 ${size} ${size}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
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
    assert.equal(await readBack(qrCode(text)), text);
  });
}

test("each run of dark modules in a row is one rectangle, inside a quiet zone of four modules", () => {
  const { size, path } = qrCode("https://host/");
  assert.equal(size, 21 + 2 * 4);
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  assert.equal(runs.map(([run]) => run).join(""), path);
  for (const [, x, y, width, back] of runs) {
    assert.equal(width, back);
    assert.ok(Number(x) >= 4 && Number(x) + Number(width) <= size - 4);
    assert.ok(Number(y) >= 4 && Number(y) < size - 4);
  }
  const starts = new Set(runs.map(([, x, y]) => `${x ?? ""},${y ?? ""}`));
  for (const [, x, y, width] of runs) assert.ok(!starts.has(`${Number(x) + Number(width)},${y ?? ""}`));
});

test("a text that no QR code holds is an error", () => {
  assert.throws(() => qrCode("a".repeat(5000)), /too big/i);
});
