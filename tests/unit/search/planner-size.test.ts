import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { makeScripts } from "../../../scripts/lib/site/assets/scripts.ts";

const files = await makeScripts(fileURLToPath(new URL("../../../assets/browser", import.meta.url)));
const texts = new Map(
  files.map(({ path, bytes }) => [path.replace("assets/", ""), new TextDecoder().decode(bytes)]),
);

/** Compressed bytes of a file and of the parts it cannot start without, each once. */
function sizeOf(path: string): number {
  const needed = new Set([path]);
  for (const one of needed)
    for (const [, name = ""] of (texts.get(one) ?? "").matchAll(
      /(?:from|import)\s*"\.\/(part\.[a-z\d]+\.js)"/g,
    ))
      needed.add(name);
  return [...needed].reduce((sum, one) => sum + gzipSync(texts.get(one) ?? "", { level: 9 }).length, 0);
}

const [planner, ...others] = [...texts]
  .filter(([, text]) => text.includes("bao nhieu"))
  .map(([path]) => path);
const page = files.find(({ name }) => name === "search.js")?.path.replace("assets/", "") ?? "";

test("the query planner is a part of its own, of at most 10 kB compressed", () => {
  assert.equal(others.length, 0);
  assert.match(planner ?? "", /^part\./);
  const size = sizeOf(planner ?? "");
  assert.ok(size > 1000 && size <= 10_000, `${size} bytes`);
});

test("the search page itself starts with at most 6 kB", () => {
  const size = sizeOf(page);
  assert.ok(size > 1000 && size <= 6000, `${size} bytes`);
});
