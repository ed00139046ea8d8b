import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { prepareAssets } from "#site/assets/prepare-assets.ts";
import { makeStyles } from "#site/assets/styles.ts";
import { type AssetOptions, type BuiltAssets, writeAssets } from "#site/assets/write-assets.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

let folder: string;
let cache: string;
let options: AssetOptions;
let built: BuiltAssets;

before(async () => {
  folder = temporaryFolder();
  options = {
    output: join(folder, "site"),
    base: "/btg/",
    name: "Trang tin Tuyên giáo",
    shortName: "Tuyên giáo",
    language: "vi",
  };
  cache = join(folder, "cache");
  built = await writeAssets(await prepareAssets(cache), options);
});

function textOf(path: string): Promise<string> {
  return readFile(join(options.output, path), "utf8");
}

function pathOf(address: string): string {
  return address.slice(options.base.length);
}

describe("shared assets", () => {
  it("are all written, and every address of the view leads to one of them", async () => {
    const { styles, script, settingsScript, entries, preloadFonts, icons } = built.view;
    const addresses = [
      ...styles,
      script,
      settingsScript,
      ...Object.values(entries),
      ...preloadFonts,
      ...Object.values(icons),
    ];
    assert.deepEqual(
      addresses.filter((address) => !built.files.includes(pathOf(address))),
      [],
    );
    const sizes = await Promise.all(
      built.files.map(async (path) => (await readFile(join(options.output, path))).length),
    );
    assert.ok(sizes.every((size) => size > 0));
  });

  it("have lower-case names with a hash, but for the service worker", () => {
    const names = built.files.filter((path) => path !== "service-worker.js");
    assert.deepEqual(
      names.filter((path) => !/^assets\/[a-z0-9-]+\.[a-z0-9]{8,10}\.[a-z0-9]+$/.test(path)),
      [],
    );
    assert.ok(built.files.includes("service-worker.js"));
  });

  it("come out the same from the cache and without it", async () => {
    const into = (name: string) => ({ ...options, output: join(folder, name) });
    const warm = await writeAssets(await prepareAssets(cache), into("warm"));
    const cold = await writeAssets(await prepareAssets(join(folder, "other-cache")), into("cold"));
    assert.deepEqual(warm, built);
    assert.deepEqual(cold, built);
    for (const path of built.files) {
      const bytes = await readFile(join(options.output, path));
      assert.ok(bytes.equals(await readFile(join(folder, "warm", path))), path);
      assert.ok(bytes.equals(await readFile(join(folder, "cold", path))), path);
    }
  });

  it("say what went wrong where they cannot be made, as the process that makes them does", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    await assert.rejects(
      prepareAssets(join(file, "cache")),
      /^Error: ENOTDIR: not a directory, mkdir '.*a-file/,
    );
  });

  it("keep the budgets: CSS 12 kB, page script 10 kB compressed, settings script 500 bytes", async () => {
    const compressed = async (address: string) => brotliCompressSync(await textOf(pathOf(address))).length;
    assert.ok((await compressed(built.view.styles[0] ?? "")) <= 12_000);
    assert.ok((await compressed(built.view.script)) <= 10_000);
    assert.ok((await textOf(pathOf(built.view.settingsScript))).length <= 500);
  });

  it("point style sheets to the fonts beside them, and to nothing elsewhere", async () => {
    const css = await textOf(pathOf(built.view.styles[0] ?? ""));
    const urls = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1] ?? "");
    assert.equal(urls.length, 3);
    assert.deepEqual(
      urls.filter((url) => !built.files.includes(`assets/${url}`)),
      [],
    );
  });

  it("tell the service worker to keep style, scripts, fonts and the offline page", async () => {
    const worker = await textOf("service-worker.js");
    const { styles, script, preloadFonts } = built.view;
    const stored = [...styles, script, ...preloadFonts].map(pathOf);
    assert.deepEqual(
      [...stored, "ngoai-tuyen/"].filter((path) => !worker.includes(`"${path}"`)),
      [],
    );
  });

  it("describe the site to phones, with addresses that work under any base", async () => {
    const manifest: unknown = JSON.parse(await textOf(pathOf(built.view.icons.manifest)));
    assert.ok(typeof manifest === "object" && manifest !== null);
    const { name, short_name, lang, start_url, icons } = manifest as Readonly<Record<string, unknown>>; // each field is compared below
    assert.deepEqual(
      [name, short_name, lang, start_url],
      ["Trang tin Tuyên giáo", "Tuyên giáo", "vi", "../"],
    );
    const sources = (icons as readonly { readonly src: string }[]).map((icon) => `assets/${icon.src}`); // compared with real files
    assert.deepEqual(
      sources.filter((path) => !built.files.includes(path)),
      [],
    );
  });

  it("follow the base path in addresses alone", async () => {
    const rooted = { ...options, base: "/", output: join(folder, "root") };
    const root = await writeAssets(await prepareAssets(cache), rooted);
    assert.deepEqual(root.files, built.files);
    assert.equal(root.view.script, built.view.script.replace("/btg/", "/"));
  });
});

describe("style sheets", () => {
  it("name file, line and column where one is wrong", async () => {
    const styles = temporaryFolder();
    await cp(fileURLToPath(new URL("../../../../assets/styles/", import.meta.url)), styles, {
      recursive: true,
    });
    await writeFile(join(styles, "header.css"), ".masthead {\n  color: red;\n}\n}\n");
    await assert.rejects(makeStyles(styles, []), /header\.css:5:1 Unexpected end of input$/);
  });
});
