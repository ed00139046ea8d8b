import assert from "node:assert/strict";
import { test } from "node:test";
import { splitCaption } from "#site/markdown/pictures.ts";
import { page, problemsOf, render } from "./support.ts";

test("a paragraph of one picture is a figure with caption and credit", () => {
  const figure = page('![Hội trường](a.jpg "Lễ khai mạc | Ảnh: My Ly")').querySelector("figure.figure");
  const image = figure?.querySelector("picture > img");
  assert.equal(image?.getAttribute("alt"), "Hội trường");
  assert.equal(image.getAttribute("width"), "1600");
  assert.equal(image.getAttribute("height"), "900");
  assert.equal(image.getAttribute("loading"), "lazy");
  assert.equal(figure?.querySelector("figcaption")?.textContent, "Lễ khai mạc Ảnh: My Ly");
  assert.equal(figure.querySelector("figcaption .credit")?.textContent, "Ảnh: My Ly");
});

test("a figure offers the newest format first and says how wide it is shown", () => {
  const source = page("![Hội trường](a.jpg)").querySelector("picture > source");
  assert.equal(source?.getAttribute("type"), "image/avif");
  assert.equal(source.getAttribute("srcset"), "/btg/pictures/a.jpg.avif 480w");
  assert.equal(source.getAttribute("sizes"), "(min-width: 48rem) 46rem, 100vw");
});

test("a layout may show pictures in another width", () => {
  assert.match(render("![Hội trường](a.jpg)", { sizes: "50vw" }).html, /sizes="50vw"/);
});

test("a figure without caption and credit has no figcaption", () => {
  assert.equal(page("![Hội trường](a.jpg)").querySelector("figcaption"), null);
});

test("pictures on lines of their own are figures of their own", () => {
  assert.equal(page("![Một](a.jpg)\n![Hai](b.jpg)").querySelectorAll("figure").length, 2);
});

test("a picture inside a sentence stays in it", () => {
  const document = page("Biểu tượng ![Ngôi sao](a.jpg) của hội thi");
  assert.equal(document.querySelector("figure"), null);
  assert.equal(document.querySelector("p picture img")?.getAttribute("alt"), "Ngôi sao");
});

test("a picture may be a link", () => {
  const link = page("[![Bản đồ](a.jpg)](/ban-do/)").querySelector("p > a");
  assert.equal(link?.getAttribute("href"), "/btg/ban-do/");
  assert.equal(link.querySelector("img")?.getAttribute("alt"), "Bản đồ");
});

test("a picture may be named by reference", () => {
  assert.equal(
    page('![Hội trường][1]\n\n[1]: a.jpg "Lễ | Ảnh: A"').querySelectorAll("figure .credit").length,
    1,
  );
});

test("pictures are counted where they are shown", () => {
  assert.equal(render("![Một](a.jpg)\n\nChữ ![Hai](b.jpg)\n\n![Ba](thieu.jpg)").figures, 2);
});

test("caption and credit are safe as text and set as Vietnamese", () => {
  const { html } = render('![A & "B"](a.jpg "<b>Tăng 8 %</b> | Ảnh: <i>X</i>")');
  assert.match(html, /alt="A &amp; &quot;B&quot;"/);
  assert.match(html, /&lt;b&gt;Tăng 8\u00A0%&lt;\/b&gt;/);
  assert.match(html, /Ảnh: &lt;i&gt;X&lt;\/i&gt;/);
});

test("a photo set holds its figures side by side, each of half the width", () => {
  const set = page(':::anh\n![Một](a.jpg "Chú thích")\n\n![Hai](b.jpg)\n:::').querySelector("div.photo-set");
  assert.equal(set?.querySelectorAll("figure").length, 2);
  assert.equal(
    set.querySelector("source")?.getAttribute("sizes"),
    "(min-width: 48rem) 23rem, (min-width: 36rem) 50vw, 100vw",
  );
});

const CAPTIONS: readonly (readonly [title: string, caption: string | null, credit: string | null])[] = [
  ["Lễ khai mạc | Ảnh: My Ly", "Lễ khai mạc", "My Ly"],
  ["Lễ khai mạc|Ảnh: My Ly", "Lễ khai mạc", "My Ly"],
  ["Lễ khai mạc | ảnh: Báo Lào Cai", "Lễ khai mạc", "Báo Lào Cai"],
  ["Lễ khai mạc | Nguồn: TTXVN", "Lễ khai mạc", "TTXVN"],
  ["Ảnh: My Ly", null, "My Ly"],
  ["Trái | phải | Ảnh: My Ly", "Trái | phải", "My Ly"],
  ["Lễ khai mạc", "Lễ khai mạc", null],
  ["Ảnh tư liệu", "Ảnh tư liệu", null],
  ["", null, null],
];
for (const [title, caption, credit] of CAPTIONS) {
  test(`the title “${title}” is the caption “${caption ?? ""}” with the credit “${credit ?? ""}”`, () =>
    assert.deepEqual(splitCaption(title), { caption, credit }));
}

const PROBLEMS: readonly (readonly [source: string, problem: string])[] = [
  [
    "Một\n\n![](a.jpg)",
    '3:1 Ảnh "a.jpg" thiếu mô tả cho người không nhìn thấy ảnh. Viết trong ngoặc vuông: ![Ai đang làm gì, ở đâu](a.jpg).',
  ],
  [
    "![IMG_1.JPG](a.jpg)",
    '1:1 cảnh báo: Mô tả ảnh "IMG_1.JPG" là tên tệp. Hãy viết điều ảnh cho thấy: ai đang làm gì, ở đâu.',
  ],
  ["Chữ trước ![Hội trường](thieu.jpg)", '1:11 Không thấy tệp ảnh "thieu.jpg".'],
  ["- Mục\n  > ![Hội trường](thieu.jpg)", '2:5 Không thấy tệp ảnh "thieu.jpg".'],
  ["![Cờ](dong.gif)", '1:1 cảnh báo: Ảnh "dong.gif" là ảnh động.'],
  [
    "![Hội trường](https://x.vn/a.jpg)",
    '1:1 Ảnh "https://x.vn/a.jpg" không nằm cạnh bài. Hãy tải ảnh về, đặt cùng thư mục với index.md và chỉ viết tên tệp.',
  ],
  [
    "![Hội trường](../../../bi-mat.jpg)",
    '1:1 Ảnh "../../../bi-mat.jpg" không nằm cạnh bài. Hãy tải ảnh về, đặt cùng thư mục với index.md và chỉ viết tên tệp.',
  ],
];
for (const [source, problem] of PROBLEMS) {
  test(`${JSON.stringify(source)} is reported as ${problem}`, () =>
    assert.deepEqual(problemsOf(source), [problem]));
}

test("a picture that is missing leaves no broken image", () => {
  assert.equal(page("![Hội trường](thieu.jpg)").querySelector("img, figure"), null);
});
