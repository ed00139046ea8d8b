import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseMoment } from "#domain/dates.ts";
import { buildPortal } from "#site/build-portal.ts";
import { createProgress } from "#site/progress.ts";
import { build, copyOfFixture, edit, filesIn, NOW, optionsOf, type Flags } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** A built portal, and builds of it that tell which stages they went through. */
async function built() {
  const content = copyOfFixture();
  const folder = temporaryFolder();
  const flags = {
    content,
    output: join(folder, "site"),
    cache: join(folder, "cache"),
    "no-search": true,
  } as const;
  const first = await build(flags);
  return {
    ...flags,
    first,
    again: async (others: Flags = {}): Promise<readonly string[]> => {
      const stages: string[] = [];
      const write = (line: string) => {
        stages.push(...Array.from(line.matchAll(/"stage":"(\w+)"/g), ([, name = ""]) => name));
        return true;
      };
      await buildPortal(
        optionsOf({ ...flags, ...others }),
        createProgress("json", { write }, () => 0),
      );
      return stages;
    },
  };
}

const ALL = ["content", "pictures", "assets", "pages", "files"];
const later = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();

describe("a build of what is built already", () => {
  test("goes through no stage, touches no file and repeats the warnings", async () => {
    const { again, output, first, ...flags } = await built();
    const article = join(flags.content, "articles/2022/06/bon/index.md");
    writeFileSync(
      article,
      readFileSync(article, "utf8").replace(/\n$/, "\n\nXem www.laocai.gov.vn để biết thêm.\n"),
    );
    const warned = await build({ ...flags, output });
    assert.notDeepEqual(warned.problems, first.problems);
    const times = filesIn(output).map((path) => statSync(join(output, path)).ctimeMs);
    assert.deepEqual(await again(), []);
    assert.deepEqual((await build({ ...flags, output })).problems, warned.problems);
    assert.equal((await build({ ...flags, output })).pages, warned.pages);
    assert.deepEqual(
      filesIn(output).map((path) => statSync(join(output, path)).ctimeMs),
      times,
    );
  });

  const changes: readonly (readonly [
    name: string,
    change: (of: Awaited<ReturnType<typeof built>>) => unknown,
  ])[] = [
    [
      "an article was edited",
      ({ content }) => appendFileSync(join(content, "articles/2022/06/bon/index.md"), "\nThêm.\n"),
    ],
    [
      "an article was written with other bytes of the same size",
      ({ content }) => {
        const file = join(content, "articles/2022/06/bon/index.md");
        const { atime, mtime } = statSync(file);
        writeFileSync(file, readFileSync(file, "utf8").replace(/\bvà\b/, "vẫ"));
        utimesSync(file, atime, mtime);
      },
    ],
    ["an article was deleted", ({ content }) => edit(content, { "articles/2022/06/bon": null })],
    [
      "a register was edited",
      ({ content }) => appendFileSync(join(content, "_data/site.yml"), "\n# ghi chú\n"),
    ],
    [
      "a file came beside an article",
      ({ content }) => edit(content, { "articles/2022/06/bon/moi.txt": "x" }),
    ],
    ["a page of the output was changed", ({ output }) => writeFileSync(join(output, "index.html"), "casino")],
    ["a page of the output is gone", ({ output }) => rmSync(join(output, "index.html"))],
    ["a file was added to the output", ({ output }) => writeFileSync(join(output, "the/casino.html"), "x")],
    ["the output is gone", ({ output }) => rmSync(output, { recursive: true })],
    ["the record of the output is gone", ({ cache }) => rmSync(join(cache, "outputs"), { recursive: true })],
    ["it has another address", () => ({ "base-url": "https://khac.example/" })],
    ["it is a preview now", () => ({ preview: true })],
    ["the time is before that of the last build", () => ({ now: later(-1) })],
    ["a scheduled piece is due", () => ({ now: "2027-06-01T08:00:00+07:00" })],
  ];
  for (const [name, change] of changes) {
    test(`is a build again where ${name}`, async () => {
      const portal = await built();
      const changed = change(portal);
      const flags = typeof changed === "object" ? (changed as Flags) : {};
      assert.deepEqual(await portal.again(flags), ALL);
      assert.deepEqual(await portal.again(flags), []);
    });
  }

  test("holds until the next instant at which something changes, and no longer", async () => {
    const { again, output } = await built();
    const next = JSON.parse(readFileSync(join(output, "next-publish.json"), "utf8")) as {
      readonly at: string;
    };
    const moment = parseMoment(next.at);
    assert.ok(typeof moment === "object" && moment.epoch > Date.parse(NOW));
    assert.deepEqual(await again({ now: new Date(moment.epoch - 1000).toISOString() }), []);
    assert.deepEqual(await again({ now: new Date(moment.epoch).toISOString() }), ALL);
  });
});
