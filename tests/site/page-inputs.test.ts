import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import sharp from "sharp";
import { Build } from "#site/build.ts";
import { openStaging } from "#site/output/staging.ts";
import { piecesDigest } from "#site/pages/article-inputs.ts";
import { pageJob } from "#site/render/page-job.ts";
import {
  copyOfFixture,
  edit,
  optionsOf,
  silent,
  temporaryFolder,
  type Flags,
} from "../helpers/build-fixture.ts";

/** By the address of an article: what its page is made from in full, and, twice, what it says that decides it. */
type Pages = ReadonlyMap<string, { readonly whole: string; readonly inputs: string; readonly quick: string }>;

const cache = join(temporaryFolder(), "cache");

async function pagesOf(content: string, flags: Flags = {}): Promise<Pages> {
  const output = join(temporaryFolder(), "site");
  const staging = openStaging(output, null);
  const build = await Build.open(optionsOf({ content, output, cache, ...flags }), "test", staging, silent());
  staging.discard();
  const { context, portal } = build;
  // What counts for all pages alike: the site view and the registers.
  const all = JSON.stringify([context.site, portal.fingerprint, portal.options.host]);
  const pieces = piecesDigest(context);
  return new Map(
    build.specs.flatMap((spec) => {
      if (spec.inputs === undefined) return [];
      const { digest } = pageJob(spec, context, { frame: JSON.stringify(context.site), target: null });
      const own = JSON.stringify(spec.inputs.own());
      const inputs = all + own + JSON.stringify(spec.inputs.others());
      return [[spec.path, { whole: digest, inputs, quick: all + pieces + own }] as const];
    }),
  );
}

describe("the inputs of an article's page", () => {
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
  let last: Pages;
  before(async () => {
    last = await pagesOf(content);
  });

  const steps: readonly (readonly [name: string, change: () => unknown])[] = [
    ["the title of each piece", () => ids.forEach((id) => replace(id, /^title: /m, "title: Mới "))],
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
    ["a piece less", () => edit(content, { "articles/2022/06/bon": null })],
    [
      "a register",
      () =>
        edit(content, {
          "_data/places.yml": `${readFileSync(join(content, "_data/places.yml"), "utf8")}\n# ghi chú\n`,
        }),
    ],
    ["counted views", () => edit(content, { "_data/counter.json": JSON.stringify({}) })],
    ["another address", () => ({ "base-url": "https://khac.example/btg/" })],
    ["a preview", () => ({ preview: true })],
    ["a later time", () => ({ now: "2027-06-01T08:00:00+07:00" })],
  ];
  for (const [name, change] of steps) {
    test(`differ wherever its page does: ${name}`, async () => {
      const changed = await change();
      const next = await pagesOf(content, typeof changed === "object" ? (changed as Flags) : {});
      const missed = [...next].filter(([path, { whole, inputs, quick }]) => {
        const former = last.get(path);
        if (former === undefined || former.whole === whole) return false;
        return former.inputs === inputs || former.quick === quick;
      });
      assert.deepEqual(
        missed.map(([path]) => path),
        [],
      );
      last = next;
    });
  }

  test("of other pieces are covered by one digest, which an edit of a text leaves alone", async () => {
    const former = await pagesOf(content);
    replace(WITH_FILES, /\n$/, "\n\nThêm một câu nữa.\n");
    const next = await pagesOf(content);
    const changed = [...next].filter(([path, { quick }]) => former.get(path)?.quick !== quick);
    assert.deepEqual(
      changed.map(([path]) => path),
      [`/${WITH_FILES}-en/`, `/${WITH_FILES}/`],
      "the piece and its translation",
    );
  });

  test("are the same where nothing changed, and those of few pages differ after one edit", async () => {
    const former = await pagesOf(content);
    const again = await pagesOf(content);
    assert.deepEqual([...again], [...former]);
    assert.ok(former.size >= 4);
  });
});
