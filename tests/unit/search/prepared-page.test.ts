import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { documentMaker } from "#search/index-step/document.ts";
import { keepPages, keptPages, preparePage } from "#search/index-step/prepared-page.ts";
import { NO_SYNONYMS } from "#search/synonyms.ts";
import { RECORDS } from "../../fixtures/search/records.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** A page, and the same page as the next run finds it in the cache. */
function keptAndFound() {
  const [record] = RECORDS;
  assert.ok(record !== undefined);
  const page = preparePage(`${record.url}#1`, record, documentMaker(NO_SYNONYMS)(record));
  const folder = temporaryFolder();
  const files = keepPages([page], new Map([[page.key, "00_abc"]]));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const found = keptPages(folder).get(page.key);
  assert.ok(found !== undefined);
  return { folder, page, found, files };
}

describe("a page of a part in the cache", () => {
  test("is what was prepared, with the file of its result instead of the means to make it", () => {
    const { folder, page, found } = keptAndFound();
    assert.deepEqual({ ...found, result: null }, { ...page, result: null });
    assert.deepEqual(found.result, { file: join(folder, "fragment/00_abc.pf_fragment") });
  });

  test("is kept again in the same bytes, without the paths of the machine", () => {
    const { found, files } = keptAndFound();
    assert.deepEqual(keepPages([found], new Map([[found.key, "00_abc"]])), files);
  });
});
