import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openStaging, settleOutput } from "#site/output/staging.ts";
import { edit, filesIn } from "../../../helpers/build-fixture.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

/** A process id that is not in use: that of a process that has ended. */
const DEAD = spawnSync("true").pid;

/** An output with its cache, and builds of it: files written and files placed from the cache. */
function site() {
  const folder = temporaryFolder();
  const output = join(folder, "site");
  const cache = join(folder, "cache");
  const store = join(folder, "store");
  return {
    folder,
    output,
    build: (
      written: Readonly<Record<string, string>>,
      placed: Readonly<Record<string, string>> = {},
    ): void => {
      const staging = openStaging(output, cache);
      edit(staging.folder, { "paths.json": "[]", ...written });
      for (const [path, text] of Object.entries(placed)) {
        mkdirSync(store, { recursive: true });
        const source = join(store, text);
        writeFileSync(source, text, { flag: "a+" });
        if (readFileSync(source, "utf8") !== text) writeFileSync(source, text);
        staging.place(path, source, text);
      }
      staging.publish();
    },
    read: (path: string) => readFileSync(join(output, path), "utf8"),
    inode: (path: string) => statSync(join(output, path)).ino,
  };
}

describe("a second build", () => {
  test("leaves what is the same where it stands", () => {
    const { build, inode, output } = site();
    build({ "feed.xml": "một" }, { "a/index.html": "a", "b/index.html": "b" });
    const before = ["paths.json", "feed.xml", "a/index.html", "b/index.html"].map(inode);
    const folder = statSync(output).ino;
    build({ "feed.xml": "một" }, { "a/index.html": "a", "b/index.html": "b" });
    assert.deepEqual(["paths.json", "feed.xml", "a/index.html", "b/index.html"].map(inode), before);
    assert.equal(statSync(output).ino, folder);
  });

  test("replaces what differs, adds what is new and removes what is gone, with its folders", () => {
    const { build, read, output, folder } = site();
    build({ "feed.xml": "một", "old.txt": "x" }, { "a/index.html": "a", "b/c/d/index.html": "d" });
    build({ "feed.xml": "hai" }, { "a/index.html": "a2", "e/index.html": "e" });
    assert.deepEqual(filesIn(output), ["a/index.html", "e/index.html", "feed.xml", "paths.json"]);
    assert.deepEqual(readdirSync(output).sort(), ["a", "e", "feed.xml", "paths.json"]);
    assert.deepEqual([read("a/index.html"), read("feed.xml")], ["a2", "hai"]);
    assert.deepEqual(readdirSync(folder).sort(), ["cache", "site", "store"]);
  });

  test("puts folders in place of files and files in place of folders", () => {
    const { build, output } = site();
    build({ x: "file", "y/index.html": "folder", "y/z/index.html": "folder" });
    build({ "x/index.html": "folder", y: "file" });
    assert.deepEqual(filesIn(output), ["paths.json", "x/index.html", "y"]);
  });

  const tampered: readonly (readonly [name: string, harm: (output: string) => void])[] = [
    ["a page that was changed", (output) => writeFileSync(join(output, "a/index.html"), "casino")],
    ["a page that was deleted", (output) => rmSync(join(output, "a/index.html"))],
    ["a folder that was deleted", (output) => rmSync(join(output, "a"), { recursive: true })],
    ["a feed that was changed", (output) => writeFileSync(join(output, "feed.xml"), "casino")],
    ["a file that was added", (output) => writeFileSync(join(output, "a/casino.html"), "casino")],
    ["a folder that was added", (output) => edit(output, { "casino/x/index.html": "casino" })],
  ];
  for (const [name, harm] of tampered) {
    test(`mends ${name}`, () => {
      const { build, output, read } = site();
      const all = { "a/index.html": "a", "a/b/index.html": "b" };
      build({ "feed.xml": "một" }, all);
      harm(output);
      rmSync(join(output, "../store"), { recursive: true });
      build({ "feed.xml": "một" }, all);
      assert.deepEqual(filesIn(output), ["a/b/index.html", "a/index.html", "feed.xml", "paths.json"]);
      assert.deepEqual([read("a/index.html"), read("feed.xml")], ["a", "một"]);
    });
  }

  test("without its cache replaces the whole output", () => {
    const { build, output, folder } = site();
    build({}, { "a/index.html": "a" });
    writeFileSync(join(output, "foreign.txt"), "x");
    rmSync(join(folder, "cache"), { recursive: true });
    build({}, { "a/index.html": "a" });
    assert.deepEqual(filesIn(output), ["a/index.html", "paths.json"]);
  });

  test("replaces a link to an output, not what it points to", () => {
    const { build, output, folder, read } = site();
    build({ "index.html": "cũ" });
    symlinkSync(output, join(folder, "link"));
    const staging = openStaging(join(folder, "link"), join(folder, "cache"));
    edit(staging.folder, { "paths.json": "[]", "index.html": "mới" });
    staging.publish();
    assert.equal(read("index.html"), "cũ");
    assert.equal(readFileSync(join(folder, "link/index.html"), "utf8"), "mới");
  });
});

describe("many files placed at once", () => {
  const MANY = 1200;
  const manyOf = (store: string, key: string) =>
    Array.from(
      { length: MANY },
      (_, at) => [`pictures/${at % 7}/${at}.txt`, join(store, "one.txt"), key] as const,
    );

  for (const [output, before] of [
    ["in a new output", 0],
    ["over an earlier one", 1],
  ] as const) {
    test(`stand there and are known to the next build, ${output}`, async () => {
      const { folder, output, build, inode } = site();
      const store = join(folder, "store");
      edit(store, { "one.txt": "một" });
      if (before > 0) build({ "index.html": "cũ" });
      const staging = openStaging(output, join(folder, "cache"));
      edit(staging.folder, { "paths.json": "[]" });
      await staging.placeAll(manyOf(store, "1"));
      staging.publish();
      assert.equal(filesIn(join(output, "pictures")).length, MANY);
      assert.equal(inode("pictures/3/3.txt"), statSync(join(store, "one.txt")).ino);

      const next = openStaging(output, join(folder, "cache"));
      edit(next.folder, { "paths.json": "[]" });
      assert.ok(next.holds("pictures/0/7.txt", "1"));
      await next.placeAll(manyOf(store, "1"));
      assert.deepEqual(readdirSync(next.folder), ["paths.json"], "nothing is linked again");
      next.publish();
      assert.equal(filesIn(output).length, MANY + 1);
    });
  }

  test("are an error where the cache was emptied meanwhile", async () => {
    const { folder, output } = site();
    const staging = openStaging(output, join(folder, "cache"));
    await assert.rejects(staging.placeAll(manyOf(join(folder, "store"), "1")), {
      message: `${join(folder, "store/one.txt")} is gone: the cache was emptied during the build. Build again.`,
    });
    staging.discard();
  });
});

describe("a build killed while it changes the output", () => {
  /** The state after the first of two moves: the journal stands beside the output. */
  function killed(): string {
    const folder = temporaryFolder();
    const journal = { staging: `.site.new-${DEAD}`, moves: ["a.html", "b/b.html"], removals: ["c/c.html"] };
    edit(folder, {
      "site/paths.json": "[]",
      "site/a.html": "mới",
      "site/c/c.html": "cũ",
      [`.site.new-${DEAD}/b/b.html`]: "mới",
      [`.site.changes-${DEAD}`]: JSON.stringify(journal),
    });
    return folder;
  }

  test("is finished by the next command", () => {
    const folder = killed();
    settleOutput(join(folder, "site"));
    assert.deepEqual(filesIn(folder), ["site/a.html", "site/b/b.html", "site/paths.json"]);
    assert.deepEqual(readdirSync(folder), ["site"]);
    assert.equal(readFileSync(join(folder, "site/b/b.html"), "utf8"), "mới");
  });

  test("is finished by the next build, even one that fails", () => {
    const folder = killed();
    openStaging(join(folder, "site"), null).discard();
    assert.deepEqual(filesIn(folder), ["site/a.html", "site/b/b.html", "site/paths.json"]);
  });

  test("leaves the old site where its journal was not complete", () => {
    const folder = temporaryFolder();
    edit(folder, { "site/a.html": "cũ", "site/paths.json": "[]", [`.site.new-${DEAD}/a.html`]: "mới" });
    writeFileSync(join(folder, `.site.changes-${DEAD}.part`), '{"staging":');
    settleOutput(join(folder, "site"));
    assert.deepEqual(readdirSync(folder), ["site"]);
    assert.equal(readFileSync(join(folder, "site/a.html"), "utf8"), "cũ");
  });

  test("is left alone while it still runs", () => {
    const folder = temporaryFolder();
    edit(folder, { "site/paths.json": "[]", [`.site.changes-${process.ppid}`]: "{}" });
    settleOutput(join(folder, "site"));
    assert.deepEqual(readdirSync(folder).sort(), [`.site.changes-${process.ppid}`, "site"]);
  });
});
