import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { provideCorpus, type Corpus } from "../../../scripts/lib/bench/corpora.ts";
import {
  editArticle,
  emptyCache,
  portalContenders,
  type PortalContenders,
} from "../../../scripts/lib/bench/portal.ts";

describe("editArticle", () => {
  for (const [name, text, expected] of [
    [
      "a plain lead",
      "---\nlead: A b.\n---\nC.\n",
      "---\nlead: A b. Cập nhật lần 1.\n---\nC.\n\nCập nhật lần 1.\n",
    ],
    [
      "a quoted lead",
      '---\nlead: "A: b."\n---\nC.\n',
      '---\nlead: "A: b. Cập nhật lần 1."\n---\nC.\n\nCập nhật lần 1.\n',
    ],
  ] as const)
    it(`changes ${name} and the text`, () => assert.equal(editArticle(text, 0), expected));

  it("gives another text each round", () => {
    assert.notEqual(editArticle("---\nlead: A\n---\n", 0), editArticle("---\nlead: A\n---\n", 1));
  });
});

describe("the portal's builds in the benchmark", () => {
  const work = mkdtempSync(join(tmpdir(), "bench-"));
  let corpus: Corpus;
  let portal: PortalContenders;
  before(async () => {
    corpus = await provideCorpus(work, 30);
    portal = await portalContenders(work, corpus);
  });
  after(() => rmSync(work, { recursive: true, force: true }));

  it("work on a copy: an edit does not reach the corpus", () => {
    const newest = "articles/2026/09";
    portal.edited.prepare(0);
    const changed = filesWith(join(work, "portal-30/content", newest), "Cập nhật lần 1.");
    assert.equal(changed, 1);
    assert.equal(filesWith(join(corpus.folder, newest), "Cập nhật lần 1."), 0);
  });

  it("edit the same article again in the next round, from its first text", () => {
    portal.edited.prepare(4);
    assert.equal(filesWith(join(work, "portal-30/content/articles"), "Cập nhật lần 5."), 1);
    assert.equal(filesWith(join(work, "portal-30/content/articles"), "Cập nhật lần 1."), 0);
  });

  it("edit an old article, too, from the middle of the archive", () => {
    const articles = join(work, "portal-30/content/articles");
    portal.editedOld.prepare(6);
    assert.equal(filesWith(articles, "Cập nhật lần 7."), 1);
    assert.equal(filesWith(join(articles, "2026"), "Cập nhật lần 7."), 0);
    assert.equal(filesWith(articles, "Cập nhật lần 5."), 1);
  });

  it("start cold without output and with nothing cached but pictures", () => {
    const home = join(work, "portal-30");
    for (const path of ["site/index.html", "cache/pictures/a", "cache/pages/a"]) {
      mkdirSync(join(home, path, ".."), { recursive: true });
      writeFileSync(join(home, path), "");
    }
    portal.cold.prepare(0);
    assert.deepEqual(
      ["site", "cache/pictures/a", "cache/pages"].map((path) => existsSync(join(home, path))),
      [false, true, false],
    );
  });

  it("are asked for the same moment, folder and address each time", () => {
    const { args } = portal.cold.command;
    assert.equal(args[args.indexOf("--now") + 1], "2026-10-01T08:00:00+07:00");
    assert.ok(args.includes("--no-search") && !portal.coldSearch.command.args.includes("--no-search"));
    assert.deepEqual(portal.warm.command, portal.edited.command);
  });

  it("start Node as npm run build does", () => {
    const { args, environment } = portal.cold.command;
    const start = args.slice(0, args.indexOf("--content")).join(" ");
    const settings = Object.entries(environment ?? {}).map(([name, value]) => `${name}=${value} `);
    const manifest = readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8");
    assert.ok(manifest.includes(`"build": "${settings.join("")}node ${start}"`), start);
  });

  it("share the corpus between runs and make it anew when it was interrupted", async () => {
    const file = join(corpus.folder, "_data/site.yml");
    const first = statSync(file).ino;
    assert.equal((await provideCorpus(work, 30)).fingerprint, corpus.fingerprint);
    assert.equal(statSync(file).ino, first);
    rmSync(`${corpus.folder}.stamp`);
    writeFileSync(file, "hỏng");
    await provideCorpus(work, 30);
    assert.match(readFileSync(file, "utf8"), /^name: /);
  });
});

describe("emptyCache", () => {
  it("takes a cache that does not exist yet", () => {
    emptyCache(join(tmpdir(), "no-such-cache-folder"));
    assert.equal(existsSync(join(tmpdir(), "no-such-cache-folder")), false);
  });
});

function filesWith(folder: string, text: string): number {
  return articleFiles(folder).filter((file) => readFileSync(file, "utf8").includes(text)).length;
}

function articleFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("index.md"))
    .map((path) => join(folder, path));
}
