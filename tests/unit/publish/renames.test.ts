import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { describe, test, type TestContext } from "node:test";
import { findRenames, followRenames, parseRenames, renameRedirects } from "#publish/renames.ts";

const PROSE = "Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị sơ kết công tác sáu tháng đầu năm.\n".repeat(10);

function makeRepository(t: TestContext): {
  readonly folder: string;
  readonly git: (...words: readonly string[]) => void;
} {
  const folder = mkdtempSync(`${tmpdir()}/trang-tin-git-`);
  t.after(() => rmSync(folder, { recursive: true }));
  const identity = [
    "-c",
    "user.name=Biên tập",
    "-c",
    "user.email=bt@example.vn",
    "-c",
    "commit.gpgsign=false",
  ];
  const git = (...words: readonly string[]) =>
    void execFileSync("git", ["-C", folder, ...identity, ...words], { stdio: "pipe" });
  git("init", "-q", "-b", "main");
  return { folder, git };
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
  writeFileSync(`${folder}/${path}`, text);
}

describe("renames in git's history", () => {
  test("an article that moved twice redirects from both old addresses", (t) => {
    const { folder, git } = makeRepository(t);
    const file = (slug: string) => `content/articles/2022/07/${slug}/index.md`;
    write(folder, file("a"), `---\ntitle: A\n---\n${PROSE}`);
    git("add", "-A");
    git("commit", "-qm", "Thêm bài");
    for (const [from, to] of [
      ["a", "b"],
      ["b", "c"],
    ] as const) {
      mkdirSync(`${folder}/content/articles/2022/07/${to}`);
      git("mv", file(from), file(to));
      git("commit", "-qm", `Đổi ${from} thành ${to}`);
    }
    const renames = findRenames(folder, "content/articles");
    assert.deepEqual(renameRedirects(renames, "/"), [
      { from: "/2022/07/a/", to: "/2022/07/c/" },
      { from: "/2022/07/b/", to: "/2022/07/c/" },
    ]);
  });

  test("an article that moved back redirects from nowhere it still is", () => {
    const renames = [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
    ];
    assert.deepEqual(followRenames(renames, new Set(["a"])), [{ from: "b", to: "a" }]);
  });

  test("an article that moved and was deleted redirects nowhere", () => {
    assert.deepEqual(followRenames([{ from: "a", to: "b" }], new Set(["c"])), []);
  });

  test("pictures and other files make no redirect", () => {
    assert.deepEqual(
      renameRedirects(
        [{ from: "content/articles/2022/07/a/x.jpg", to: "content/articles/2022/07/b/x.jpg" }],
        "/",
      ),
      [],
    );
  });

  test("the base path stands before both addresses", () => {
    const rename = { from: "content/articles/2022/07/a/index.md", to: "content/articles/2022/07/b/index.md" };
    assert.deepEqual(renameRedirects([rename], "/btg/"), [
      { from: "/btg/2022/07/a/", to: "/btg/2022/07/b/" },
    ]);
  });

  test("names with spaces, tabs and line breaks are read as they are", () => {
    assert.deepEqual(parseRenames("R100\0a b\tc\0d\ne\0\nR087\0x\0y\0"), [
      { from: "a b\tc", to: "d\ne" },
      { from: "x", to: "y" },
    ]);
  });

  test("a shallow clone is refused, for it would lose redirects without a word", (t) => {
    const { folder, git } = makeRepository(t);
    write(folder, "a", "1");
    git("add", "-A");
    git("commit", "-qm", "1");
    write(folder, "a", "2");
    git("commit", "-qam", "2");
    const shallow = `${folder}-shallow`;
    t.after(() => rmSync(shallow, { recursive: true, force: true }));
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${folder}`, shallow], { stdio: "pipe" });
    assert.throws(
      () => findRenames(shallow, "content"),
      /renames cannot be found in a shallow clone; fetch the whole history/,
    );
  });

  test("a folder without git is refused with git's words", (t) => {
    const folder = mkdtempSync(`${tmpdir()}/trang-tin-no-git-`);
    t.after(() => rmSync(folder, { recursive: true }));
    assert.throws(
      () => findRenames(folder, "content"),
      /git rev-parse failed in .*: fatal: not a git repository/,
    );
  });
});
