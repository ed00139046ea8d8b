import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { DEPLOY_STEPS } from "#publish/deploy.ts";
import { verifyFolder } from "#publish/verify-folder.ts";
import { makeFolder, publishFixture } from "./support/workspace.ts";

const CHILD = new URL("./support/killed-publish.ts", import.meta.url).pathname;

describe("a publish that is killed", () => {
  const isNewLiveAfter = (step: string) => step === "switched" || step === "tidied";
  for (const step of DEPLOY_STEPS) {
    const outcome = isNewLiveAfter(step) ? "new" : "old";
    test(`right after "${step}" leaves the whole ${outcome} release, and the next publish works`, async (t) => {
      const folder = makeFolder(t);
      await publishFixture({ folder, key: null, site: { marker: "cũ" } });
      const child = spawnSync(process.execPath, [CHILD, folder, step, "mới"], { encoding: "utf8" });
      assert.equal(child.signal, "SIGKILL", child.stderr);
      assert.equal(await liveMarker(folder), isNewLiveAfter(step) ? "mới" : "cũ");
      await publishFixture({ folder, key: null, site: { marker: "mới hơn" } });
      assert.equal(await liveMarker(folder), "mới hơn");
    });
  }

  test("at any moment leaves a whole release", async (t) => {
    const folder = makeFolder(t);
    await publishFixture({ folder, key: null, site: { marker: "0" } });
    for (let turn = 1; turn <= 8; turn += 1) {
      const child = spawn(process.execPath, [CHILD, folder, "tidied", String(turn)], { stdio: "ignore" });
      await sleep(120 + 60 * turn);
      child.kill("SIGKILL");
      assert.match(await liveMarker(folder), /^\d$/);
    }
  });
});

/** Marker of the live release, once all its files are proven to be of that release. */
async function liveMarker(folder: string): Promise<string> {
  // A step that the killed publish had begun may still end behind it, and switch.
  const live = realpathSync(`${folder}/www/current`);
  const { changed, missing, extra } = await verifyFolder(live, null);
  assert.deepEqual([...changed, ...missing, ...extra], []);
  const page = readFileSync(`${live}/site/index.html`, "utf8");
  const style = /assets\/site-[0-9a-f]+\.css/.exec(page)?.[0] ?? "";
  const marker = /data-release="([^"]+)"/.exec(page)?.[1] ?? "";
  assert.ok(existsSync(`${folder}/www/kept/${style}`));
  assert.ok(readFileSync(`${live}/site/${style}`, "utf8").includes(`"${marker}"`));
  return marker;
}
