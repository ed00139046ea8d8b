import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ContentError,
  formatProblem,
  sortProblems,
  type Problem,
} from "../../../scripts/lib/domain/problem.ts";

const PROBLEM: Problem = {
  file: "content/articles/2022/07/x/index.md",
  line: 5,
  column: 10,
  field: "section",
  message: '"kinhte" không phải là chuyên mục. Có phải "kinh-te"?',
  severity: "error",
};

test("an error is one line: file, line, column, field, what is wrong and how to mend it", () => {
  assert.equal(
    formatProblem(PROBLEM),
    'content/articles/2022/07/x/index.md:5:10 "section": "kinhte" không phải là chuyên mục. Có phải "kinh-te"?',
  );
});

test("a problem of the text has no field", () => {
  assert.equal(
    formatProblem({ ...PROBLEM, field: null, message: "Sai." }),
    "content/articles/2022/07/x/index.md:5:10 Sai.",
  );
});

test("a warning says so", () => {
  assert.equal(
    formatProblem({ ...PROBLEM, severity: "warning", message: "Xem lại." }),
    'content/articles/2022/07/x/index.md:5:10 cảnh báo: "section": Xem lại.',
  );
});

test("problems are read by file, line and column, numbers by value", () => {
  const at = (file: string, line: number, column: number): Problem => ({ ...PROBLEM, file, line, column });
  const sorted = [at("a", 2, 1), at("a", 10, 1), at("a", 10, 3), at("b", 1, 1)];
  const mixed = [sorted[3], sorted[1], sorted[2], sorted[0]].filter((problem) => problem !== undefined);
  assert.deepEqual(sortProblems(mixed), sorted);
  assert.deepEqual(mixed[0], sorted[3], "the given list stays as it was");
});

test("the error of a run carries every problem and reads as their lines", () => {
  const second: Problem = { ...PROBLEM, line: 7, field: null, message: "Sai." };
  const error = new ContentError([PROBLEM, second]);
  assert.deepEqual(error.problems, [PROBLEM, second]);
  assert.equal(error.message, `${formatProblem(PROBLEM)}\n${formatProblem(second)}`);
});
