import assert from "node:assert/strict";
import { linkSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openPageStore, writePage } from "#site/render/page-store.ts";
import { filesIn } from "../../../helpers/build-fixture.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";

const DIGEST = "ab".padEnd(40, "0");
const page = (html: string) => ({ html, links: [], problems: [] });

/** A cache with one page of an earlier build. */
function stored(html: string): string {
  const cache = temporaryFolder();
  const store = openPageStore(cache, "1");
  store.add(writePage(store.folder, { digest: DIGEST, target: null }, page(html)));
  store.save();
  return cache;
}

describe("a stored page", () => {
  test("is found by the next build, with what is remembered of it", () => {
    const record = openPageStore(stored("<p>Trăm</p>"), "1").find(DIGEST);
    assert.ok(record !== null);
    assert.equal(record.size, Buffer.byteLength("<p>Trăm</p>"));
    assert.deepEqual([record.links, record.problems], [[], []]);
  });

  const lost: readonly (readonly [name: string, harm: (cache: string, file: string) => void])[] = [
    ["of another size", (_, file) => writeFileSync(file, "casino")],
    ["of the same size, written later", (_, file) => utimesSync(file, 1, 1)],
    ["whose records are broken", (cache) => writeFileSync(join(cache, "pages.json"), '{"version":"1"')],
  ];
  for (const [name, harm] of lost) {
    test(`${name} does not count`, () => {
      const cache = stored("<p>Trăm</p>");
      harm(cache, openPageStore(cache, "1").file(DIGEST));
      assert.equal(openPageStore(cache, "1").find(DIGEST), null);
    });
  }

  test("of another program does not count", () => {
    assert.equal(openPageStore(stored("x"), "2").find(DIGEST), null);
  });

  test("that is written again leaves the bytes of earlier links alone", () => {
    const cache = stored("cũ");
    const store = openPageStore(cache, "1");
    linkSync(store.file(DIGEST), join(cache, "site.html"));
    writePage(store.folder, { digest: DIGEST, target: null }, page("mới"));
    assert.equal(readFileSync(join(cache, "site.html"), "utf8"), "cũ");
    assert.equal(readFileSync(store.file(DIGEST), "utf8"), "mới");
  });

  test("stands at its target, too, in folders that are made, with the times of the stored file", () => {
    const cache = temporaryFolder();
    const target = join(cache, "site/2026/11/x/index.html");
    const { folder } = openPageStore(cache, "1");
    const { record, placed } = writePage(folder, { digest: DIGEST, target }, page("<p>Trăm</p>"));
    assert.equal(readFileSync(target, "utf8"), "<p>Trăm</p>");
    assert.equal(statSync(target).mtimeMs, placed);
    assert.equal(record.modified, placed);
  });

  test("is forgotten when more pages are unused than used", () => {
    const cache = stored("x");
    const store = openPageStore(cache, "1");
    const other = "cd".padEnd(40, "0");
    store.add(writePage(store.folder, { digest: other, target: null }, page("y")));
    store.save();
    assert.equal(filesIn(store.folder).length, 2, "as many used as unused");
    openPageStore(cache, "1").save();
    assert.deepEqual(filesIn(store.folder), []);
  });
});
