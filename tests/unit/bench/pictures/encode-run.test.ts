import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { sharp } from "#site/pictures/sharp.ts";
import { drawPicture, withComment } from "../../../../scripts/lib/bench/corpus/pictures.ts";
import { encodeAsPortal, encodeWithSharp } from "../../../../scripts/lib/bench/pictures/encode-run.ts";

describe("the two sides of the picture benchmark", () => {
  const home = mkdtempSync(join(tmpdir(), "encode-"));
  const [photographs, ours, plain] = ["photographs", "ours", "plain"].map((name) => join(home, name)) as [
    string,
    string,
    string, // three names in, three paths out
  ];
  before(async () => {
    const picture = await drawPicture(3, { width: 1000, height: 700 });
    mkdirSync(photographs);
    for (const name of ["a", "b"])
      writeFileSync(join(photographs, `${name}.jpg`), withComment(picture, name));
    await encodeAsPortal(photographs, ours);
    await encodeWithSharp(photographs, plain);
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it("encode every picture, also those that look the same", () => {
    assert.equal(pictures(ours).length % 2, 0);
    assert.ok(pictures(ours).length >= 4);
  });

  for (const ending of [".avif", ".webp"])
    it(`make the same ${ending} variants`, async () => {
      assert.deepEqual(await widths(pictures(plain), ending), await widths(pictures(ours), ending));
    });

  it("make pictures that can be opened", async () => {
    for (const file of pictures(plain)) assert.ok((await sharp(file).metadata()).width > 0, file);
  });
});

describe("drawPicture", () => {
  it("draws the same bytes for the same seed, others for another", async () => {
    const size = { width: 120, height: 80 };
    const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => drawPicture(seed, size)));
    assert.deepEqual(first, again);
    assert.notDeepEqual(first, other);
  });
});

describe("withComment", () => {
  it("changes the file and not one pixel", async () => {
    const picture = await drawPicture(1, { width: 120, height: 80 });
    const other = withComment(picture, "2022/07/hà-giang");
    assert.ok(!other.equals(picture));
    const [before, after] = await Promise.all([picture, other].map((bytes) => sharp(bytes).raw().toBuffer()));
    assert.deepEqual(before, after);
  });
});

function pictures(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && /\.(avif|webp|jpe?g)$/.test(basename(path)));
}

async function widths(files: readonly string[], ending: string): Promise<readonly number[]> {
  const found = await Promise.all(
    files.filter((file) => file.endsWith(ending)).map(async (file) => (await sharp(file).metadata()).width),
  );
  return found.sort((a, b) => a - b);
}
