import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Problem } from "#domain/problem.ts";
import { githubAnnotations } from "#content/reporting/github-annotations.ts";
import { gitlabCodeQuality } from "#content/reporting/gitlab-code-quality.ts";

const PROBLEM: Problem = {
  file: "content/articles/2022/07/x/index.md",
  line: 5,
  column: 10,
  field: "section",
  message: '"kinhte" không phải là chuyên mục. Có phải "kinh-te"?',
  severity: "error",
};

describe("GitHub annotations", () => {
  test("name the file, the line, the column and the field", () => {
    assert.equal(
      githubAnnotations([PROBLEM]),
      '::error file=content/articles/2022/07/x/index.md,line=5,col=10,title=section::"kinhte" không phải là chuyên mục. Có phải "kinh-te"?\n',
    );
  });

  test("tell warnings from errors, and need no field", () => {
    assert.match(githubAnnotations([{ ...PROBLEM, severity: "warning", field: null }]), /^::warning file=[^:]*,col=10::/);
  });

  test("cannot be broken out of: percent signs, line breaks, commas and colons are escaped", () => {
    const hostile = { ...PROBLEM, file: "a,b:c.md", field: "x%", message: "100%\n::add-mask::x" };
    assert.equal(githubAnnotations([hostile]), "::error file=a%2Cb%3Ac.md,line=5,col=10,title=x%25::100%25%0A::add-mask::x\n");
  });

  test("of a sound folder are empty", () => assert.equal(githubAnnotations([]), ""));
});

describe("the GitLab code quality report", () => {
  const digest = (text: string) => `#${text.length}`;

  test("places each problem at its line", () => {
    assert.deepEqual(gitlabCodeQuality([PROBLEM], digest)[0], {
      description: '"section": "kinhte" không phải là chuyên mục. Có phải "kinh-te"?',
      check_name: "section",
      fingerprint: "#99",
      severity: "major",
      location: { path: "content/articles/2022/07/x/index.md", lines: { begin: 5 } },
    });
  });

  test("knows a problem again when lines above it move, and tells two equal ones apart", () => {
    const identity = (text: string) => text;
    const [first, moved] = [PROBLEM, { ...PROBLEM, line: 50 }].map((problem) => gitlabCodeQuality([problem], identity)[0]);
    assert.equal(first?.fingerprint, moved?.fingerprint);
    const twice = gitlabCodeQuality([PROBLEM, PROBLEM], identity).map((issue) => issue.fingerprint);
    assert.equal(new Set(twice).size, 2);
  });

  test("marks warnings as minor", () => {
    assert.equal(gitlabCodeQuality([{ ...PROBLEM, severity: "warning" }], digest)[0]?.severity, "minor");
  });
});
