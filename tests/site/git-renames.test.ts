import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { renamedArticles } from "#site/git-renames.ts";

describe("articles renamed in git's history", () => {
  let root = "";
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t.example", ...args], { cwd: root });
  const article = (id: string) => join(root, "content", "articles", id);
  const text = Array.from({ length: 30 }, (_, line) => `Dòng ${line} của bài.`).join("\n");

  before(() => {
    root = mkdtempSync(join(tmpdir(), "renames-"));
    git("init", "-q", "-b", "main");
    mkdirSync(article("2022/07/ten-cu"), { recursive: true });
    writeFileSync(join(article("2022/07/ten-cu"), "index.md"), text);
    git("add", "-A");
    git("commit", "-qm", "first");
    for (const [from, to] of [
      ["2022/07/ten-cu", "2022/07/ten-moi"],
      ["2022/07/ten-moi", "2022/07/ten-sau-cung"],
    ] as const) {
      renameSync(article(from), article(to));
      git("add", "-A");
      git("commit", "-qm", to);
    }
  });
  after(() => rmSync(root, { recursive: true }));

  const options = () => ({ content: join(root, "content"), cache: join(root, ".cache") });

  it("lead from every former address to the present one", () => {
    assert.deepEqual(renamedArticles(options()), [
      { from: "2022/07/ten-cu", to: "2022/07/ten-sau-cung" },
      { from: "2022/07/ten-moi", to: "2022/07/ten-sau-cung" },
    ]);
  });

  it("are found again after a further commit", () => {
    renameSync(article("2022/07/ten-sau-cung"), article("2022/07/ten-that"));
    git("add", "-A");
    git("commit", "-qm", "last");
    assert.deepEqual(
      renamedArticles(options()).map(({ to }) => to),
      ["2022/07/ten-that", "2022/07/ten-that", "2022/07/ten-that"],
    );
  });

  it("are none for a folder that git does not know", () => {
    const folder = mkdtempSync(join(tmpdir(), "no-git-"));
    cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
    assert.deepEqual(
      renamedArticles({ content: join(folder, "content"), cache: join(folder, ".cache") }),
      [],
    );
    rmSync(folder, { recursive: true });
  });
});
