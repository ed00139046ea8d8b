import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { verifyFolder } from "#publish/verify-folder.ts";
import { openTarget } from "#publish/targets/open-target.ts";
import type { ReleaseFolder } from "#publish/targets/release-folder.ts";
import { startSshd, type RunningSshd } from "./support/sshd.ts";
import { makeFolder, makeKey, publishFixture, type Cleanup } from "./support/workspace.ts";

describe("publishing by rsync to a real sshd", () => {
  const cleanups: (() => void | Promise<void>)[] = [];
  const cleanup: Cleanup = { after: (clean) => void cleanups.push(clean) };
  const key = makeKey();
  let folder = "";
  let sshd: RunningSshd | null = null;
  const open = (root: string): ReleaseFolder => {
    assert.ok(sshd !== null);
    const target = openTarget("rsync", `${sshd.host}:${root}`, sshd.options, { durable: false });
    cleanup.after(() => target.shell.close());
    return target;
  };

  before(async () => {
    folder = makeFolder(cleanup);
    sshd = await startSshd(cleanup, folder);
  });
  after(async () => {
    for (const clean of cleanups.toReversed()) await clean();
  });

  test("a changed article travels alone: at most three times its bytes", async () => {
    const root = `${folder}/by-rsync`;
    const target = open(root);
    const site = { articles: 400 };
    const first = await publishFixture({ folder, key, target, site });
    assert.ok(first.sentBytes > 0);
    const redirects = [{ from: "/tin/99.html", to: "/2022/07/bai-viet-9/" }];
    const second = await publishFixture({ folder, key, target, site: { ...site, redirects } });
    assert.ok(second.changedFiles < first.changedFiles / 20, `${second.changedFiles} files changed`);
    assert.ok(
      second.sentBytes <= 3 * second.changedBytes,
      `${second.sentBytes} sent, ${second.changedBytes} changed`,
    );
    const { changed, missing, extra } = await verifyFolder(root, key.publicKey);
    assert.deepEqual([...changed, ...missing, ...extra], []);
    const inode = (id: string) => statSync(`${root}/releases/${id}/site/index.html`).ino;
    assert.equal(inode(first.release.id), inode(second.release.id));
  });

  test("list and rollback work from afar", async () => {
    const root = `${folder}/from-afar`;
    const target = open(root);
    const first = await publishFixture({ folder, key, target });
    const second = await publishFixture({ folder, key, target, site: { marker: "phát hành 2" } });
    assert.deepEqual(await target.list(), [first.release.id, second.release.id]);
    await target.switchTo(first.release.id, second.release.id);
    assert.match(readFileSync(`${root}/current/site/index.html`, "utf8"), /phát hành 1/);
  });

  test("a folder name with spaces and quotes does no harm", async () => {
    const root = `${folder}/cổng 'thông tin' $(touch x)`;
    const { release } = await publishFixture({ folder, key, target: open(root) });
    assert.ok(existsSync(`${root}/releases/${release.id}/site/index.html`));
  });

  test("files are readable by the web server whatever the publisher's umask", async () => {
    const root = `${folder}/umask`;
    const before = process.umask(0o077);
    await publishFixture({ folder, key, target: open(root) }).finally(() => process.umask(before));
    const mode = (path: string) => (statSync(`${root}/current/site/${path}`).mode & 0o777).toString(8);
    assert.deepEqual(
      [mode("index.html"), mode("manifest/manifest.json"), mode("2022/07")],
      ["644", "644", "755"],
    );
  });

  test("the command publishes, lists, verifies and says what went wrong in one line", () => {
    assert.ok(sshd !== null);
    const to = `${sshd.host}:${folder}/by-command`;
    const ssh = [`--ssh=${sshd.options.join(" ")}`];
    const site = [
      "--site",
      `${folder}/_site`,
      "--cache",
      `${folder}/cache`,
      "--base-url",
      "https://btg.example.vn/",
    ];
    const secret = key.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
    const run = (...words: readonly string[]) =>
      spawnSync(process.execPath, ["scripts/publish.ts", ...words], {
        encoding: "utf8",
        env: { ...process.env, TRANG_TIN_SIGNING_KEY: secret },
      });
    const published = run(
      "--target",
      "rsync",
      "--to",
      to,
      ...ssh,
      ...site,
      "--after",
      `touch '${folder}/reloaded'`,
    );
    assert.match(
      published.stdout,
      /^\d{8}T\d{6}Z-[0-9a-f]{7} is live at .*: 22 pages, [\d,]+ files, [\d.]+ s\nchanged /,
    );
    assert.ok(existsSync(`${folder}/reloaded`));
    assert.match(
      run("list", "--to", to, ...ssh).stdout,
      /^\* \S+ {2}22 pages, \d+ files, signed, commit unknown\n$/,
    );
    assert.match(
      run("verify", `${folder}/by-command`, "--public-key", key.publicKey).stdout,
      /files, all as published\n$/,
    );
    writeFileSync(`${folder}/by-command/current/site/la.html`, "x");
    const verified = run("verify", `${folder}/by-command`);
    assert.equal(verified.status, 1);
    assert.match(verified.stdout, /^extra {4}la.html$/m);
    const wrong = run("--target", "rsync", "--to", "nowhere", ...site);
    assert.deepEqual(
      [wrong.status, wrong.stderr],
      [1, 'publish: --to "nowhere": write it as deploy@web.example.vn:/srv/trang-tin\n'],
    );
  });
});
