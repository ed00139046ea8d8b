import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { once } from "node:events";
import { basename, dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readBuildOptions } from "../../scripts/lib/site/options.ts";
import { runBuild } from "../../scripts/lib/site/run-build.ts";
import {
  build,
  copyOfFixture,
  edit,
  filesIn,
  FIXTURE,
  flagsOf,
  hashesOf,
  type Flags,
} from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openPage } from "../helpers/dom.ts";

const SCRIPTS = fileURLToPath(new URL("../../scripts/", import.meta.url));
const folder = temporaryFolder();
const cache = join(folder, "cache");
const site = join(folder, "site");
let good: ReturnType<typeof hashesOf> = {};

before(async () => {
  await build({ output: site, cache, "no-search": true });
  good = hashesOf(site);
});

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** Runs a command of the project as an operator does. */
async function run(command: "build" | "check", flags: Flags, cwd = folder): Promise<Ended> {
  const child = spawn(process.execPath, [join(SCRIPTS, `${command}.ts`), ...flagsOf(flags)], { cwd });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  }
  const [code] = (await once(child, "close")) as [number | null];
  return { code, text };
}

/** What `npm run build` does after it has started, in this process. */
async function runHere(flags: Flags): Promise<Ended> {
  let text = "";
  const terminal = { write: (chunk: string) => (text += chunk) };
  const words = flagsOf({ cache, output: site, "no-search": true, ...flags });
  await runBuild(
    () => readBuildOptions(words, {}, 0),
    terminal,
    () => 0,
  );
  const code = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { code, text };
}

/** Nothing of the previous output may have changed, and nothing may lie beside it. */
function assertUntouched(): void {
  assert.deepEqual(hashesOf(site), good);
  const beside = readdirSync(dirname(site)).filter((name) => name.startsWith(`.${basename(site)}`));
  assert.deepEqual(beside, []);
}

function assertNoStack({ text }: Ended): void {
  assert.doesNotMatch(text, /^\s+at .*:\d+:\d+\)?$/m);
}

const article = (lines: string, body = "Nội dung.") =>
  `---\ntitle: Bài mới\nlead: Tóm tắt.\ndate: 2022-07-08\nsection: tin-tuc\n${lines}---\n\n${body}\n`;

describe("bad content", () => {
  const content = copyOfFixture();
  const found: Record<string, string> = {};
  let built: Ended = { code: null, text: "" };
  let checked: Ended = { code: null, text: "" };

  /** One mistake of each kind, and what is said of it. */
  const mistakes: Readonly<Record<string, readonly [text: string, answer: string]>> = {
    "articles/2022/07/hai-cham/index.md": [
      article("").replace("Bài mới", "Hà Giang: mới"),
      ':2:8 "title": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: title: "Hà Giang: mới".',
    ],
    "articles/2022/07/lien-ket/index.md": [
      article("", "Dòng một.\n\nXem [bài](/2022/07/ha-giang-so-kett/) này."),
      ':10:5 Liên kết "/2022/07/ha-giang-so-kett/" không dẫn tới trang nào của cổng. Có phải "/2022/07/ha-giang-so-ket/"?',
    ],
    "articles/2022/07/thieu-anh/index.md": [
      article("cover:\n  file: khong-co.jpg\n  alt: Ảnh\n"),
      ':7:9 "cover.file": Không thấy tệp ảnh "khong-co.jpg". Hãy đặt tệp cùng thư mục với index.md.',
    ],
    "articles/2022/07/chuyen-cho/index.md": [
      article("redirectFrom: /gioi-thieu\n"),
      ':6:15 "redirectFrom.0": Tại địa chỉ cũ "/gioi-thieu" đang có một trang của cổng. Hãy bỏ dòng này hoặc đổi địa chỉ trang đó.',
    ],
    "pages/2022/07/ha-giang-so-ket/index.md": [
      "---\ntitle: Trang trùng\n---\n\nNội dung.\n",
      ":1:1 Địa chỉ /2022/07/ha-giang-so-ket/ đã thuộc về content/articles/2022/07/ha-giang-so-ket/index.md. Hãy đổi tên thư mục.",
    ],
    "pages/thong-bao/index.md": [
      "---\ntitle: Trang trùng\n---\n\nNội dung.\n",
      ":1:1 Địa chỉ /thong-bao/ đã thuộc về một trang của hệ thống. Hãy đổi tên thư mục.",
    ],
    "_data/redirects.yml": [
      "- from: /cu\n  to: /chuyen-muc/tin-tucc/\n",
      ':2:7 "0.to": Liên kết "/chuyen-muc/tin-tucc/" không dẫn tới trang nào của cổng. Có phải "/chuyen-muc/tin-tuc/"?',
    ],
    "_data/menus.yml": [
      "main:\n  - label: Tin\n    link: /tin-moi\nfooter: []\n",
      ':3:11 "main.0.link": Liên kết "/tin-moi" không dẫn tới trang nào của cổng. Có phải "/tin-moi/"?',
    ],
    "_data/synonyms.yml": [
      "same: [\n",
      ":1:1 Tệp này không đọc được. Hãy kiểm tra thụt lề, dấu ngoặc và bảng mã UTF-8.",
    ],
  };

  before(async () => {
    for (const [path, [text]] of Object.entries(mistakes)) found[path] = text;
    edit(content, found);
    const flags = { content: "content", cache };
    built = await run("build", { ...flags, output: site, "no-search": true }, dirname(content));
    checked = await run("check", flags, dirname(content));
  });

  for (const [path, [, answer]] of Object.entries(mistakes)) {
    test(`${path} is named with place, value and fix`, () => {
      const lines = built.text.split("\n").filter((line) => line.startsWith(`content/${path}:`));
      assert.deepEqual(lines, [`content/${path}${answer}`]);
    });
  }

  test("every problem comes in one run, once each, and nothing else", () => {
    assert.deepEqual(built.text.trim().split("\n").slice(-1), [
      `${Object.keys(mistakes).length} lỗi. Trang chưa được dựng; bản trước vẫn giữ nguyên.`,
    ]);
    assert.equal(built.text.trim().split("\n").length, Object.keys(mistakes).length + 1);
  });

  test("the check says the same as the build", () => {
    assert.deepEqual(
      checked.text.trim().split("\n").slice(0, -1),
      built.text.trim().split("\n").slice(0, -1),
    );
    assert.match(checked.text, new RegExp(`^${Object.keys(mistakes).length} lỗi, 0 cảnh báo\\.$`, "m"));
  });

  test("both fail without a stack trace, and the previous output stays", () => {
    assert.deepEqual([built.code, checked.code], [1, 1]);
    assertNoStack(built);
    assertNoStack(checked);
    assertUntouched();
  });
});

describe("bad flags and folders", () => {
  const rows: readonly (readonly [name: string, flags: Flags, answer: RegExp])[] = [
    [
      "a content folder that does not exist",
      { content: "/khong/co" },
      /^--content: there is no folder "\/khong\/co"$/m,
    ],
    [
      "a time that is none",
      { now: "hôm nay" },
      /^--now: "hôm nay" is not a time such as 2026-11-22T08:00:00\+07:00$/m,
    ],
    [
      "an address that is none",
      { "base-url": "btg" },
      /^--base-url: "btg" is not an address such as https:\/\/host\/ or https:\/\/host\/btg\/$/m,
    ],
    ["a flag that does not exist", { "out-put": "x" }, /^Unknown option '--out-put'/m],
    [
      "an output that is a file",
      { output: join(FIXTURE, "_data", "site.yml") },
      /^--output: ".*site\.yml" is a file; name a folder$/m,
    ],
    [
      "an output below a file",
      { output: join(FIXTURE, "_data", "site.yml", "site") },
      /^--output: cannot write beside ".*" \(ENOTDIR: .*\); the previous output is untouched$/m,
    ],
    [
      "an output that holds something else than a site",
      { output: FIXTURE },
      /^--output: ".*content" holds files that no build made; name an empty or a new folder$/m,
    ],
    [
      "a cache that is a file",
      { cache: join(FIXTURE, "_data", "site.yml") },
      /ENOTDIR|EEXIST|not a directory/,
    ],
  ];
  for (const [name, flags, answer] of rows) {
    test(name, async () => {
      const before = hashesOf(FIXTURE);
      const ended = await runHere(flags);
      assert.match(ended.text, answer);
      assert.equal(ended.code, 1);
      assertNoStack(ended);
      assert.deepEqual(hashesOf(FIXTURE), before);
      assertUntouched();
    });
  }
});

describe("a mistake in one of many articles that are built already", () => {
  test("leaves nothing of the search index that was made meanwhile", async () => {
    const content = copyOfFixture();
    const home = temporaryFolder();
    const flags = { content, output: join(home, "site"), cache: join(home, "cache") };
    await build(flags);
    const before = hashesOf(flags.output);
    const parts = readdirSync(join(flags.cache, "search"));
    const article = join(content, "articles/2022/06/bon/index.md");
    edit(content, {
      "articles/2022/06/bon/index.md": `${readFileSync(article, "utf8")}\nXem [bài](/2022/06/khong-co/).\n`,
    });
    await assert.rejects(build(flags));
    const made = readdirSync(join(flags.cache, "search")).filter((name) => !parts.includes(name));
    assert.notDeepEqual(made, [], "the index ended before the build did");
    assert.deepEqual(hashesOf(flags.output), before);
    assert.deepEqual(readdirSync(home).sort(), ["cache", "site"]);
  });
});

describe("a full disk", () => {
  /*
   * A real one where the kernel lets a process mount a RAM file system in a name space of its own: 1 MB that holds a
   * small site, which must survive. Elsewhere (some containers) the kernel refuses to write a file beyond 20 blocks.
   */
  const space = ["--user", "--map-root-user", "--mount"];
  const mounts = spawnSync("unshare", [...space, "true"]).status === 0;

  test("fails with the system's words, and the previous output stays whole", async () => {
    const disk = join(temporaryFolder(), "disk");
    edit(disk, { "site/paths.json": "[]", "site/index.html": "trang cũ" });
    const words = flagsOf({ cache, output: `${disk}/site`, "no-search": true });
    const command = [process.execPath, join(SCRIPTS, "build.ts"), ...words];
    const script = [
      mounts
        ? `cp -a '${disk}/site' '${disk}.site' && mount -t tmpfs -o size=1m tmpfs '${disk}' && cp -a '${disk}.site' '${disk}/site'`
        : "ulimit -f 20",
      `${command.map((word) => `'${word}'`).join(" ")}; echo "code $?"`,
      `cd '${disk}' && echo "files $(find . -type f | sort | tr '\\n' ' ')" && cat site/index.html`,
    ].join("\n");
    const child = mounts ? spawn("unshare", [...space, "sh", "-c", script]) : spawn("sh", ["-c", script]);
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    }
    await once(child, "close");
    assert.match(text, /^(?:ENOSPC: no space left on device|EFBIG: file too large)/m);
    assert.match(text, /^code 1$/m);
    assert.match(text, /^files \.\/site\/index\.html \.\/site\/paths\.json \ntrang cũ$/m);
    assertNoStack({ code: 1, text });
  });
});

describe("a build that is killed", () => {
  for (const stage of ["assets", "pages"]) {
    test(`after the stage “${stage}” leaves the previous output whole, and the next build clears up`, async () => {
      const child = spawn(process.execPath, [
        join(SCRIPTS, "build.ts"),
        // Every page differs from those of the output.
        ...flagsOf({ cache, output: site, json: true, "no-search": true, preview: true }).filter(
          (word) => word !== "--quiet",
        ),
      ]);
      let text = "";
      child.stderr.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes(`"stage":"${stage}"`)) child.kill("SIGKILL");
      });
      const [, signal] = (await once(child, "close")) as [number | null, string | null];
      assert.equal(signal, "SIGKILL");
      assert.deepEqual(hashesOf(site), good);
      await build({ output: site, cache, "no-search": true });
      assertUntouched();
    });
  }

  test("between the two renames comes back with the next build, also with one that fails", async () => {
    renameSync(site, join(folder, ".site.old-4194304"));
    const { code } = await runHere({ content: "/khong/co" });
    assert.equal(code, 1);
    assertUntouched();
  });
});

describe("few articles", () => {
  test("none at all is a site", async () => {
    const content = copyOfFixture();
    edit(content, { articles: null, "_data/redirects.yml": null });
    const output = join(temporaryFolder(), "site");
    await build({ content, output, cache });
    assert.equal(openPage(output, "/").texts("h1").length, 1);
    assert.deepEqual(openPage(output, "/tin-moi/").texts(".card"), []);
    assert.ok(filesIn(output).includes("rss.xml"));
    assert.ok(!filesIn(output).some((file) => /^\d{4}\//.test(file)));
  });

  test("nor any register, notice, document or page beyond the two files that must be", async () => {
    const content = join(temporaryFolder(), "content");
    edit(content, {
      "_data/site.yml": readFileSync(join(FIXTURE, "_data/site.yml"), "utf8"),
      "_data/sections.yml": readFileSync(join(FIXTURE, "_data/sections.yml"), "utf8"),
    });
    const output = join(temporaryFolder(), "site");
    const { problems } = await build({ content, output, cache });
    assert.deepEqual(problems, []);
    assert.ok(existsSync(join(output, "index.html")));
  });

  test("one article with a title of 300 characters and one word of 200 is a site", async () => {
    const content = copyOfFixture();
    const title = `${"Đ".repeat(200)} ${"hội nghị ".repeat(11).trim()}`;
    edit(content, { articles: null });
    edit(content, { "articles/2022/07/dai/index.md": article("").replace("Bài mới", title) });
    const output = join(temporaryFolder(), "site");
    await build({ content, output, cache });
    assert.equal(openPage(output, "/2022/07/dai/").text("h1"), title);
    assert.deepEqual(openPage(output, "/tin-moi/").texts(".card-title"), [title]);
  });
});
