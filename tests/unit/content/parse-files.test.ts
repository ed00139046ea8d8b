import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { loadEditorial } from "#content/load-editorial.ts";
import { parseFile, type Entry } from "#content/parse-file.ts";
import { parseFiles } from "#content/parse-files.ts";
import type { Parsed } from "#content/source-file.ts";
import { articleText, contentFolder, DATA } from "./support.ts";

/** A folder of 230 articles, some of them with errors, and a notice. */
function manyFiles(test: TestContext): { readonly folder: string; readonly paths: readonly string[] } {
  const articles = Array.from({ length: 230 }, (_, number) => {
    const date = number % 40 === 7 ? "date: hôm qua" : `date: 2022-07-${String(1 + (number % 28)).padStart(2, "0")}`;
    const section = number % 50 === 9 ? { section: "section: khong-co" } : {};
    return [`articles/2022/07/bai-${number}/index.md`, articleText({ date, ...section })] as const;
  });
  const files = Object.fromEntries([...articles, ["notices/hop/index.md", "---\ntitle: Mời họp\n---\n"]]);
  return { folder: contentFolder(test, { ...DATA, ...files }), paths: Object.keys(files) };
}

async function parsedWith(threads: number, folder: string, paths: readonly string[]) {
  const content = { folder, label: "content" };
  const parsed = new Map<string, Parsed<Entry>>();
  await parseFiles(
    paths,
    content,
    loadEditorial(folder, "content").registers,
    (path, one) => {
      assert.ok(!parsed.has(path), `${path} came twice`);
      parsed.set(path, one);
    },
    threads,
  );
  return parsed;
}

describe("files parsed by several threads", () => {
  for (const threads of [0, 1, 3]) {
    test(`are what each file parses to, with ${threads} threads`, async (t) => {
      const { folder, paths } = manyFiles(t);
      const { registers } = loadEditorial(folder, "content");
      const parsed = await parsedWith(threads, folder, paths);
      assert.equal(parsed.size, paths.length);
      for (const path of paths)
        assert.deepEqual(parsed.get(path), parseFile(path, { folder, label: "content" }, registers));
      assert.ok([...parsed.values()].some(({ problems }) => problems.length > 0));
    });
  }

  for (const threads of [0, 1]) {
    test(`that cannot be read end the run by name, with ${threads} threads`, async (t) => {
      const { folder, paths } = manyFiles(t);
      const gone = "articles/2022/07/mat/index.md";
      await assert.rejects(parsedWith(threads, folder, [gone, ...paths]), (error: Error) =>
        error.message.includes(gone),
      );
    });
  }
});
