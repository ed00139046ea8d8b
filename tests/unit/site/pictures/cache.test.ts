import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import {
  addObject,
  objectPath,
  openFileCache,
  recall,
  remember,
  saveIndex,
  stampOf,
} from "#site/pictures/cache.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { write } from "./support.ts";

const folder = temporaryFolder();
const stamp = { size: 10, mtimeMs: 1_657_273_380_000 };

test("what was made of a file is recalled while its size and time stay", async () => {
  const cache = await openFileCache<string>(join(folder, "recall"));
  assert.equal(recall(cache, "a.jpg", stamp), null);
  remember(cache, "a.jpg", stamp, "made");
  assert.equal(recall(cache, "a.jpg", stamp), "made");
  assert.equal(recall(cache, "a.jpg", { ...stamp, size: 11 }), null);
  assert.equal(recall(cache, "a.jpg", { ...stamp, mtimeMs: stamp.mtimeMs + 1 }), null);
  assert.equal(recall(cache, "b.jpg", stamp), null);
});

test("the index lasts from run to run, and two runs add to it", async () => {
  const place = join(folder, "index");
  const [a, b] = ["a.jpg", "b.jpg"].map((name) => write(folder, name, "0123456789"));
  assert.ok(a !== undefined && b !== undefined);
  const one = await openFileCache<string>(place);
  const two = await openFileCache<string>(place);
  remember(one, a, stamp, "by one");
  remember(two, b, stamp, "by two");
  await saveIndex(one);
  await saveIndex(two);
  const later = await openFileCache<string>(place);
  assert.equal(recall(later, a, stamp), "by one");
  assert.equal(recall(later, b, stamp), "by two");
});

test("the index forgets files that are gone when it is next written", async () => {
  const place = join(folder, "gone");
  const [here, gone] = ["here.jpg", "gone.jpg"].map((name) => write(folder, name, "0123456789"));
  assert.ok(here !== undefined && gone !== undefined);
  const cache = await openFileCache<string>(place);
  for (const file of [here, gone]) remember(cache, file, stamp, "made");
  await saveIndex(cache);
  rmSync(gone);
  const next = await openFileCache<string>(place);
  assert.equal(recall(next, gone, stamp), "made", "still known until then");
  remember(next, here, stamp, "made again");
  await saveIndex(next);
  assert.deepEqual([...(await openFileCache<string>(place)).index.keys()], [here]);
});

test("an index without news is not written", async () => {
  const cache = await openFileCache<string>(join(folder, "quiet"));
  await saveIndex(cache);
  assert.deepEqual(readdirSync(cache.folder), ["objects"]);
});

for (const broken of ["", "null", "{}", "[[1", '{"a":1}', "[1]"]) {
  test(`an index that says ${JSON.stringify(broken)} counts as empty`, async () => {
    const place = join(folder, "broken");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "files.json"), broken);
    assert.equal((await openFileCache(place)).index.size, 0);
  });
}

test("an object appears whole, under its name", async () => {
  const cache = await openFileCache(join(folder, "objects"));
  await addObject(cache, "key", async (aside) => {
    await writeFile(join(aside, "file"), "content");
    return join(aside, "file");
  });
  assert.equal(readFileSync(objectPath(cache, "key"), "utf8"), "content");
  assert.ok(cache.objects.has("key"));
  assert.deepEqual([...(await openFileCache(cache.folder)).objects], ["key"]);
});

test("an object that could not be made leaves nothing behind", async () => {
  const cache = await openFileCache(join(folder, "failed"));
  await assert.rejects(
    addObject(cache, "key", async (aside) => {
      await writeFile(join(aside, "half"), "half");
      throw new Error("no room");
    }),
    { message: "no room" },
  );
  assert.deepEqual(readdirSync(cache.folder), ["objects"]);
  assert.deepEqual(readdirSync(join(cache.folder, "objects")), []);
});

test("an object that another run has made meanwhile is as good", async () => {
  const cache = await openFileCache(join(folder, "race"));
  const make = async (aside: string) => {
    mkdirSync(join(aside, "key"));
    await writeFile(join(aside, "key", "480.avif"), "same");
    return join(aside, "key");
  };
  await addObject(cache, "key", make);
  await addObject(cache, "key", make);
  assert.equal(readFileSync(join(objectPath(cache, "key"), "480.avif"), "utf8"), "same");
  assert.deepEqual(readdirSync(cache.folder), ["objects"]);
});

test("only a file has a stamp", () => {
  const file = write(folder, "a.txt", "0123456789");
  utimesSync(file, 1_657_273_380, 1_657_273_380);
  assert.deepEqual(stampOf(file), stamp);
  assert.equal(stampOf(folder), null);
  assert.equal(stampOf(join(folder, "none")), null);
});
