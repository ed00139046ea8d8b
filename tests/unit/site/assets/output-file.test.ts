import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileNamed, hashedFile, hashOf, writeFiles } from "#site/assets/output-file.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const bytes = new TextEncoder().encode("body{}");

describe("output files", () => {
  it("carry the hash of their bytes between name and extension", () => {
    assert.match(hashedFile("site.css", bytes).path, /^assets\/site\.[0-9a-f]{10}\.css$/);
    assert.notEqual(hashedFile("site.css", bytes).path, hashedFile("site.css", new Uint8Array([1])).path);
    assert.match(
      hashedFile("be-vietnam-pro-400.woff2", bytes).path,
      /^assets\/be-vietnam-pro-400\.[0-9a-f]{10}\.woff2$/,
    );
  });

  it("hash strings and bytes alike, in order", () => {
    assert.equal(hashOf(["a"]), "ca978112ca");
    assert.equal(hashOf(["body{}"]), hashOf([bytes]));
    assert.notEqual(hashOf(["a", "bc"]), hashOf(["bc", "a"]));
  });

  it("are found by name; a missing one is a fault of the step", () => {
    const file = hashedFile("site.css", bytes);
    assert.equal(fileNamed([file], "site.css"), file);
    assert.throws(() => fileNamed([file], "page.js"), new Error('The asset step made no "page.js".'));
  });

  it("are written below a folder that need not exist", async () => {
    const folder = join(temporaryFolder(), "site");
    const file = hashedFile("site.css", bytes);
    await writeFiles(folder, [file]);
    assert.equal(await readFile(join(folder, file.path), "utf8"), "body{}");
  });
});
