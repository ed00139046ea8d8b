import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const MODULE = join(import.meta.dirname, "../../../../scripts/lib/site/render/layout-code.ts");

/** Loads a layout in a process of its own, once for each text, and gives what it printed: compilations and results. */
function load(folder: string, texts: readonly string[], cache: string | null): readonly string[] {
  const layout = join(folder, "a.njk");
  const program = `
    import { writeFileSync } from "node:fs";
    const { layoutCode } = await import(${JSON.stringify(MODULE)});
    for (const text of ${JSON.stringify(texts)}) {
      writeFileSync(${JSON.stringify(layout)}, text);
      const code = layoutCode(${JSON.stringify(layout)}, (source) => (console.log("compiled"), "return " + source), {});
      console.log(JSON.stringify(code));
    }`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: cache ?? "",
      ...(cache === null && { NODE_DISABLE_COMPILE_CACHE: "1" }),
    },
  });
  assert.equal(status, 0, stderr);
  return stdout.trim().split("\n");
}

describe("a layout", () => {
  test("is compiled once, and again when its text changes", () => {
    const printed = load(temporaryFolder(), ["1", "1", "2"], null);
    assert.deepEqual(printed, ["compiled", "1", "1", "compiled", "2"]);
  });

  test("is kept for the next process where Node keeps compiled modules, as long as its text stays", () => {
    const [folder, cache] = [temporaryFolder(), temporaryFolder()];
    assert.deepEqual(load(folder, ["1"], cache), ["compiled", "1"]);
    assert.deepEqual(load(folder, ["1", "2"], cache), ["1", "compiled", "2"]);
    assert.deepEqual(load(folder, ["2", "1"], cache), ["2", "1"]);
  });

  test("of another path is another layout", () => {
    const cache = temporaryFolder();
    load(temporaryFolder(), ["1"], cache);
    assert.deepEqual(load(temporaryFolder(), ["1"], cache), ["compiled", "1"]);
  });

  test("is compiled where nothing can be kept", () => {
    const cache = temporaryFolder();
    load(temporaryFolder(), ["1"], cache);
    const [version = ""] = readdirSync(cache);
    // A file stands where the folder would be.
    const other = temporaryFolder();
    writeFileSync(join(other, version), "");
    assert.deepEqual(load(temporaryFolder(), ["1"], other).slice(-2), ["compiled", "1"]);
  });
});
