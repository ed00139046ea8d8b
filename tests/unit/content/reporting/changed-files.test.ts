import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { changedFiles, problemsOfChange } from "#content/reporting/changed-files.ts";
import type { Problem } from "#domain/problem.ts";

describe("files of a merge request", () => {
  const home = process.cwd();
  let folder = "";
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t.example", ...args], { cwd: folder });
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "changed-"));
    git("init", "-q", "-b", "main");
    write("content/articles/2022/07/a/index.md", "a");
    write("content/articles/2022/07/b/index.md", "b");
    git("add", "-A");
    git("commit", "-qm", "first");
    git("checkout", "-qb", "work");
    write("content/articles/2022/07/a/index.md", "changed");
    git("commit", "-qam", "second");
    write("content/articles/2022/08/bai-moi/ảnh.jpg", "new");
    git("checkout", "-q", "main");
    write("content/articles/2022/07/b/index.md", "later on main");
    git("commit", "-qam", "third");
    git("checkout", "-q", "work");
    process.chdir(folder);
  });
  after(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  it("names what the branch changed since it left main, and files not added yet, but not what came to main since", () => {
    assert.deepEqual([...changedFiles(null, {})].sort(), [
      "content/articles/2022/07/a/index.md",
      "content/articles/2022/08/bai-moi/ảnh.jpg",
    ]);
  });

  it("takes the base that is named, or that the CI names", () => {
    assert.deepEqual([...changedFiles("work", {})], ["content/articles/2022/08/bai-moi/ảnh.jpg"]);
    const head = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim();
    assert.deepEqual([...changedFiles(null, { CI_MERGE_REQUEST_DIFF_BASE_SHA: head })], ["content/articles/2022/08/bai-moi/ảnh.jpg"]);
  });

  it("tells an operator that git does not know the base", () => {
    assert.throws(() => changedFiles("khong-co", {}), {
      message: '--changed: git does not know "khong-co"; name one with --base',
    });
  });
});

describe("problems of a merge request", () => {
  const problem = (file: string, severity: Problem["severity"]): Problem => ({
    file,
    line: 1,
    column: 1,
    field: null,
    message: "…",
    severity,
  });
  const changed = new Set(["content/articles/2022/07/a/hoi-truong.jpg"]);

  for (const [what, given, kept] of [
    ["a warning in a folder that it touches", problem("content/articles/2022/07/a/index.md", "warning"), true],
    ["an error in a folder that it touches", problem("content/articles/2022/07/a/index.md", "error"), true],
    ["an error elsewhere, which it may have caused", problem("content/articles/2022/07/b/index.md", "error"), true],
    ["a warning elsewhere", problem("content/articles/2022/07/b/index.md", "warning"), false],
  ] as const) {
    it(`${kept ? "keeps" : "leaves out"} ${what}`, () => {
      assert.equal(problemsOfChange([given], changed).length, kept ? 1 : 0);
    });
  }
});
