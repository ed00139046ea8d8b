import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { join } from "node:path";
import { readFileSync, statSync } from "node:fs";
import { readBuildOptions } from "../../scripts/lib/site/options.ts";
import { runBuild } from "../../scripts/lib/site/run-build.ts";
import { copyOfFixture, edit, filesIn, flagsOf, type Flags } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const folder = temporaryFolder();
const content = copyOfFixture();
const output = join(folder, "site");

/** Lines that a build writes on the terminal. */
async function linesOf(flags: Flags): Promise<readonly string[]> {
  let text = "";
  const all = flagsOf({ content, output, cache: join(folder, "cache"), "no-search": true, ...flags });
  const words = all.filter((word) => word !== "--quiet");
  await runBuild(
    () => readBuildOptions(words, {}, 0),
    { write: (chunk: string) => (text += chunk) },
    () => 0,
  );
  process.exitCode = 0;
  return text.trimEnd().split("\n");
}

/** The largest pages of the site as they lie there, largest first. */
function largestFiles(): readonly { readonly path: string; readonly bytes: number }[] {
  return filesIn(output)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
      bytes: statSync(join(output, file)).size,
    }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3);
}

describe("what a build reports", () => {
  test("are its stages with counts and times, and a summary with the largest pages", async () => {
    const lines = await linesOf({});
    const stages = lines.slice(0, -2).map((line) => line.split(" ")[0]);
    assert.deepEqual(stages, ["content", "pictures", "assets", "pages", "files"]);
    assert.match(lines.at(-2) ?? "", /^\d+ pages \(\d+ rendered\) in 0\.00 s, peak \d+ MB → /);
    const largest = largestFiles().map(({ path, bytes }) => `${path} ${Math.round(bytes / 1000)} kB`);
    assert.equal(lines.at(-1), `largest: ${largest.join(", ")}`);
  });

  test("with --json are JSON objects, one a line, also where nothing was done", async () => {
    const places = readFileSync(join(content, "_data/places.yml"), "utf8");
    edit(content, { "_data/places.yml": places.replace("name: Hà Giang", "name: Hà Giang cũ") });
    for (const step of ["edited", "unchanged"]) {
      const objects = (await linesOf({ json: true })).map((line): unknown => JSON.parse(line));
      const last = objects.at(-1) as {
        readonly summary: { readonly rendered: number; readonly largest: unknown };
      };
      assert.deepEqual(last.summary.largest, largestFiles(), step);
      assert.equal(last.summary.rendered > 0, step === "edited", step);
    }
  });

  test("with --json and mistakes in the content are all of them, then their number", async () => {
    edit(content, { "articles/2022/07/hong/index.md": "---\ntitle: Hỏng\n---\n" });
    const lines = await linesOf({ json: true });
    const objects = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    const errors = objects.filter((object) => "problem" in object).length;
    assert.ok(errors > 1);
    assert.deepEqual(objects.at(-1), { failure: { errors } });
  });
});
