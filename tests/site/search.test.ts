import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile, mkdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { findPages } from "../../scripts/lib/search/find-pages.ts";
import { indexSite } from "../../scripts/lib/search/index-site.ts";
import { RECORDS, recordOf, sourceOf } from "../fixtures/search/records.ts";

const SYNONYMS = {
  same: [
    ["HĐND", "Hội đồng nhân dân"],
    ["UBND", "Ủy ban nhân dân"],
  ],
  places: [{ old: "Hà Giang", now: "Tuyên Quang" }],
};
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "search-"));
  await index("site", RECORDS);
});
after(() => rm(folder, { recursive: true, force: true }));

const index = (site: string, records: typeof RECORDS): ReturnType<typeof indexSite> =>
  indexSite({
    site: join(folder, site),
    cache: join(folder, "cache"),
    sources: records.map(sourceOf),
    synonyms: SYNONYMS,
  });

async function found(query: string, site = "site"): Promise<readonly string[]> {
  for await (const pages of findPages(join(folder, site), [query], 10)) return pages.map((page) => page.url);
  return [];
}

const HA_GIANG = "/2022/07/chuyen-doi-so/";
const LAO_CAI = "/2021/07/truc-tuyen/";
const TRA_VINH = "/2023/04/le-hoi/";
const BINH_PHUOC = "/2021/03/diem-cau/";
const FIRST: readonly (readonly [kind: string, query: string, url: string])[] = [
  ["no diacritics", "tuyen giao ha giang", HA_GIANG],
  ["wrong diacritics", "tuyển giáo hạ giảng", HA_GIANG],
  ["some diacritics", "chuyển doi số", HA_GIANG],
  ["đ as d", "Dồng bào Khmer", TRA_VINH],
  ["the other tone placement", "hoà giải cơ sở", LAO_CAI],
  ["y for i", "kì họp quĩ khuyến học", LAO_CAI],
  ["decomposed letters", "chuyển đổi số".normalize("NFD"), HA_GIANG],
  ["Telex", "chuyeern ddooir soos", HA_GIANG],
  ["VNI", "le64 ho65i", TRA_VINH],
  ["a document number", "5-CT/TW", HA_GIANG],
  ["a short document number", "NQ 35", BINH_PHUOC],
  ["a spoken document number", "nghị quyết 23", "/van-ban/nghi-quyet-23/"],
  ["a date", "8/7/2022", HA_GIANG],
  ["a date in words", "ngày 22 tháng 10 năm 2018", BINH_PHUOC],
  ["an abbreviation for a full name", "HĐND Lào Cai", LAO_CAI],
  ["a full name for an abbreviation", "Ủy ban nhân dân Lộc Ninh", BINH_PHUOC],
  ["glued words", "hagiang", HA_GIANG],
  ["glued words among others", "diem cau sapa", LAO_CAI],
  ["a quoted title", '"học tập nghị quyết"', BINH_PHUOC],
  ["a quoted sentence of the body", "“giữ nghề qua ba đời bên dòng sông”", TRA_VINH],
  ["a number", "132106", HA_GIANG],
  ["a number with a dot", "132.106 người", HA_GIANG],
  ["capitals", "LỄ HỘI OK OM BOK", TRA_VINH],
  ["a slip", "chuyển đổii số", HA_GIANG],
  ["a word half typed", "hội nghị trực tu", LAO_CAI],
  ["a question", "Hội nghị trực tuyến về công tác tuyên vận diễn ra ở đâu và khi nào?", LAO_CAI],
  ["a person", "lo van mau", HA_GIANG],
  ["today’s name of a place", "tuyên quang", HA_GIANG],
  ["a notice", "lich tiep cong dan", "/thong-bao/lich-tiep-dan/"],
  ["the title of an attachment", "phụ lục rạp chiếu bóng", "/van-ban/nghi-quyet-23/"],
];

for (const [kind, query, url] of FIRST) {
  test(`${kind}: “${query}” finds its page first`, async () => assert.equal((await found(query))[0], url));
}

for (const query of [
  "xyzqk",
  "qwrt zxcv",
  "asdkjh qweiuy zzzz",
  "blorf",
  "!!!",
  "“”",
  "",
  "   ",
  "\u200b",
  "ккк",
]) {
  test(`nonsense “${query}” finds nothing`, async () => assert.deepEqual(await found(query), []));
}

test("a quote that no page has finds nothing", async () => {
  assert.deepEqual(await found('"hội nghị tuyên giáo Trà Vinh Lào Cai"'), []);
});

test("a very long or hostile query is answered", async () => {
  assert.deepEqual(await found("<script>alert(1)</script> ../../ %00"), []);
  assert.ok((await found("hà giang ".repeat(500))).includes(HA_GIANG));
});

test("texts for readers are in the result files, indexed terms are not", async () => {
  const fragments = await readdir(join(folder, "site/pagefind/fragment"));
  assert.equal(fragments.length, RECORDS.length);
  for (const name of fragments) {
    const text = gunzipSync(await readFile(join(folder, "site/pagefind/fragment", name))).toString("utf8");
    assert.doesNotMatch(text, /hawgiang|qjfzct|[\u1e0f\u2060\ue000]/u);
  }
});

test("only what the search page loads is published", async () => {
  const names = (await readdir(join(folder, "site/pagefind"))).map((name) =>
    name.replace(/vi_[0-9a-f]+/, "vi_*"),
  );
  assert.deepEqual(names.sort(), [
    "facets.json",
    "fragment",
    "index",
    "pagefind-entry.json",
    "pagefind.js",
    "pagefind.vi_*.pf_meta",
    "parts.json",
    "quote",
    "search.json",
    "wasm.unknown.pagefind",
  ]);
});

test("nothing changed: nothing is indexed again, and the files are the same", async () => {
  const report = await index("again", RECORDS);
  assert.equal(report.partsMade, 0);
  assert.deepEqual(await filesOf("again"), await filesOf("site"));
});

test("an index made warm is byte for byte one made cold", async () => {
  const edited = RECORDS.map((record, place) =>
    place === 2 ? { ...record, title: "Lễ hội mùa nước nổi" } : record,
  );
  await index("warm", RECORDS);
  await index("warm", edited);
  await indexSite({
    site: join(folder, "cold"),
    cache: join(folder, "empty"),
    sources: edited.map(sourceOf),
    synonyms: SYNONYMS,
  });
  assert.deepEqual(await filesOf("warm"), await filesOf("cold"));
});

test("so is one of many pages, of which every other has changed", async () => {
  const pages = (edition: number): typeof RECORDS =>
    Array.from({ length: 240 }, (_, place) =>
      recordOf({
        url: `/2020/02/tin-${String(place).padStart(3, "0")}/`,
        title: `Bản tin số ${place}`,
        text: place % 2 === 0 ? "Tin ngắn trong ngày." : `Tin đăng${" lại".repeat(edition)}.`,
      }),
    );
  const options = { site: join(folder, "mixed"), cache: join(folder, "mixed-cache") };
  await indexSite({ ...options, sources: pages(1).map(sourceOf) });
  await indexSite({ ...options, sources: pages(2).map(sourceOf) });
  await indexSite({
    site: join(folder, "mixed-cold"),
    cache: join(folder, "mixed-empty"),
    sources: pages(2).map(sourceOf),
  });
  assert.deepEqual(await filesOf("mixed"), await filesOf("mixed-cold"));
});

test("after an edit only the edited page is rendered again", async () => {
  const edited = RECORDS.map((record, place) =>
    place === 1 ? { ...record, title: "Hội nghị về mùa nước nổi" } : record,
  );
  const asked: string[] = [];
  const sources = (records: typeof RECORDS): ReturnType<typeof sourceOf>[] =>
    records.map((record) => ({
      ...sourceOf(record),
      record: () => {
        asked.push(record.url);
        return record;
      },
    }));
  const options = { site: join(folder, "edited"), cache: join(folder, "edit-cache") };
  await indexSite({ ...options, sources: sources(RECORDS) });
  assert.equal(asked.splice(0).length, RECORDS.length);
  await indexSite({ ...options, sources: sources(edited) });
  assert.deepEqual(asked, [LAO_CAI]);
  assert.equal((await found("mùa nước nổi", "edited"))[0], LAO_CAI);
  assert.equal((await found("tuyen giao ha giang", "edited"))[0], HA_GIANG);
});

test("a caller who places files gets all of them, with a key that changes when they do", async () => {
  const placed = new Map<string, string>();
  const options = { site: join(folder, "handed-over"), cache: join(folder, "cache"), synonyms: SYNONYMS };
  await indexSite({
    ...options,
    sources: RECORDS.map(sourceOf),
    place: (path, source, key) => placed.set(path, `${key} ${source}`),
  });
  const published = Object.keys(await filesOf("site")).filter((path) => path !== "parts.json");
  assert.deepEqual(
    [...placed.keys()].sort(),
    published.map((path) => `pagefind/${path}`),
  );
  assert.match(placed.get("pagefind/search.json") ?? "", /^manifest-\w+\.json \//);
  for (const [path, value] of placed)
    if (/fragment|index\//.test(path)) assert.match(value, /^ \//, "the name tells the content");
  await assert.rejects(stat(join(folder, "handed-over")));
});

test("a page that is gone is not found any more", async () => {
  await index("fewer", RECORDS);
  await index("fewer", RECORDS.slice(1));
  assert.equal((await found("tuyen giao ha giang", "fewer")).includes(HA_GIANG), false);
});

test("a site without pages has an index that finds nothing", async () => {
  const report = await index("empty-site", []);
  assert.equal(report.documents, 0);
  assert.deepEqual(await found("hà giang", "empty-site"), []);
});

test("a portal of several parts is searched as one", async () => {
  const many = Array.from({ length: 850 }, (_, place) =>
    recordOf({ url: `/2020/01/bai-${place}/`, title: `Bản tin số ${place}`, text: "Tin ngắn trong ngày." }),
  );
  const report = await index("many", [...many, ...RECORDS]);
  assert.equal(report.parts, 4);
  assert.equal((await found("tuyen giao ha giang", "many"))[0], HA_GIANG);
  assert.equal((await found("bản tin số 77", "many"))[0], "/2020/01/bai-77/");
  assert.equal((await found("“giữ nghề qua ba đời bên dòng sông”", "many"))[0], TRA_VINH);
  assert.deepEqual(await found("xyzqk blorf", "many"), []);
});

test("results of different parts never have the same name", async () => {
  const fragments = (await readdir(join(folder, "many/pagefind"), { recursive: true }))
    .filter((path) => path.endsWith(".pf_fragment"))
    .map((path) => /(?:part-(\d\d)\/)?fragment\/(\d\d)_/.exec(path));
  assert.ok(fragments.length > 800);
  for (const match of fragments) assert.equal(match?.[2], match?.[1] ?? "00");
});

test("built pages alone can be indexed", async () => {
  const page = join(folder, "built/2022/07/so-ket");
  await mkdir(page, { recursive: true });
  await writeFile(
    join(page, "index.html"),
    '<html lang="vi"><main><article data-search><h1>Sơ kết ở Mường Khương</h1><div class="prose"><p>Chợ phiên đông vui.</p></div></article></main></html>',
  );
  const report = await indexSite({
    site: join(folder, "built"),
    cache: join(folder, "cache"),
    sources: null,
  });
  assert.equal(report.documents, 1);
  assert.deepEqual(await found("muong khuong", "built"), ["/2022/07/so-ket/"]);
});

const run = promisify(execFile);
const command = (...args: readonly string[]): ReturnType<typeof run> =>
  run(process.execPath, ["scripts/search.ts", ...args]);

test("the command prints address, title and score as JSON, best first", async () => {
  const { stdout } = await command("--site", join(folder, "site"), "tuyen giao ha giang", "--json");
  const pages: unknown = JSON.parse(String(stdout));
  assert.ok(Array.isArray(pages));
  const [first] = pages as readonly {
    readonly url: string;
    readonly title: string;
    readonly score: number;
  }[];
  assert.equal(first?.url, HA_GIANG);
  assert.equal(first.title, "Sơ kết công tác tuyên giáo 6 tháng đầu năm, tập trung vào chuyển đổi số");
  assert.equal(typeof first.score, "number");
});

for (const [query, first] of [
  ["-tuyen giao ha giang", HA_GIANG],
  ["--tuyen giao ha giang", HA_GIANG],
  ['"học tập nghị quyết"', BINH_PHUOC],
  ["'hà giang' \\ `tuyên giáo`", HA_GIANG],
  ["hà giang ".repeat(112), HA_GIANG],
  ["", undefined],
  ["xyzqk blorf", undefined],
] as const) {
  test(`the command answers ${JSON.stringify(query.slice(0, 30))} with a list, empty or not`, async () => {
    const { stdout } = await command("--site", join(folder, "site"), query, "--json");
    const pages = JSON.parse(String(stdout)) as readonly { readonly url: string }[]; // as the test above shows
    assert.equal(pages[0]?.url, first);
  });
}

const FAILURES: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [
    ["--site", "/nonexistent", "hà giang"],
    /^search: \/nonexistent\/pagefind\/search\.json is missing or broken: build the site with its search index first\n$/,
  ],
  [["--limit", "x", "hà giang"], /^search: --limit: "x" is not a whole number from 1 on\n$/],
  [[], /^search: no query: npm run search -- --site _site "tuyen giao ha giang" --json\n$/],
];
for (const [args, message] of FAILURES) {
  test(`the command with ${JSON.stringify(args)} says what is wrong and fails`, async () => {
    await assert.rejects(command(...args), (error: unknown) => {
      assert.ok(error instanceof Error && "stderr" in error && "code" in error);
      assert.equal(error.code, 1);
      assert.match(String(error.stderr), message);
      return true;
    });
  });
}

/** All files of an index with their sizes and content. */
async function filesOf(site: string): Promise<Readonly<Record<string, string>>> {
  const root = join(folder, site, "pagefind");
  const files: Record<string, string> = {};
  for (const path of (await readdir(root, { recursive: true })).sort()) {
    if ((await stat(join(root, path))).isFile())
      files[path] = (await readFile(join(root, path))).toString("base64");
  }
  return files;
}
