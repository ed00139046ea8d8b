import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ContentError, type Problem } from "#domain/problem.ts";
import type { BuildReport } from "#site/build-portal.ts";
import { failureOf, summaryOf } from "#site/summary.ts";

const warning: Problem = {
  file: "content/articles/2022/07/x/index.md",
  line: 5,
  column: 10,
  field: "cover.alt",
  message: "Thiếu lời tả ảnh.",
  severity: "warning",
};
const report: BuildReport = {
  pages: 14196,
  rendered: 13,
  largest: [
    { path: "/ban-do-trang/", bytes: 212_400 },
    { path: "/", bytes: 98_700 },
  ],
  problems: [warning],
};
const cost = { milliseconds: 2104, peakMegabytes: 310 };
const summary = (form: "text" | "quiet" | "json", other: Partial<BuildReport> = {}): readonly string[] =>
  summaryOf({ ...report, ...other }, cost, { report: form, output: "/srv/_site" });

const SAID = 'content/articles/2022/07/x/index.md:5:10 cảnh báo: "cover.alt": Thiếu lời tả ảnh.';

describe("the summary of a build", () => {
  test("names warnings, pages, time, memory and the largest pages", () => {
    assert.deepEqual(summary("text"), [
      SAID,
      "14196 pages (13 rendered) in 2.10 s, peak 310 MB → /srv/_site",
      "largest: /ban-do-trang/ 212 kB, / 99 kB",
    ]);
  });

  test("leaves out the largest pages where there are none", () => {
    assert.equal(summary("text", { largest: [], problems: [] }).length, 1);
  });

  test("that is quiet has warnings alone", () => assert.deepEqual(summary("quiet"), [SAID]));

  test("for machines is one JSON object a line", () => {
    assert.deepEqual(
      summary("json").map((line): unknown => JSON.parse(line)),
      [
        { problem: warning },
        {
          summary: {
            pages: 14196,
            rendered: 13,
            milliseconds: 2104,
            peakMegabytes: 310,
            largest: report.largest,
            output: "/srv/_site",
          },
        },
      ],
    );
  });
});

describe("a build that fails", () => {
  const content = new ContentError([warning, { ...warning, severity: "error", message: "Sai." }]);

  test("tells editors every problem and how many are errors", () => {
    for (const form of ["text", "quiet"] as const)
      assert.deepEqual(failureOf(content, form), [
        SAID,
        'content/articles/2022/07/x/index.md:5:10 "cover.alt": Sai.',
        "1 lỗi. Trang chưa được dựng; bản trước vẫn giữ nguyên.",
      ]);
  });

  test("tells operators the message alone", () => {
    assert.deepEqual(failureOf(new Error("--output: no space"), "text"), ["--output: no space"]);
    assert.deepEqual(failureOf("aborted", "quiet"), ["aborted"]);
  });

  test("tells machines one JSON object a line", () => {
    assert.deepEqual(
      failureOf(content, "json").map((line): unknown => JSON.parse(line)),
      [{ problem: warning }, { problem: content.problems[1] }, { failure: { errors: 1 } }],
    );
    assert.deepEqual(failureOf(new Error("--output: no space"), "json"), [
      '{"failure":{"message":"--output: no space"}}',
    ]);
  });
});
