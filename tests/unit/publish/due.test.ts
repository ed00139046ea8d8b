import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, test } from "node:test";
import { isDue } from "#publish/due.ts";

const NOW = new Date("2026-07-17T01:00:00Z");

describe("whether a scheduled page is due", () => {
  test("at its very minute it is, whatever the zone it is written in", () => {
    assert.ok(isDue({ at: "2026-07-17T08:00:00+07:00" }, NOW));
  });
  test("a second before it is not", () => assert.ok(!isDue({ at: "2026-07-17T08:00:01+07:00" }, NOW)));
  test("where nothing is scheduled it never is", () => assert.ok(!isDue({ at: null }, NOW)));
  for (const json of [{}, null, "2026-07-17", { at: "mai" }, { at: 5 }]) {
    test(`${JSON.stringify(json)} is refused`, () =>
      assert.throws(() => isDue(json, NOW), /next-publish.json: expected/));
  }
});

test("the command answers before anything is installed", (t) => {
  const folder = mkdtempSync(`${tmpdir()}/trang-tin-due-`);
  t.after(() => rmSync(folder, { recursive: true }));
  for (const path of ["package.json", "scripts"]) cpSync(path, `${folder}/${path}`, { recursive: true });
  writeFileSync(`${folder}/next.json`, '{"at": "2020-01-01T00:00:00Z"}');
  const run = spawnSync(process.execPath, ["scripts/publish.ts", "due", "next.json"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.deepEqual([run.stdout, run.stderr], ["due\n", ""]);
});
