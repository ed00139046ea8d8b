import assert from "node:assert/strict";
import { test } from "node:test";
import { widthsFor } from "#site/pictures/encode.ts";
import { pictureFile, pictureSource, smallestFile } from "#site/pictures/picture-source.ts";
import type { PreparedPicture } from "#site/pictures/types.ts";

const picture: PreparedPicture = {
  key: "0123456789abcdef0123456789abcdef",
  slug: "hoi-truong",
  width: 1600,
  height: 900,
  variants: [
    { format: "avif", width: 480 },
    { format: "webp", width: 480 },
    { format: "jpeg", width: 480 },
    { format: "avif", width: 800 },
    { format: "webp", width: 800 },
    { format: "jpeg", width: 800 },
    { format: "avif", width: 1600 },
  ],
};

test("a picture names its variants, newest format first, under the base path", () => {
  assert.deepEqual(pictureSource(picture, "/btg/"), {
    width: 1600,
    height: 900,
    src: "/btg/pictures/hoi-truong-01234567-800.jpg",
    thumbnail: "/btg/pictures/hoi-truong-01234567-480.jpg",
    sources: [
      {
        type: "image/avif",
        srcset:
          "/btg/pictures/hoi-truong-01234567-480.avif 480w, /btg/pictures/hoi-truong-01234567-800.avif 800w, /btg/pictures/hoi-truong-01234567-1600.avif 1600w",
      },
      {
        type: "image/webp",
        srcset:
          "/btg/pictures/hoi-truong-01234567-480.webp 480w, /btg/pictures/hoi-truong-01234567-800.webp 800w",
      },
    ],
  });
});

const SINGLE: readonly (readonly [maxWidth: number, width: number, height: number])[] = [
  [Infinity, 800, 450],
  [800, 800, 450],
  [799, 480, 270],
  [100, 480, 270],
];
for (const [maxWidth, width, height] of SINGLE) {
  test(`the single file for at most ${maxWidth} pixels is ${width} × ${height}`, () =>
    assert.deepEqual(pictureFile(picture, "/", maxWidth), {
      src: `/pictures/hoi-truong-01234567-${width}.jpg`,
      width,
      height,
    }));
}

test("the smallest file is the smallest WebP, or AVIF, or else the largest JPEG", () => {
  const smallest = (formats: string) => {
    const variants = picture.variants.filter(({ format }) => formats.includes(format));
    return smallestFile({ ...picture, variants }, "/").src;
  };
  assert.deepEqual(
    ["avif webp jpeg", "avif jpeg", "jpeg"].map(smallest),
    ["480.webp", "480.avif", "800.jpg"].map((name) => `/pictures/hoi-truong-01234567-${name}`),
  );
  assert.deepEqual(smallestFile(picture, "/btg/"), {
    src: "/btg/pictures/hoi-truong-01234567-480.webp",
    width: 480,
    height: 270,
  });
});

const WIDTHS: readonly (readonly [width: number, widths: readonly number[]])[] = [
  [100, [100]],
  [240, [240]],
  [480, [240, 480]],
  [500, [240, 500]],
  [552, [240, 480, 552]],
  [800, [240, 480, 800]],
  [900, [240, 480, 900]],
  [1200, [240, 480, 800, 1200]],
  [1280, [240, 480, 800, 1280]],
];
for (const [width, widths] of WIDTHS) {
  test(`a picture ${width} wide is encoded ${widths.join(", ")} wide`, () =>
    assert.deepEqual(widthsFor(width), widths));
}
