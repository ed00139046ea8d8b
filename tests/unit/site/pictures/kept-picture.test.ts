import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { keepPicture, keptPicture } from "#site/pictures/kept-picture.ts";
import type { PreparedPicture } from "#site/pictures/types.ts";

const PICTURE: PreparedPicture = {
  key: "4e2fb75e",
  slug: "hoi-truong",
  width: 1280,
  height: 800,
  variants: [
    { format: "avif", width: 240 },
    { format: "webp", width: 240 },
    { format: "jpeg", width: 240 },
    { format: "avif", width: 1280 },
  ],
};

describe("a picture in the index of the cache", () => {
  test("is given back as it was kept", () => {
    const kept = keepPicture(PICTURE, ["Ảnh nhỏ."]);
    assert.deepEqual(keptPicture(kept), PICTURE);
    assert.deepEqual(kept.warnings, ["Ảnh nhỏ."]);
    assert.deepEqual(keptPicture(keepPicture({ ...PICTURE, variants: [] }, [])).variants, []);
  });

  test("survives the index, a JSON file", () => {
    const kept = keepPicture(PICTURE, []);
    assert.equal(kept.variants, "240avif 240webp 240jpeg 1280avif");
    assert.deepEqual(JSON.parse(JSON.stringify(kept)), kept);
  });

  test("shares its list of variants with pictures of the same size", () => {
    const [one, two] = ["a", "b"].map((key) => keptPicture(keepPicture({ ...PICTURE, key }, [])));
    assert.ok(one !== undefined && one.variants === two?.variants);
  });
});
