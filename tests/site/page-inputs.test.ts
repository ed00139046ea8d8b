import assert from "node:assert/strict";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import sharp from "sharp";
import { Build } from "#site/build.ts";
import { openStaging } from "#site/output/staging.ts";
import type { PageContext } from "#site/pages/context.ts";
import type { PageSpec } from "#site/pages/spec.ts";
import { pageJob } from "#site/render/page-job.ts";
import { searchSources } from "#site/search-index.ts";
import { copyOfFixture, edit, optionsOf, silent, type Flags } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

/** By the address of a page that says what decides it: what it is made from in full, and what it says. */
type Pages = ReadonlyMap<string, { readonly whole: string; readonly inputs: string }>;

/** The two kinds of things that are known by what decides them: pages, and what the search index has of pages. */
interface Known {
  readonly pages: Pages;
  readonly found: Pages;
}

const cache = join(temporaryFolder(), "cache");

async function pagesOf(content: string, flags: Flags = {}): Promise<Known> {
  const output = join(temporaryFolder(), "site");
  const staging = openStaging(output, null);
  const build = await Build.open(optionsOf({ content, output, cache, ...flags }), "test", staging, silent());
  staging.discard();
  const { context, portal } = build;
  // What counts for all pages alike.
  const all = JSON.stringify([context.site, context.facts, portal.options.host, portal.options.preview]);
  const pages = new Map(
    build.specs.flatMap((spec) => {
      if (spec.inputs === undefined) return [];
      const whole = JSON.stringify(context.site) + wholeOf(spec, context);
      return [[spec.path, { whole, inputs: all + JSON.stringify(spec.inputs()) }] as const];
    }),
  );
  const found = new Map<string, { readonly whole: string; readonly inputs: string }>();
  for (const { url, contentHash, date, record } of searchSources(build.specs, context))
    found.set(url, { whole: JSON.stringify([date, await record()]), inputs: contentHash });
  context.surroundings.save(); // The next one remembers them.
  return { pages, found };
}

/** All that a page is rendered from, with the fields of its cards in place of references to them. */
function wholeOf(spec: PageSpec, context: PageContext): string {
  const { view, body, mentioned } = pageJob(spec, context, "");
  return JSON.stringify(
    [view, body, mentioned],
    function (this: Record<string, unknown>, name, value: unknown) {
      const field = this[name];
      return typeof field === "object" && field !== null && "toJSON" in field ? { ...field } : value;
    },
  );
}

describe("the inputs of a page", () => {
  const content = copyOfFixture();
  const article = (id: string) => join(content, "articles", id, "index.md");
  const replace = (id: string, from: RegExp, to: string) => {
    const text = readFileSync(article(id), "utf8");
    assert.match(text, from, id);
    writeFileSync(article(id), text.replace(from, to));
  };
  const ids = ["2022", "2026"].flatMap((year) =>
    readdirSync(join(content, "articles"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.startsWith(year) && path.endsWith("index.md"))
      .map((path) => path.slice(0, -"/index.md".length)),
  );
  const WITH_FILES = "2022/07/ha-giang-so-ket";
  async function paint(file: string): Promise<void> {
    const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: "#336" } });
    await picture.jpeg().toFile(join(content, "articles", WITH_FILES, file));
  }
  const register = (name: string, from: string, to: string) => {
    const file = `_data/${name}.yml`;
    const text = readFileSync(join(content, file), "utf8");
    assert.ok(text.includes(from), file);
    edit(content, { [file]: text.replace(from, to) });
  };
  const count = (views: Readonly<Record<string, number>>) => {
    const totals = { online: 1, day: 2, week: 3, month: 4, year: 5, total: 6 };
    const counted = { asOf: "2026-11-20T08:00:00+07:00", totals, views, top: [], days: [], formerYears: [] };
    edit(content, { "_data/counter.json": JSON.stringify(counted) });
  };
  /** A piece of another section that has more in common with WITH_FILES than those of its topic. */
  const like = (name: string) => {
    const fields = "date: 2022-07-07\nsection: nghien-cuu\nplace: ha-giang\ntags: [Sơ kết, Chuyển đổi số]";
    const text = `---\ntitle: Giống ${name}\nlead: Tóm tắt.\n${fields}\n---\n\nLời.\n`;
    edit(content, { [`articles/2022/07/giong-${name}/index.md`]: text });
  };
  let last: Known;
  before(async () => {
    last = await pagesOf(content);
  });

  const steps: readonly (readonly [name: string, change: () => unknown])[] = [
    ["the title of each piece", () => ids.forEach((id) => replace(id, /^title: /m, "title: Mới "))],
    ["the line above the title", () => replace("2022/06/bon", /^title: /m, "kicker: Lào Cai\ntitle: ")],
    ["what a piece mainly is", () => replace("2022/06/bon", /^title: /m, "format: video\ntitle: ")],
    ["the language of a piece", () => replace("2022/06/bon", /^title: /m, "language: km\ntitle: ")],
    ["the words for the cover", () => replace(WITH_FILES, /alt: /, "alt: Mới ")],
    ["the lead of one piece", () => replace("2022/07/ha-giang-so-ket", /^lead: /m, "lead: Mới ")],
    ["the text of one piece", () => replace("2022/06/bon", /\n$/, "\n\nThêm một câu.\n")],
    ["the date of one piece", () => replace("2022/06/bon", /^date: .*$/m, "date: 2022-06-30 08:00")],
    ["the cover", () => paint("hoi-truong.jpg")],
    ["a picture of the text", () => paint("ruong.jpg")],
    [
      "an attachment",
      () =>
        edit(content, {
          [`articles/${WITH_FILES}/bao-cao.pdf`]: `%PDF-1.7
${"x".repeat(5000)}`,
        }),
    ],
    [
      "another name of a piece",
      () => renameSync(join(content, "articles/2022/06/bon"), join(content, "articles/2022/06/sau")),
    ],
    ["a piece less", () => edit(content, { "articles/2022/06/sau": null })],
    [
      "a register",
      () =>
        edit(content, {
          "_data/places.yml": `${readFileSync(join(content, "_data/places.yml"), "utf8")}\n# ghi chú\n`,
        }),
    ],
    ["the name of the section above", () => register("sections", "name: Tin tức", "name: Tin mới")],
    ["the name of a topic", () => register("topics", "name: Chuyển", "name: Cùng chuyển")],
    ["the name of a source", () => register("sources", "name: Báo Mẫu", "name: Báo Mới")],
    ["the name of a section", () => register("sections", "name: Tin trong tỉnh", "name: Tin tỉnh nhà")],
    ["the name of a place", () => register("places", "name: Hà Giang", "name: Hà Giang cũ")],
    ["another name of a place", () => register("places", "- Hà Tuyên", "- Tuyên Hà")],
    ["the name of a unit", () => register("units", "name: Ban Tuyên giáo", "name: Ban Tuyên vận")],
    ["the name of an author", () => register("authors", "name: My Ly", "name: My Ly Mới")],
    ["counts", () => count({})],
    ["the views of one piece", () => count({ "/2022/06/mot/": 1234 })],
    [
      "the section of a translation",
      () => replace(`${WITH_FILES}-en`, /^section: .*$/m, "section: nghien-cuu"),
    ],
    ["the language of a translation", () => replace(`${WITH_FILES}-en`, /^language: en/m, "language: fr")],
    ["more pieces like one", () => ["mot", "hai", "ba", "bon"].forEach(like)],
    ["the title of a piece of the same topic", () => replace("2022/06/ba", /^title: /m, "title: Mới ")],
    ["another address", () => ({ "base-url": "https://khac.example/btg/" })],
    ["a preview", () => ({ preview: true })],
    ["a later time", () => ({ now: "2027-06-01T08:00:00+07:00" })],
  ];
  for (const [name, change] of steps) {
    test(`differ wherever its page does: ${name}`, async () => {
      const changed = await change();
      const next = await pagesOf(content, typeof changed === "object" ? (changed as Flags) : {});
      assert.deepEqual([missed(last.pages, next.pages), missed(last.found, next.found)], [[], []]);
      last = next;
    });
  }

  test("of all pages that name a piece change with it, and no others", async () => {
    const { pages: former } = await pagesOf(content);
    replace(WITH_FILES, /\n$/, "\n\nThêm một câu nữa.\n");
    const { pages: next } = await pagesOf(content);
    const changed = [...next].filter(([path, { inputs }]) => former.get(path)?.inputs !== inputs);
    assert.deepEqual(
      changed.map(([path]) => path),
      [`/${WITH_FILES}/`],
      "a text is on its own page alone",
    );
    replace(WITH_FILES, /^title: /m, "title: Rất mới ");
    const { pages: last } = await pagesOf(content);
    const paths = [...last.keys()].filter((path) => next.get(path)?.inputs !== last.get(path)?.inputs);
    for (const path of [`/${WITH_FILES}/`, `/${WITH_FILES}-en/`, "/2022/07/", "/chuyen-muc/tin-tuc/"])
      assert.ok(paths.includes(path), path);
    assert.ok(!paths.includes("/2026/"), "a year without the piece");
  });

  test("are the same where a register changes in what they do not show", async () => {
    const { pages: former } = await pagesOf(content);
    register("places", "ha-giang:\n", "moi:\n  name: Địa bàn mới\nha-giang:\n");
    register("sources", "link: https://bao.example/", "link: https://bao.example/moi/");
    const { pages: next } = await pagesOf(content);
    const changed = [...next].filter(([path, { inputs }]) => former.get(path)?.inputs !== inputs);
    assert.ok(changed.every(([path, { whole }]) => former.get(path)?.whole !== whole));
    const paths = changed.map(([path]) => path);
    assert.ok(paths.includes(`/${WITH_FILES}/`), "its source");
    assert.ok(!paths.includes("/2022/07/"), "a list shows neither");
  });

  test("are the same where nothing changed", async () => {
    const former = await pagesOf(content);
    const again = await pagesOf(content);
    assert.deepEqual([...again.pages], [...former.pages]);
    assert.deepEqual([...again.found], [...former.found]);
    assert.ok(former.pages.size >= 4);
  });

  test("of what the index has change with the piece alone", async () => {
    const { found: former } = await pagesOf(content);
    replace(WITH_FILES, /^title: /m, "title: Rất ");
    const { found: next } = await pagesOf(content);
    const changed = [...next].filter(([url, { inputs }]) => former.get(url)?.inputs !== inputs);
    assert.deepEqual(
      changed.map(([url]) => url),
      [`/${WITH_FILES}/`],
    );
  });
});

/** Addresses of what changed though what is said to decide it did not. */
function missed(former: Pages, next: Pages): readonly string[] {
  return [...next.keys()].filter((path) => {
    const [before, after] = [former.get(path), next.get(path)];
    return before !== undefined && before.whole !== after?.whole && before.inputs === after?.inputs;
  });
}
