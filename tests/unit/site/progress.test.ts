import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createProgress } from "../../../scripts/lib/site/progress.ts";

/** What a terminal receives of two stages; each tick takes half a second. */
function written(report: "text" | "quiet" | "json", isTTY: boolean): readonly string[] {
  const lines: string[] = [];
  let now = 0;
  const progress = createProgress(report, { isTTY, write: (text) => lines.push(text) }, () => now);
  const pages = progress.stage("pages", 4);
  for (let page = 0; page < 4; page++) {
    now += 500;
    pages.tick();
  }
  pages.end("3 rendered, 1 unchanged");
  progress.stage("search").end();
  return lines;
}

describe("progress", () => {
  test("in a file or a pipe is one line a stage: name, count, time, note", () => {
    assert.deepEqual(written("text", false), [
      "pages            4   2.00 s  3 rendered, 1 unchanged\n",
      "search               0.00 s  \n",
    ]);
  });

  test("on a terminal is drawn in place meanwhile, with rate and time left", () => {
    const lines = written("text", true);
    assert.equal(lines[0], "\r\x1b[2Kpages      1/4  2/s  2 s left");
    assert.equal(lines[3], "\r\x1b[2Kpages      4/4  2/s");
    assert.equal(lines[4], "\r\x1b[2K");
  });

  test("counts what a part of the work did at once, of a total that becomes known on the way", () => {
    const lines: string[] = [];
    let now = 0;
    const progress = createProgress("text", { isTTY: true, write: (text) => lines.push(text) }, () => now);
    const search = progress.stage("search");
    for (const done of [625, 1250]) {
      now += 500;
      search.reach(done, 10_000);
    }
    search.end("10000 pages in 16 parts, 16 made now");
    assert.deepEqual(lines, [
      "\r\x1b[2Ksearch     625/10000  1250/s  8 s left",
      "\r\x1b[2Ksearch     1250/10000  1250/s  7 s left",
      "\r\x1b[2K",
      "search        1250   1.00 s  10000 pages in 16 parts, 16 made now\n",
    ]);
  });

  test("for machines is one JSON object a stage", () => {
    assert.deepEqual(
      written("json", true).map((line): unknown => JSON.parse(line)),
      [
        { stage: "pages", count: 4, milliseconds: 2000, note: "3 rendered, 1 unchanged" },
        { stage: "search", count: 0, milliseconds: 0, note: "" },
      ],
    );
  });

  test("that is quiet writes nothing", () => assert.deepEqual(written("quiet", true), []));
});
