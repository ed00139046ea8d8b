import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openStaging } from "#site/output/staging.ts";
import { edit, filesIn } from "../../../helpers/build-fixture.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

/** A process id that is not in use: that of a process that has ended. */
const DEAD = spawnSync("true").pid;

function publish(output: string, files: Readonly<Record<string, string>>): void {
  const staging = openStaging(output, temporaryFolder());
  edit(staging.folder, { "paths.json": "[]", ...files });
  staging.publish();
}

describe("a staging folder", () => {
  test("takes the output's place as a whole, and leaves nothing beside it", () => {
    const output = join(temporaryFolder(), "site");
    publish(output, { "a/index.html": "cũ", "b.txt": "cũ" });
    publish(output, { "a/index.html": "mới" });
    assert.deepEqual(filesIn(output), ["a/index.html", "paths.json"]);
    assert.equal(readFileSync(join(output, "a/index.html"), "utf8"), "mới");
    assert.deepEqual(readdirSync(join(output, "..")), ["site"]);
  });

  test("makes the folders above an output that is new", () => {
    const output = join(temporaryFolder(), "a", "b", "site");
    publish(output, { "index.html": "x" });
    assert.ok(existsSync(join(output, "index.html")));
  });

  test("that is discarded changes nothing", () => {
    const output = join(temporaryFolder(), "site");
    publish(output, { "index.html": "cũ" });
    const staging = openStaging(output, null);
    edit(staging.folder, { "index.html": "mới" });
    staging.discard();
    assert.equal(readFileSync(join(output, "index.html"), "utf8"), "cũ");
    assert.deepEqual(readdirSync(join(output, "..")), ["site"]);
  });

  test("fills an empty folder and replaces a link to an earlier site, not what it points to", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "empty"));
    publish(join(folder, "empty"), { "index.html": "x" });
    symlinkSync(join(folder, "empty"), join(folder, "link"));
    publish(join(folder, "link"), { "index.html": "y" });
    assert.equal(readFileSync(join(folder, "empty/index.html"), "utf8"), "x");
    assert.equal(readFileSync(join(folder, "link/index.html"), "utf8"), "y");
  });
});

describe("what is no earlier site", () => {
  const refused: readonly (readonly [name: string, path: string, message: RegExp])[] = [
    ["a file", "project/README.md", /^--output: ".*README\.md" is a file; name a folder$/],
    [
      "a folder of other files",
      "project",
      /^--output: ".*project" holds files that no build made; name an empty or a new folder$/,
    ],
    [
      "a folder below a file",
      "project/README.md/site",
      /^--output: cannot write beside ".*" \(ENOTDIR: .*; the previous output is untouched$/,
    ],
  ];
  for (const [name, path, message] of refused) {
    test(`${name} is not replaced`, () => {
      const folder = temporaryFolder();
      edit(folder, { "project/README.md": "quý", "project/content/a.md": "quý" });
      assert.throws(() => openStaging(join(folder, path), null), { message });
      assert.deepEqual(filesIn(folder), ["project/README.md", "project/content/a.md"]);
      assert.deepEqual(readdirSync(folder), ["project"]);
    });
  }
});

describe("what killed builds left", () => {
  test("is cleared away, but not the folder of a build that runs", () => {
    const folder = temporaryFolder();
    const running = `.site.new-${process.ppid}`;
    for (const name of [`.site.new-${DEAD}`, running, ".site.new", ".other.new-1", "site.new-1"]) {
      mkdirSync(join(folder, name));
    }
    openStaging(join(folder, "site"), null).discard();
    assert.deepEqual(readdirSync(folder).sort(), [".other.new-1", ".site.new", running, "site.new-1"].sort());
  });

  test("between its two renames is put back, though the next build fails", () => {
    const folder = temporaryFolder();
    edit(folder, { [`.site.old-${DEAD}/index.html`]: "cũ", [`.site.old-${DEAD}/paths.json`]: "[]" });
    openStaging(join(folder, "site"), null).discard();
    assert.deepEqual(filesIn(folder), ["site/index.html", "site/paths.json"]);
  });

  test("after its two renames does not come back over the new site", () => {
    const folder = temporaryFolder();
    edit(folder, {
      [`.site.old-${DEAD}/index.html`]: "cũ",
      "site/index.html": "mới",
      "site/paths.json": "[]",
    });
    openStaging(join(folder, "site"), null).discard();
    assert.equal(readFileSync(join(folder, "site/index.html"), "utf8"), "mới");
    assert.deepEqual(readdirSync(folder), ["site"]);
  });

  test("is found for a name with signs that patterns use", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, `.a+(b).new-${DEAD}`));
    writeFileSync(join(folder, ".aab.new-1"), "");
    openStaging(join(folder, "a+(b)"), null).discard();
    assert.deepEqual(readdirSync(folder), [".aab.new-1"]);
  });
});
