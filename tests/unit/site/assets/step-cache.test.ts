import assert from "node:assert/strict";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import { hashedFile } from "#site/assets/output-file.ts";
import { cachedStep } from "#site/assets/step-cache.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

let folder: string;
let input: string;
let calls: number;

beforeEach(async () => {
  folder = temporaryFolder();
  input = join(folder, "styles");
  calls = 0;
  await mkdir(join(input, "parts"), { recursive: true });
  await writeFile(join(input, "parts", "a.css"), "a");
});

function run(settings: readonly string[] = []) {
  const cache = join(folder, "cache");
  return cachedStep({ cache, step: "styles", inputs: [input], settings }, () => {
    calls += 1;
    return Promise.resolve([
      hashedFile("b.css", new Uint8Array([calls])),
      hashedFile("a.css", new Uint8Array([9])),
    ]);
  });
}

describe("a cached step", () => {
  it("runs once for the same inputs, and gives the same files in the same order", async () => {
    const first = await run();
    const second = await run();
    assert.equal(calls, 1);
    assert.deepEqual(
      second.map((file) => [file.name, file.path, [...file.bytes]]),
      first.map((file) => [file.name, file.path, [...file.bytes]]),
    );
  });

  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["a file changes", () => writeFile(join(input, "parts", "a.css"), "b")],
    ["a file is added", () => writeFile(join(input, "b.css"), "")],
    [
      "a file gets another name",
      async () => {
        await rm(join(input, "parts", "a.css"));
        await writeFile(join(input, "parts", "c.css"), "a");
      },
    ],
  ];
  for (const [name, change] of changes) {
    it(`runs again when ${name}`, async () => {
      await run();
      await change();
      await run();
      assert.equal(calls, 2);
    });
  }

  it("runs again for other settings", async () => {
    await run(["x"]);
    await run(["y"]);
    assert.equal(calls, 2);
  });

  it("runs again where the cache was damaged", async () => {
    await run();
    const [kept] = await readdir(join(folder, "cache", "assets"));
    await rm(join(folder, "cache", "assets", kept ?? "", "0"));
    await run();
    assert.equal(calls, 2);
  });

  it("keeps nothing when the step fails", async () => {
    const failing = cachedStep(
      { cache: join(folder, "cache"), step: "styles", inputs: [input], settings: [] },
      () => Promise.reject(new Error("wrong style")),
    );
    await assert.rejects(failing, new Error("wrong style"));
    await run();
    assert.equal(calls, 1);
  });
});
