import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { describe, test, type TestContext } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { sha256 } from "#publish/hash-files.ts";
import { precompress, type Precompressed } from "#publish/precompress.ts";
import { scanFolder } from "#publish/scan-folder.ts";
import { makeFolder } from "../../publish/support/workspace.ts";

const PROSE = "Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị. ".repeat(50);

interface Workspace {
  readonly folder: string;
  readonly run: () => Promise<Precompressed>;
}

function makeSite(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const folder = makeFolder(t);
  for (const [path, content] of Object.entries(files)) writeFileSync(`${folder}/${path}`, content);
  const cacheFolder = makeFolder(t);
  const run = async () => precompress({ files: (await scanFolder(folder)).files, folder, cacheFolder });
  return { folder: cacheFolder, run };
}

describe("precompression", () => {
  test("makes a Brotli and a gzip form that give the file back", async (t) => {
    const { variants, compressed } = await makeSite(t, { "index.html": PROSE }).run();
    assert.equal(compressed, 1);
    const [br, gz] = variants;
    assert.deepEqual(
      variants.map((variant) => variant.path),
      ["index.html.br", "index.html.gz"],
    );
    assert.ok(br !== undefined && gz !== undefined);
    assert.equal(brotliDecompressSync(readFileSync(br.file)).toString(), PROSE);
    assert.equal(gunzipSync(readFileSync(gz.file)).toString(), PROSE);
    assert.deepEqual([br.size, br.sha256], [readFileSync(br.file).length, sha256(readFileSync(br.file))]);
  });

  test("keeps a form only where it is smaller", async (t) => {
    assert.deepEqual((await makeSite(t, { "ngau-nhien.txt": randomBytes(400) }).run()).variants, []);
  });

  test("passes over pictures, search data and tiny files", async (t) => {
    const { variants } = await makeSite(t, { "a.webp": PROSE, "b.pf_index": PROSE, "c.html": "ngắn" }).run();
    assert.deepEqual(variants, []);
  });

  test("compresses a content once for all builds, wherever it lies", async (t) => {
    const { run } = makeSite(t, { "a.html": PROSE, "b.html": PROSE });
    const first = await run();
    const second = await run();
    assert.deepEqual([first.compressed, second.compressed], [1, 0]);
    assert.deepEqual(first.variants, second.variants);
    assert.equal(first.variants.length, 4);
  });

  test("gives identical bytes when the cache is thrown away", async (t) => {
    const site = makeSite(t, { "a.html": PROSE });
    const first = await site.run();
    rmSync(`${site.folder}/variants`, { recursive: true });
    assert.deepEqual(await site.run(), first);
  });

  test("compresses again what a half restored cache lost, and what its index lost", async (t) => {
    const site = makeSite(t, { "a.html": PROSE });
    const [br] = (await site.run()).variants;
    assert.ok(br !== undefined);
    rmSync(br.file);
    assert.equal((await site.run()).compressed, 1);
    assert.ok(existsSync(br.file));
    writeFileSync(`${site.folder}/variants/index.tsv`, "another compressor\n");
    assert.equal((await site.run()).compressed, 1);
  });
});

describe("reading a folder", () => {
  test("lists files with size and sum, sorted by path", async (t) => {
    const folder = makeFolder(t);
    for (const name of ["b", "a", "ă"]) writeFileSync(`${folder}/${name}`, name);
    assert.deepEqual(await scanFolder(folder), {
      files: ["a", "b", "ă"].map((path) => ({ path, sha256: sha256(path), size: Buffer.byteLength(path) })),
      irregular: [],
    });
  });

  test("gives every file once, whichever thread read it", async (t) => {
    const folder = makeFolder(t);
    const names = Array.from({ length: 4_100 }, (_, index) => `${index}`.padStart(5, "0"));
    for (const name of names) writeFileSync(`${folder}/${name}`, name);
    const { files } = await scanFolder(folder);
    assert.deepEqual(
      files.map(({ path, sha256: sum }) => [path, sum]),
      names.map((name) => [name, sha256(name)]),
    );
  });

  test("reads a file again when it was replaced or written into, and only then", async (t) => {
    const folder = makeFolder(t);
    const cacheFolder = `${makeFolder(t)}/cache/sums`;
    for (const name of ["giu", "sua", "thay"]) writeFileSync(`${folder}/${name}`, "cũ");
    await scanFolder(folder, cacheFolder);
    const kept = statSync(`${folder}/giu`);
    writeFileSync(`${folder}/giu`, "kỹ"); // same inode, size and, by the next line, time: nobody could tell
    utimesSync(`${folder}/giu`, kept.atime, kept.mtime);
    utimesSync(`${folder}/sua`, kept.atime, kept.mtime);
    writeFileSync(`${folder}/sua`, "mới");
    rmSync(`${folder}/thay`);
    writeFileSync(`${folder}/thay`, "mới");
    const sums = (files: readonly { readonly sha256: string }[]) => files.map((file) => file.sha256);
    const { files } = await scanFolder(folder, cacheFolder);
    assert.deepEqual(sums(files).slice(1), [sha256("mới"), sha256("mới")]);
    assert.deepEqual(
      sums((await scanFolder(folder)).files)[0],
      sha256("kỹ"),
      "a check that trusts nothing reads all",
    );
  });

  test("does without a cache that is damaged", async (t) => {
    const folder = makeFolder(t);
    const cacheFolder = makeFolder(t);
    for (const name of ["a", "b"]) writeFileSync(`${folder}/${name}`, name);
    const expected = await scanFolder(folder, cacheFolder);
    const parts = readdirSync(cacheFolder);
    assert.ok(parts.length > 0);
    for (const part of parts) writeFileSync(`${cacheFolder}/${part}`, "\0rác");
    assert.deepEqual(await scanFolder(folder, cacheFolder), expected);
  });

  test("fails for a folder that is not there", async () => assert.rejects(scanFolder("/khong/co"), /ENOENT/));
});
