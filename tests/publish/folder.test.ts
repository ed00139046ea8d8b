import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { test } from "node:test";
import { PublishRefused } from "#publish/publish-release.ts";
import { verifyFolder } from "#publish/verify-folder.ts";
import { localTarget, makeFolder, makeKey, publishFixture } from "./support/workspace.ts";

test("a first publish makes a release, its manifest and the current link", async (t) => {
  const folder = makeFolder(t);
  const { release } = await publishFixture({ folder, key: makeKey() });
  assert.equal(readlinkSync(`${folder}/www/current`), `releases/${release.id}`);
  assert.match(release.id, /^20260717T093000Z-[0-9a-f]{7}$/);
  assert.equal(release.root.pages, 22);
  const { changed, missing, extra } = await verifyFolder(`${folder}/www`, release.root.key);
  assert.deepEqual({ changed, missing, extra }, { changed: [], missing: [], extra: [] });
});

test("a second publish sends only what changed and shares the rest on disk", async (t) => {
  const folder = makeFolder(t);
  const key = makeKey();
  const first = await publishFixture({ folder, key });
  const site = { redirects: [] };
  const second = await publishFixture({ folder, key, site });
  const inode = (id: string) =>
    statSync(`${folder}/www/releases/${id}/site/2022/07/bai-viet-1/index.html`).ino;
  assert.equal(inode(first.release.id), inode(second.release.id));
  assert.ok(
    second.changedFiles < first.changedFiles / 2,
    `${second.changedFiles} of ${first.changedFiles} files`,
  );
  assert.equal(second.sentBytes, second.changedBytes);
  assert.ok(!existsSync(`${folder}/www/current/site/tin/12.html`), "a page that is gone left the release");
  assert.ok(!existsSync(`${folder}/www/current/site/tin`), "and so did its folder");
  assert.ok(
    existsSync(`${folder}/www/releases/${first.release.id}/site/tin/12.html`),
    "and stayed in the old one",
  );
});

test("a web server of another user can read the whole release, first and later ones", async (t) => {
  const folder = makeFolder(t);
  const key = makeKey();
  const first = await publishFixture({ folder, key });
  const second = await publishFixture({ folder, key, site: { marker: "phát hành 2" } });
  for (const { release } of [first, second]) {
    const root = `${folder}/www/releases/${release.id}`;
    for (const path of [".", ...readdirSync(root, { recursive: true, encoding: "utf8" })]) {
      const { mode } = statSync(`${root}/${path}`);
      const [kind, wanted] = (mode & 0o040000) === 0 ? ["file", 0o644] : ["folder", 0o755];
      assert.equal((mode & 0o777).toString(8), wanted.toString(8), `${kind} ${path}`);
    }
  }
});

test("publishing never writes into files of an earlier release", async (t) => {
  const folder = makeFolder(t);
  const key = makeKey();
  const first = await publishFixture({ folder, key });
  await publishFixture({ folder, key, site: { marker: "phát hành 2" } });
  const { changed, missing, extra } = await verifyFolder(
    `${folder}/www/releases/${first.release.id}`,
    key.publicKey,
  );
  assert.deepEqual([...changed, ...missing, ...extra], []);
});

test("a later edit of the build's folder does not reach a release", async (t) => {
  const folder = makeFolder(t);
  await publishFixture({ folder, key: null });
  appendFileSync(`${folder}/_site/index.html`, "chưa duyệt");
  assert.doesNotMatch(readFileSync(`${folder}/www/current/site/index.html`, "utf8"), /chưa duyệt/);
});

test("releases keep their order when the clock goes back", async (t) => {
  const folder = makeFolder(t);
  const first = await publishFixture({ folder, key: null });
  const now = new Date("2020-01-01T00:00:00Z");
  const second = await publishFixture({ folder, key: null, now, site: { marker: "phát hành 2" } });
  assert.ok(second.release.id > first.release.id);
  assert.equal(second.release.root.created, "2026-07-17T09:30:01Z");
});

test("old releases go, the newest ones and the live one stay", async (t) => {
  const folder = makeFolder(t);
  const target = localTarget(folder);
  const ids: string[] = [];
  for (const marker of ["1", "2", "3", "4"]) {
    ids.push((await publishFixture({ folder, key: null, keep: 2, site: { marker } })).release.id);
  }
  assert.deepEqual(await target.list(), ids.slice(-2));
  await target.switchTo(ids[2] ?? "", undefined);
  await target.tidy(1);
  assert.deepEqual(
    await target.list(),
    ids.slice(-2),
    "the live release stays although it is not the newest",
  );
});

test("a rollback is one switch, and the newer release's hashed files stay reachable", async (t) => {
  const folder = makeFolder(t);
  const target = localTarget(folder);
  const first = await publishFixture({ folder, key: null });
  const second = await publishFixture({ folder, key: null, site: { marker: "phát hành 2" } });
  const style = [...second.release.files.keys()].find((path) => /^assets\/.*\.css$/.test(path)) ?? "";
  assert.ok(!first.release.files.has(style));
  await target.switchTo(first.release.id, second.release.id);
  assert.equal(await target.current(), first.release.id);
  assert.ok(existsSync(`${folder}/www/kept/${style}`));
});

test("two publishes at once: the later one to finish says so and changes nothing", async (t) => {
  const folder = makeFolder(t);
  const target = localTarget(folder);
  await publishFixture({ folder, key: null });
  const before = await target.current();
  const slow = target.switchTo("20260717T093000Z-0000000", "20200101T000000Z-0000000");
  await assert.rejects(slow, /failed/);
  assert.equal(await target.current(), before);
  const race = target.switchTo(before ?? "", "20200101T000000Z-0000000");
  await assert.rejects(race, /another publish went live meanwhile; run this one again/);
});

test("a refused site leaves the live release and no rubbish", async (t) => {
  const folder = makeFolder(t);
  const first = await publishFixture({ folder, key: null });
  const shrunk = publishFixture({ folder, key: null, site: { articles: 3 } });
  await assert.rejects(shrunk, (error) => {
    assert.ok(error instanceof PublishRefused);
    assert.match(
      error.message,
      /5 pages now, 22 in the live release: fewer than half. If that is meant: --allow-shrink/,
    );
    assert.match(
      error.message,
      /Bài "Trang 2022\/07\/bai-viet-10\/" \(\/2022\/07\/bai-viet-10\/\) đã đăng nhưng/,
    );
    return true;
  });
  const target = localTarget(folder);
  assert.equal(await target.current(), first.release.id);
  assert.deepEqual(await target.list(), [first.release.id]);
});

test("one flipped byte, one added file and one deleted file are all found", async (t) => {
  const folder = makeFolder(t);
  const key = makeKey();
  const { release } = await publishFixture({ folder, key });
  const site = `${folder}/www/current/site`;
  const page = readFileSync(`${site}/2022/07/bai-viet-3/index.html`);
  page[100] = (page[100] ?? 0) ^ 1;
  rmSync(`${site}/2022/07/bai-viet-3/index.html`);
  writeFileSync(`${site}/2022/07/bai-viet-3/index.html`, page);
  writeFileSync(`${site}/2022/ca-cuoc.html`, "<a href='https://example.com/'>");
  writeFileSync(`${folder}/www/kept/assets/la-4f1c2a9b.js`, "alert(1)");
  rmSync(`${site}/robots.txt`);
  const { changed, missing, extra } = await verifyFolder(`${folder}/www`, release.root.key);
  assert.deepEqual(
    { changed, missing, extra },
    {
      changed: ["2022/07/bai-viet-3/index.html"],
      missing: ["robots.txt"],
      extra: ["2022/ca-cuoc.html", "kept/assets/la-4f1c2a9b.js"],
    },
  );
});

test("the next publish takes foreign files out and says so", async (t) => {
  const folder = makeFolder(t);
  await publishFixture({ folder, key: null });
  const spare = (await localTarget(folder).current()) ?? "";
  for (const place of [`releases/${spare}`, `incoming/spare-${spare}`]) {
    writeFileSync(`${folder}/www/${place}/site/ca-cuoc.html`, "x");
  }
  const second = await publishFixture({ folder, key: null, site: { marker: "phát hành 2" } });
  assert.deepEqual(second.foreignFiles, ["site/ca-cuoc.html"]);
  assert.deepEqual(second.notices, ["removed 1 foreign files: site/ca-cuoc.html"]);
  assert.ok(!existsSync(`${folder}/www/current/site/ca-cuoc.html`));
});

test("a live release with a forged manifest is not built upon, except from scratch with --full", async (t) => {
  const folder = makeFolder(t);
  const key = makeKey();
  await publishFixture({ folder, key });
  const lists = `${folder}/www/current/site/manifest`;
  const list = `${lists}/${readdirSync(lists).find((name) => name.endsWith(".sha256")) ?? ""}`;
  const text = readFileSync(list, "utf8");
  rmSync(list);
  writeFileSync(
    list,
    text.replace(/^[0-9a-f]/, (digit) => (digit === "0" ? "1" : "0")),
  );
  const site = { marker: "phát hành 2" };
  await assert.rejects(
    publishFixture({ folder, key, site }),
    /the live release cannot be trusted: manifest\/[0-9a-f].sha256 is not/,
  );
  const repaired = await publishFixture({ folder, key, site, full: true });
  assert.equal(repaired.changedFiles, repaired.release.files.size + repaired.release.manifest.length);
  const { changed, missing, extra } = await verifyFolder(`${folder}/www/current`, key.publicKey);
  assert.deepEqual([...changed, ...missing, ...extra], []);
});

test("a switch in the middle of a verification is no tampering", async (t) => {
  const folder = makeFolder(t);
  const first = await publishFixture({ folder, key: null, site: { marker: "phát hành 1" } });
  await publishFixture({ folder, key: null, site: { marker: "phát hành 2" } });
  const verification = verifyFolder(`${folder}/www`, null);
  rmSync(`${folder}/www/current`);
  symlinkSync(`releases/${first.release.id}`, `${folder}/www/current`);
  const { changed, missing, extra } = await verification;
  assert.deepEqual([...changed, ...missing, ...extra], []);
});

test("a signature by another key is refused", async (t) => {
  const folder = makeFolder(t);
  await publishFixture({ folder, key: makeKey() });
  const wrongKey = verifyFolder(`${folder}/www`, makeKey().publicKey);
  await assert.rejects(wrongKey, /the signature does not fit the manifest and the key/);
});

test("a site under a base path lies under it in the release", async (t) => {
  const folder = makeFolder(t);
  const site = { baseUrl: "https://tinh.example.vn/btg/", redirects: [] };
  const { release } = await publishFixture({ folder, key: null, site });
  assert.ok(lstatSync(`${folder}/www/current/site/btg/index.html`).isFile());
  assert.ok(existsSync(`${folder}/www/kept/btg/assets`));
  const { changed, missing, extra } = await verifyFolder(`${folder}/www`, null);
  assert.deepEqual([release.root.site, ...changed, ...missing, ...extra], ["https://tinh.example.vn/btg/"]);
});
