import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { page, problemsOf, render } from "./support.ts";

const EVERYTHING = `Đoạn mở đầu ngày 8/7 - tăng 8,5 %[^1]. **Đậm**, *nghiêng*, ~~gạch~~, \`mã\`.

## Kết quả

![Hội trường](a.jpg "Lễ khai mạc | Ảnh: My Ly")

Chữ ![Ngôi sao](b.jpg) giữa dòng[^2].

:::anh
![Một](c.jpg "Một | Ảnh: A")
![Hai](d.jpg)
:::

### Số liệu

Bảng: Số lớp **bồi dưỡng**

| | Số lớp |
|:-:|--:|
| Bắc Hà | 9 |

| a | b |
|---|---|
| 1 | 2 |

#### Tệp

:::video phim.mp4 bia.jpg phu-de.vtt "Phim"
Lời.
:::

:::audio tin.mp3 "Tin"
Lời.
:::

:::luu-y "Hạn"
- Một
  1. Hai

:::tep a.pdf "Tệp" :::
:::

> Trích dẫn[^1]

\`\`\`js
let a = "<b>";
\`\`\`

***

[Trong](/x/) [Ngoài](https://x.vn/?a=1&b=2) <mailto:a@b.vn> [Mục](#ket-qua)

[^1]: Ghi chú một.

    Đoạn hai.
[^2]: Ghi chú hai.
`;

test("a text with everything has no problem", () => assert.deepEqual(problemsOf(EVERYTHING), []));

test("its HTML is valid and carries no inline style or script", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "void-style": "off" },
  });
  const html = `<!DOCTYPE html>\n<html lang="vi"><head><title>T</title></head><body><h1>T</h1>${render(EVERYTHING).html}</body></html>`;
  const { results } = await validator.validateString(html);
  const messages = results.flatMap((result) =>
    result.messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
  assert.deepEqual(messages, []);
});

test("every id is given once and every reference to one leads somewhere", () => {
  const document = page(EVERYTHING);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const references = [...document.querySelectorAll("[aria-labelledby], a[href^='#']")].map(
    (element) => element.getAttribute("aria-labelledby") ?? element.getAttribute("href")?.slice(1) ?? "",
  );
  assert.ok(references.length >= 8);
  for (const reference of references) assert.ok(ids.includes(reference), reference);
});

test("rendering is pure: the same text gives the same result, and the result survives JSON", () => {
  const first = render(EVERYTHING);
  assert.deepEqual(render(EVERYTHING), first);
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
});

test("lines of problems are counted from the top of the file", () => {
  assert.deepEqual(problemsOf("Một\n\nXem [x](/thieu/)", { bodyLine: 21 }), [
    '23:5 Không có trang "/thieu/".',
  ]);
});

test("problems come in reading order", () => {
  const source = "# Một\n\nXem[^x] <b>đậm</b> [x](/thieu/)\n\n![](a.jpg)";
  assert.deepEqual(
    problemsOf(source).map((problem) => problem.split(" ", 1)[0]),
    ["1:1", "3:4", "3:9", "3:20", "5:1"],
  );
});

test("the column is right in lists, quotations, second lines and after tabs", () => {
  for (const [source, place] of [
    ["> > [x](/thieu/)", "1:5"],
    ["- a\n  - b [x](/thieu/)", "2:7"],
    ["Một\n  hai [x](/thieu/)", "2:7"],
    ["1. a\n\n   b\n   c [x](/thieu/)", "4:6"],
    ["-\ta [x](/thieu/)", "1:5"],
    ["## Mục [x](/thieu/) ##", "1:8"],
    ["[^1]\n\n[^1]: a [x](/thieu/)", "3:9"],
    ["Mục [x](/thieu/)\n===", "1:5"],
  ] as const) {
    const problem = problemsOf(source).find((text) => text.includes("/thieu/"));
    assert.equal(problem?.split(" ", 1)[0], place, source);
  }
});

test("letters pasted in parts are the same letters", () => {
  const source = "## Hội nghị\n\nĐồng chí phát biểu.";
  assert.deepEqual(render(source.normalize("NFD")), render(source));
});

test("line ends of Windows make no difference", () => {
  const source = ":::luu-y\nMột\n:::\n\n| a |\n|---|\n| b |";
  assert.equal(render(source.replaceAll("\n", "\r\n")).html, render(source).html);
});

test("control characters and half characters never reach the page", () => {
  const { html } = render("Một\u0001\u0008 hai\u007F ba\uD800 bốn\u0000");
  assert.match(html, /^<p>Một hai ba\uFFFD bốn<\/p>$/m);
});

const WORDS: readonly (readonly [source: string, words: number])[] = [
  ["", 0],
  ["Hội nghị sơ kết", 4],
  ["Tăng 8,5 % - so với 2021", 5],
  ["**Đậm** *nghiêng*", 2],
  ["[liên kết](/x/)", 2],
  ["![mô tả](a.jpg)", 0],
  ['![mô tả](a.jpg "Chú thích ảnh")', 3],
  ["| một | hai |\n|---|---|\n| ba | bốn |", 4],
  ["“Khát vọng” … Trà Vinh", 4],
  ["Một[^1]\n\n[^1]: hai", 2],
];
for (const [source, words] of WORDS) {
  test(`${JSON.stringify(source)} has ${words} words`, () => assert.equal(render(source).words, words));
}

test("plain text has a line for each block and is not set for the page", () => {
  const source =
    'Ngày 8 - "A"\nhai.\n\n- *một*\n- hai\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nmã\n```\n\n![x](a.jpg "Lễ | Ảnh: B")';
  assert.equal(render(source).text, 'Ngày 8 - "A" hai.\nmột\nhai\na\nb\nc\nd\nmã\nLễ');
});

test("an empty text is an empty page", () => {
  const empty = { html: "", toc: [], words: 0, text: "", links: [], figures: 0, problems: [] };
  assert.deepEqual(render(""), empty);
  assert.deepEqual(render(" \n\n\t\n"), empty);
});

test("nothing makes rendering throw", () => {
  const hostile = [
    ":::luu-y\n".repeat(20_000),
    "> ".repeat(20_000),
    "- ".repeat(5_000),
    "[".repeat(50_000),
    "![".repeat(20_000),
    "`".repeat(20_000) + " ``".repeat(5_000),
    "*a_".repeat(20_000),
    "<".repeat(50_000),
    "](".repeat(5_000),
    "[^x]".repeat(2_000),
    '"'.repeat(50_000),
    "( ".repeat(50_000),
    "| a ".repeat(5_000) + "|\n" + "|---".repeat(5_000) + "|\n",
    "[a](%E0%A4%A)",
    "![a](%E0%A4%A.jpg)",
    "[^__proto__]\n\n[^__proto__]: x",
    "[__proto__]: /x\n\n[__proto__] [constructor]",
    ":::constructor\n:::\n\n:::__proto__\n:::",
    "\uFEFFMột",
    ":::tep " + "a ".repeat(20_000),
    "<a ".repeat(20_000),
    "&#0; &#xD800; &#x110000;",
  ];
  for (const source of hostile) {
    const { html } = render(source);
    assert.equal(typeof html, "string", source.slice(0, 20));
  }
});
