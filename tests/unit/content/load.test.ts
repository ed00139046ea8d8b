import assert from "node:assert/strict";
import {
  appendFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, test, type TestContext } from "node:test";
import { formatProblem } from "../../../scripts/lib/domain/problem.ts";
import { checkReferences } from "../../../scripts/lib/content/check-references.ts";
import { loadContent, type Content } from "../../../scripts/lib/content/load.ts";
import { locateFindings } from "../../../scripts/lib/content/locate.ts";
import { articleText, contentFolder, DATA } from "./support.ts";

function load(folder: string, cache: string | null = null, program = "1"): Promise<Content> {
  return loadContent({ folder, label: "content", cache, program });
}

/** What a check of a folder says, references included. */
async function check(test: TestContext, files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const folder = contentFolder(test, { ...DATA, ...files });
  const content = await load(folder);
  const { editorial } = content;
  const findings = editorial === null ? [] : checkReferences(content, editorial);
  return [...content.problems, ...locateFindings(folder, "content", findings)].map(formatProblem);
}

const ARTICLE = "articles/2022/07/so-ket/index.md";

describe("all problems of all files come in one run", () => {
  test("of articles, notices, documents, pages and every broken register", async (t) => {
    const problems = await check(t, {
      "_data/sections.yml": "tin-tuc:\n  name: Tin: tức\n",
      "_data/authors.yml": "my-ly:\n  ten: My Ly\n",
      [ARTICLE]: articleText({ date: "date: 08/07/2022" }),
      "notices/moi/index.md": "---\ntitle: Mời họp\n---\n",
      "documents/ct-5/index.md": "---\ntitle: Chỉ thị\ntype: chithi\nissuer: Bộ Chính trị\n---\n",
      "pages/gioi-thieu/index.md": "---\n\ttitle: Giới thiệu\n---\n",
    });
    assert.deepEqual(problems, [
      'content/_data/sections.yml:2:9 "name": Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: name: "Tin: tức".',
      'content/_data/authors.yml:2:3 "my-ly": Thiếu mục "name". Hãy thêm dòng “name: …”.',
      'content/_data/authors.yml:2:3 "my-ly.ten": Không có mục nào tên "ten". Hãy xóa dòng này.',
      'content/articles/2022/07/so-ket/index.md:4:7 "date": "08/07/2022" chưa đúng dạng ngày. Hãy viết năm trước: 2022-07-08.',
      'content/documents/ct-5/index.md:3:7 "type": "chithi" không hợp lệ; chọn một trong: nghi-quyet, chi-thi, ket-luan, quyet-dinh, ke-hoach, huong-dan, bao-cao, ban-tin. Có phải "chi-thi"?',
      'content/notices/moi/index.md:2:1 Thiếu mục "date". Hãy thêm dòng “date: …”.',
      'content/pages/gioi-thieu/index.md:2:1 "title": Dòng này bắt đầu bằng phím Tab. Hãy xóa Tab và dùng dấu cách.',
    ]);
  });

  test("a register with errors does not make its keys unknown in articles", async (t) => {
    const problems = await check(t, {
      "_data/sections.yml": "tin-tuc: [\n",
      [ARTICLE]: articleText({ section: "section: tin-tuc" }),
    });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /^content\/_data\/sections\.yml:1:10 /);
  });

  test("files that every portal needs are named when they are missing", async (t) => {
    const folder = contentFolder(t, { [ARTICLE]: articleText() });
    assert.deepEqual(
      (await load(folder)).problems.map(formatProblem),
      ["site", "sections"].map(
        (name) =>
          `content/_data/${name}.yml:1:1 Thiếu tệp này; cổng tin không dựng được nếu không có nó.`,
      ),
    );
  });

  test("no articles at all is no problem", async (t) => {
    const content = await load(contentFolder(t, DATA));
    assert.deepEqual([content.problems, content.articles, content.files], [[], [], 0]);
  });
});

describe("files and folders that no parser would see", () => {
  const rows: readonly (readonly [name: string, path: string, answer: string])[] = [
    ["a misspelt folder", "artcles/2022/07/x/index.md", 'content/artcles:1:1 Thư mục "artcles" không thuộc cấu trúc nội dung. Có phải "articles"?'],
    ["a folder of another kind", "tai-lieu/x.md", 'content/tai-lieu:1:1 Thư mục "tai-lieu" không thuộc cấu trúc nội dung.'],
    [
      "an article as a single file",
      "articles/2022/07/so-ket.md",
      "content/articles/2022/07/so-ket.md:1:1 Tệp bài viết phải tên là index.md và nằm trong thư mục mang tên bài: articles/2022/07/so-ket/index.md.",
    ],
    [
      "an article's text under another name",
      "articles/2022/07/so-ket/bai.md",
      "content/articles/2022/07/so-ket/bai.md:1:1 Tệp bài viết phải tên là index.md và nằm trong thư mục mang tên bài: articles/2022/07/so-ket/index.md.",
    ],
    [
      "capitals in the name",
      "notices/moi/Index.md",
      "content/notices/moi/Index.md:1:1 Tệp bài viết phải tên là index.md và nằm trong thư mục mang tên bài: notices/moi/index.md.",
    ],
    [
      "an ending that Windows hides",
      "notices/moi/index.md.txt",
      "content/notices/moi/index.md.txt:1:1 Tệp bài viết phải tên là index.md và nằm trong thư mục mang tên bài: notices/moi/index.md.",
    ],
    [
      "pictures without an article",
      "articles/2022/07/so-ket/anh/1.jpg",
      "content/articles/2022/07/so-ket/anh:1:1 Thư mục này có tệp nhưng không có index.md. Ảnh và tệp phải nằm cùng thư mục với index.md.",
    ],
  ];
  for (const [name, path, answer] of rows) {
    test(name, async (t) => assert.deepEqual(await check(t, { [path]: "x" }), [answer]));
  }

  test("files that systems leave behind are no mistake", async (t) => {
    assert.deepEqual(
      await check(t, {
        "articles/.DS_Store": "x",
        "articles/2022/Thumbs.db": "x",
        ".git/config": "x",
        "README.md": "x",
        [ARTICLE]: articleText(),
        "articles/2022/07/so-ket/index.md~": "x",
      }),
      [],
    );
  });
});

describe("what one file says of another", () => {
  const other = "articles/2022/07/khac/index.md";

  test("a related article that does not exist, with the nearest that does", async (t) => {
    assert.deepEqual(
      await check(t, {
        [ARTICLE]: articleText({ related: "related:\n  - 2022/07/khak" }),
        [other]: articleText(),
      }),
      [
        'content/articles/2022/07/so-ket/index.md:7:5 "related.0": "2022/07/khak" không trỏ tới bài nào. Có phải "2022/07/khac"?',
      ],
    );
  });

  test("an article that cannot be read is not reported as unknown elsewhere", async (t) => {
    const problems = await check(t, {
      [ARTICLE]: articleText({ related: "related:\n  - /2022/07/khac/" }),
      [other]: articleText({ title: "title: @khac" }),
    });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", /^content\/articles\/2022\/07\/khac\/index\.md:2:8 /);
  });

  test("an article related to itself", async (t) => {
    assert.deepEqual(await check(t, { [ARTICLE]: articleText({ related: "related: 2022/07/so-ket" }) }), [
      'content/articles/2022/07/so-ket/index.md:6:10 "related.0": Bài không thể là bài liên quan của chính nó. Hãy xóa dòng này.',
    ]);
  });

  test("a translation of a translation", async (t) => {
    assert.deepEqual(
      await check(t, {
        [ARTICLE]: articleText({ translationOf: "translationOf: 2022/07/khac", language: "language: km" }),
        [other]: articleText({ translationOf: "translationOf: 2022/07/goc", language: "language: hmn" }),
        "articles/2022/07/goc/index.md": articleText(),
      }),
      [
        'content/articles/2022/07/so-ket/index.md:6:16 "translationOf": "2022/07/khac" cũng là bản dịch. Hãy ghi bài gốc.',
      ],
    );
  });

  test("one old address that two pieces claim", async (t) => {
    const redirect = { redirectFrom: "redirectFrom:\n  - /tin/1.html" };
    assert.deepEqual(await check(t, { [ARTICLE]: articleText(redirect), [other]: articleText(redirect) }), [
      'content/articles/2022/07/so-ket/index.md:7:5 "redirectFrom.0": Địa chỉ cũ "/tin/1.html" đã được dùng ở articles/2022/07/khac/index.md. Mỗi địa chỉ cũ chỉ dẫn tới một nơi.',
    ]);
  });

  test("a document that relates to one that is not there", async (t) => {
    const text =
      "---\ntitle: Kế hoạch\ntype: ke-hoach\nissuer: Ban\nrelations:\n  - kind: thuc-hien\n    document: ct-5\n---\n";
    assert.deepEqual(await check(t, { "documents/kh-1/index.md": text }), [
      'content/documents/kh-1/index.md:7:15 "relations.0.document": "ct-5" không trỏ tới văn bản nào.',
    ]);
  });

  const sections: readonly (readonly [name: string, text: string, answer: string])[] = [
    ["a parent that does not exist", "a:\n  name: A\n  parent: bee\n", '"a.parent": "bee" không trỏ tới mục nào.'],
    ["a section below itself", "a:\n  name: A\n  parent: a\n", '"a.parent": "a" không thể nằm dưới chính nó.'],
  ];
  for (const [name, text, answer] of sections) {
    test(name, async (t) => {
      const [first = ""] = await check(t, { "_data/sections.yml": `${text}tin-tuc:\n  name: Tin tức\n` });
      assert.ok(first.startsWith(`content/_data/sections.yml:3:11 ${answer}`), first);
    });
  }

  test("sections three levels deep", async (t) => {
    const text = "a:\n  name: A\nb:\n  name: B\n  parent: a\nc:\n  name: C\n  parent: b\n";
    assert.deepEqual(await check(t, { "_data/sections.yml": text }), [
      'content/_data/sections.yml:8:11 "c.parent": Chuyên mục chỉ có hai cấp; "b" đã là chuyên mục con.',
    ]);
  });

  test("two units below each other would both vanish from the chart", async (t) => {
    const text = "a:\n  name: A\n  parent: b\nb:\n  name: B\n  parent: a\n";
    assert.deepEqual(await check(t, { "_data/units.yml": text }), [
      'content/_data/units.yml:3:11 "a.parent": "a" không thể nằm dưới chính nó.',
      'content/_data/units.yml:6:11 "b.parent": "b" không thể nằm dưới chính nó.',
    ]);
  });

  test("a menu entry of a section that does not exist", async (t) => {
    const menus = "main:\n  - label: Tin\n    link: /\n    children:\n      - label: Tin tức\n        link: section:tin-tac\n";
    assert.deepEqual(await check(t, { "_data/menus.yml": menus }), [
      'content/_data/menus.yml:6:15 "main.0.children.0.link": "tin-tac" không trỏ tới chuyên mục nào. Có phải "tin-tuc"?',
    ]);
  });
});

describe("the cache of parsed files", () => {
  const files = { ...DATA, [ARTICLE]: articleText(), "articles/2022/07/khac/index.md": articleText() };

  test("a second run reads nothing and gives the same content", async (t) => {
    const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
    const { read: first, ...cold } = await load(folder, cache);
    const { read: second, ...warm } = await load(folder, cache);
    assert.deepEqual([first, second], [2, 0]);
    assert.deepEqual(warm, cold);
  });

  test("an edit of the same length at the same time is still seen", async (t) => {
    const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
    const file = join(folder, ARTICLE);
    const hour = new Date("2022-07-08T00:00:00Z");
    utimesSync(file, hour, hour);
    const { size } = statSync(file);
    await load(folder, cache);
    writeFileSync(file, articleText({ title: "title: Hà Giang công tác sơ kết" }));
    utimesSync(file, hour, hour);
    assert.equal(statSync(file).size, size);
    const { articles, read } = await load(folder, cache);
    assert.deepEqual([read, articles[1]?.title], [1, "Hà Giang công tác sơ kết"]);
  });

  test("a renamed, a removed and an added article are seen", async (t) => {
    const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
    await load(folder, cache);
    renameSync(join(folder, "articles/2022/07/khac"), join(folder, "articles/2022/07/moi"));
    assert.deepEqual(
      (await load(folder, cache)).articles.map(({ id }) => id),
      ["2022/07/moi", "2022/07/so-ket"],
    );
    rmSync(join(folder, "articles/2022/07/moi"), { recursive: true });
    assert.deepEqual(
      (await load(folder, cache)).articles.map(({ id }) => id),
      ["2022/07/so-ket"],
    );
  });

  test("a changed register has every file checked again", async (t) => {
    const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
    await load(folder, cache);
    writeFileSync(join(folder, "_data/sections.yml"), "kinh-te:\n  name: Kinh tế\n");
    const { read, problems } = await load(folder, cache);
    assert.deepEqual([read, problems.length], [2, 2]);
  });

  const registers: readonly (readonly [name: string, text: string, read: number])[] = [
    ["menus", "main: []\nfooter: []\n", 0],
    ["partners", "- title: Trung ương\n  links:\n    - label: Báo\n      url: https://bao.example/\n", 0],
    ["places", "ha-giang:\n  name: Hà Giang\n", 2],
    ["authors", "my-ly:\n  name: My Ly\n", 2],
    ["sources", "bao:\n  name: Báo\n", 2],
  ];
  for (const [name, text, read] of registers) {
    test(`${read === 0 ? "no file is" : "every file is"} checked again for a new ${name}.yml`, async (t) => {
      const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
      await load(folder, cache);
      writeFileSync(join(folder, `_data/${name}.yml`), text);
      const next = await load(folder, cache);
      assert.deepEqual([next.read, next.problems], [read, []]);
    });
  }

  const renamed: readonly (readonly [register: string, read: number])[] = [
    ["places", 0],
    ["topics", 0],
    ["authors", 2],
    ["sources", 2],
  ];
  for (const [register, read] of renamed) {
    test(`${read} files are checked again for another name in ${register}.yml`, async (t) => {
      const file = `_data/${register}.yml`;
      const [folder, cache] = [
        contentFolder(t, { ...files, [file]: "mot:\n  name: Một\n" }),
        contentFolder(t, {}),
      ];
      await load(folder, cache);
      writeFileSync(join(folder, file), "mot:\n  name: Số một\n");
      assert.equal((await load(folder, cache)).read, read);
    });
  }

  test("a register that cannot be read has every file checked again, and once more when it is mended", async (t) => {
    const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
    await load(folder, cache);
    writeFileSync(join(folder, "_data/places.yml"), "ha-giang: [\n");
    assert.equal((await load(folder, cache)).read, 2);
    writeFileSync(join(folder, "_data/places.yml"), "");
    assert.equal((await load(folder, cache)).read, 2);
  });

  test("another program, a broken and a foreign cache file are no cache", async (t) => {
    const [folder, cache] = [contentFolder(t, files), contentFolder(t, {})];
    await load(folder, cache);
    assert.equal((await load(folder, cache, "2")).read, 2);
    for (const text of ["", "{", '{"version":1}', "null"]) {
      const parts = readdirSync(join(cache, "content"));
      assert.ok(parts.length > 0);
      for (const part of parts) writeFileSync(join(cache, "content", part), text);
      assert.equal((await load(folder, cache, "2")).read, 2, text);
    }
  });

  test("an edit writes no more of the cache than the part that its file is in", async (t) => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `articles/${2011 + (index % 12)}/08/bai-${index}/index.md`,
        articleText({}),
      ]),
    );
    const [folder, cache] = [contentFolder(t, { ...files, ...many }), contentFolder(t, {})];
    const inodes = () =>
      readdirSync(join(cache, "content")).map((part) => statSync(join(cache, "content", part)).ino);
    await load(folder, cache);
    const before = inodes();
    assert.ok(before.length > 10);
    appendFileSync(join(folder, "articles/2018/08/bai-7/index.md"), "Thêm một câu.\n");
    await load(folder, cache);
    assert.equal(inodes().filter((inode) => !before.includes(inode)).length, 1);
  });

  test("errors and warnings are remembered too", async (t) => {
    const folder = contentFolder(t, { ...files, [ARTICLE]: articleText({ title: "title: @x" }) });
    const cache = contentFolder(t, {});
    const cold = (await load(folder, cache)).problems;
    assert.equal(cold.length, 1);
    assert.deepEqual((await load(folder, cache)).problems, cold);
  });
});
