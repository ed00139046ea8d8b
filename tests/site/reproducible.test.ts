import assert from "node:assert/strict";
import { appendFileSync, cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { build, copyOfFixture, edit, filesIn, FIXTURE, hashesOf } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { copyOfProject, type ProjectCopy } from "./support/project-copy.ts";

/** Small and fast (mulberry32): the same seed gives the same edits on every machine. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function assertSameFiles(actual: string, expected: string, when: string): void {
  const [is, should] = [hashesOf(actual), hashesOf(expected)];
  assert.deepEqual(Object.keys(is), Object.keys(should), `files ${when}`);
  const different = Object.keys(should).filter((path) => is[path] !== should[path]);
  assert.deepEqual(different, [], `bytes ${when}`);
}

describe("two builds of one input", () => {
  test("give identical bytes, search index and pictures included, with caches and folders of their own", async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const content = copyOfFixture(); // Another place, other times and inodes.
    await build({ content: FIXTURE, output: join(first, "a"), cache: join(first, "cache") });
    await build({ content, output: join(second, "b"), cache: join(second, "cache") });
    assert.ok(filesIn(join(first, "a")).some((path) => path.endsWith(".avif")));
    assert.ok(filesIn(join(first, "a")).some((path) => path.endsWith(".pf_fragment")));
    assertSameFiles(join(second, "b"), join(first, "a"), "in the second build");
  });
});

describe("a build over the cache of earlier ones", () => {
  const STEPS = 18;
  const PICTURES = ["pictures", "share-images", "assets"];
  const content = copyOfFixture();
  const folder = temporaryFolder();
  const warm = { content, output: join(folder, "warm"), cache: join(folder, "cache") };
  const random = randomNumbers(20_261_120);
  let project: ProjectCopy;
  let made = 0;

  before(async () => {
    edit(content, { "articles/2022/07/ha-giang-so-ket-en": null }); // So that its original may go, too.
    edit(content, { "_data/redirects.yml": null });
    project = await copyOfProject();
    await project.build(warm);
  });

  /** Articles that no other one names, so that any edit leaves sound content. */
  const free = () =>
    filesIn(join(content, "articles")).filter((path) => /\/06\/[^/]+\/index\.md$|\/moi-/.test(path));
  const pick = () => {
    const articles = free();
    return join(content, "articles", articles[random(articles.length)] ?? "");
  };
  const change = (file: string, from: RegExp, to: string) =>
    writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

  const edits: Readonly<Record<string, () => void>> = {
    "a new title": () => change(pick(), /^title: .*$/m, `title: Tiêu đề thay ${random(1000)}`),
    "a longer text": () => appendFileSync(pick(), `\nThêm một đoạn thứ ${random(1000)}.\n`),
    "an article more": () => {
      const slug = `moi-${made++}`;
      const text = `---\ntitle: Bài ${slug}\nlead: Tóm tắt.\ndate: 2022-06-${10 + random(18)}\nsection: nghien-cuu\ntags:\n  - sơ kết\n---\n\nNội dung ${random(1000)}.\n`;
      edit(content, { [`articles/2022/06/${slug}/index.md`]: text });
    },
    "an article less": () => rmSync(join(pick(), ".."), { recursive: true }),
    "another address": () => {
      const from = join(pick(), "..");
      renameSync(from, join(from, "..", `moi-${made++}`));
    },
    "another tag": () => {
      const file = pick();
      change(file, /^tags:\n(?: {2}- .*\n)+/m, "");
      change(file, /^section:/m, `tags:\n  - Thẻ ${random(4)}\nsection:`);
    },
    "another section": () =>
      change(
        pick(),
        /^section: .*$/m,
        `section: ${["tin-tuc", "trong-tinh", "nghien-cuu"][random(3)] ?? ""}`,
      ),
    "a draft": () => change(pick(), /^date:/m, "draft: true\ndate:"),
    "another name of a section": () =>
      change(join(content, "_data/sections.yml"), /name: Nghiên cứu.*/, `name: Nghiên cứu ${random(1000)}`),
    ...Object.fromEntries(
      ["places", "units", "topics", "authors", "sources"].map((register) => [
        `another name in ${register}.yml`,
        () => change(join(content, `_data/${register}.yml`), /name: .*/, `name: Tên ${random(1000)}`),
      ]),
    ),
    "another entry of the menu": () =>
      change(join(content, "_data/menus.yml"), /label: Thông báo.*/, `label: Thông báo ${random(1000)}`),
    "another layout": () => change(join(project.root, "layouts/notice.njk"), /$/, `<!-- ${random(1000)} -->`),
    "another layout of parts": () =>
      change(
        join(project.root, "layouts/components/card.njk"),
        /(<article )/,
        `$1data-thu="${random(1000)}" `,
      ),
    "another cover": () => {
      const covers = "articles/2022/07/ha-giang-so-ket";
      const [one, two] = ["hoi-truong.jpg", "ruong.jpg"].map((name) => join(content, covers, name));
      assert.ok(one !== undefined && two !== undefined);
      const bytes = readFileSync(one);
      writeFileSync(one, readFileSync(two));
      writeFileSync(two, bytes);
    },
  };

  test(`equals one without cache after each of ${STEPS} random edits is built`, async () => {
    const kinds = Object.keys(edits);
    const done: string[] = [];
    for (let step = 1; step <= STEPS; step++) {
      // Every kind once, in random order.
      const [kind = ""] = kinds.splice(random(kinds.length), 1);
      edits[kind]?.();
      done.push(kind);
      await project.build(warm);
      const cold = temporaryFolder();
      // Pictures take long, and depend on nothing that is edited here but the covers: the last build makes them anew.
      if (step < STEPS)
        for (const name of PICTURES)
          cpSync(join(warm.cache, name), join(cold, "cache", name), { recursive: true });
      await project.build({ content, output: join(cold, "site"), cache: join(cold, "cache") });
      assertSameFiles(warm.output, join(cold, "site"), `after ${done.join(", ")}`);
    }
    assert.equal(kinds.length, 0);
  });

  test("stops at a template that fails, names it and the variable, and keeps the previous output", async () => {
    const before = hashesOf(warm.output);
    const layout = join(project.root, "layouts", "notice.njk");
    writeFileSync(layout, `${readFileSync(layout, "utf8")}{{ page.khongCo }}`);
    await assert.rejects(project.build(warm), (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /notice\.njk/);
      assert.match(error.message, /undefined/);
      return true;
    });
    assert.deepEqual(hashesOf(warm.output), before);
  });
});
