import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { watch } from "../../scripts/lib/site/serve/watch.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const PATIENCE_MS = 20_000;

test("the last of two changes in quick succession is read, also right after a burst was dealt with", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "index.md");
  writeFileSync(file, "một");
  const read: string[] = [];
  const watching = await watch([folder], async (files) => {
    assert.deepEqual(files, [file]);
    read.push(readFileSync(file, "utf8"));
    if (read.length > 1) return;
    await delay(200);
    // Saved twice while the first burst is dealt with: once before its end, once just after it.
    writeFileSync(file, "ba");
    setTimeout(() => writeFileSync(file, "bốn"), 25);
    await delay(15);
  });
  writeFileSync(file, "hai");
  const end = performance.now() + PATIENCE_MS;
  while (read.at(-1) !== "bốn" && performance.now() < end) await delay(20);
  await watching.close();
  assert.deepEqual(read, ["hai", "bốn"]);
});

test("a folder within a hidden one is watched, hidden files in it are not", async () => {
  const folder = join(temporaryFolder(), ".an", "content");
  mkdirSync(join(folder, ".git"), { recursive: true });
  const file = join(folder, "index.md");
  const changed: string[] = [];
  const watching = await watch([folder], async (files) => {
    changed.push(...files);
    await Promise.resolve();
  });
  for (const name of [".git/index", ".nhap.md", "index.md~", "index.md"])
    writeFileSync(join(folder, name), "một");
  const end = performance.now() + PATIENCE_MS;
  while (changed.length === 0 && performance.now() < end) await delay(20);
  await watching.close();
  assert.deepEqual(changed, [file]);
});

test("a burst that grows while another is dealt with is told once it is over, and once", async () => {
  const folder = temporaryFolder();
  const [first = "", second = "", third = ""] = ["a.md", "b.md", "c.md"].map((name) => join(folder, name));
  const bursts: (readonly string[])[] = [];
  const watching = await watch([folder], async (changed) => {
    bursts.push(changed.toSorted());
    if (bursts.length > 1) return;
    writeFileSync(second, "một");
    await delay(200);
    writeFileSync(third, "một");
    await delay(20);
  });
  writeFileSync(first, "một");
  const end = performance.now() + PATIENCE_MS;
  while (bursts.length < 2 && performance.now() < end) await delay(20);
  await delay(300); // Time for a burst too many.
  await watching.close();
  assert.deepEqual(bursts, [[first], [second, third]]);
});

test("files that change together come together", async () => {
  const folder = temporaryFolder();
  const files = ["a.md", "b.md", "c.md"].map((name) => join(folder, name));
  const bursts: (readonly string[])[] = [];
  const watching = await watch([folder], async (changed) => {
    bursts.push(changed.toSorted());
    await Promise.resolve();
  });
  for (const file of files) writeFileSync(file, "một");
  const end = performance.now() + PATIENCE_MS;
  while (bursts.flat().length < files.length && performance.now() < end) await delay(20);
  await watching.close();
  assert.deepEqual(bursts, [files]);
});
