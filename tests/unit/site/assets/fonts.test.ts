import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { fontRepertoire } from "#site/assets/font-repertoire.ts";
import { makeFonts, PAGE_FONTS } from "#site/assets/fonts.ts";
import type { OutputFile } from "#site/assets/output-file.ts";

describe("the repertoire of page fonts", () => {
  const characters = [...new Set(fontRepertoire())];

  it("holds every Vietnamese letter, in one piece, in both cases", () => {
    const letters =
      "àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ ă â đ ê ô ơ ư".replaceAll(
        " ",
        "",
      );
    assert.equal(letters.length, 67);
    const missing = Array.from(letters + letters.toUpperCase()).filter(
      (letter) => !characters.includes(letter),
    );
    assert.deepEqual(missing, []);
  });

  it("holds the punctuation of Vietnamese prose", () => {
    assert.deepEqual(
      Array.from("“”‘’–—…₫•·\u00a0").filter((sign) => !characters.includes(sign)),
      [],
    );
  });

  it("holds nothing decomposed and nothing twice", () => {
    assert.equal(fontRepertoire().normalize("NFC"), fontRepertoire());
    assert.equal(/[\u0300-\u036f]/.test(fontRepertoire()), false);
    assert.equal(fontRepertoire().length, characters.length);
  });
});

describe("page fonts", () => {
  let fonts: readonly OutputFile[];
  before(async () => {
    fonts = await makeFonts();
  });

  it("are WOFF2, one for each font of the list", () => {
    assert.deepEqual(
      fonts.map((font) => font.name),
      PAGE_FONTS.map((font) => font.name),
    );
    assert.deepEqual(
      fonts.map((font) => new TextDecoder().decode(font.bytes.slice(0, 4))),
      ["wOF2", "wOF2", "wOF2"],
    );
  });

  it("weigh at most 45 kB together", () => {
    const total = fonts.reduce((sum, font) => sum + font.bytes.length, 0);
    assert.ok(total <= 45_000, `${total} bytes`);
    assert.ok(total >= 30_000, `${total} bytes: letters are missing`);
  });

  it("come out the same each time", async () => {
    assert.deepEqual(
      (await makeFonts()).map((font) => font.path),
      fonts.map((font) => font.path),
    );
  });
});
