import assert from "node:assert/strict";
import { test } from "node:test";
import { recordFromPage } from "../../../scripts/lib/search/index-step/built-pages.ts";
import { readMarkup } from "../../../scripts/lib/search/index-step/markup.ts";

const PAGE = `<!doctype html><html lang="vi"><head><meta property="article:section" content="Tin tức">
<script type="application/ld+json">{"headline":"<b>"}</script></head><body><header><h1>Tên cổng</h1></header>
<main><article class="article" data-search><p class="kicker">Hà Giang:</p><h1>Sơ kết &amp; tổng kết</h1>
<p class="dateline"><time datetime="2022-07-08T16:43:00+07:00">Thứ Sáu</time></p><a href="/dia-ban/ha-giang/">Hà Giang</a>
<p class="lead">Lời dẫn&nbsp;ngắn.</p><div class="prose"><p>Đoạn <strong>một</strong>.</p><!-- ghi chú --><figure><img src="a.jpg" alt="x"><figcaption>Chú thích</figcaption></figure>
<script>var x = "ẩn";</script></div><section class="attachments"><a href="/tep/a.pdf">Phụ lục A</a></section></article><aside>Tin khác</aside></main></body></html>`;

test("a built page gives its record", () => {
  assert.deepEqual(recordFromPage("/2022/07/so-ket/", PAGE), {
    url: "/2022/07/so-ket/",
    title: "Sơ kết & tổng kết",
    kicker: "Hà Giang:",
    lead: "Lời dẫn ngắn.",
    text: "Đoạn một.\nChú thích",
    section: "Tin tức",
    place: "Hà Giang",
    otherPlaces: [],
    kind: "tin-bai",
    date: "2022-07-08T16:43:00+07:00",
    image: null,
    documentCodes: [],
    attachments: ["Phụ lục A"],
    keywords: [],
  });
});

test("a page without data-search is not to be found", () => {
  assert.equal(recordFromPage("/", PAGE.replace(" data-search", "")), null);
});

for (const [url, kind] of [
  ["/2022/07/a/", "tin-bai"],
  ["/thong-bao/a/", "thong-bao"],
  ["/van-ban/a/", "van-ban"],
  ["/gioi-thieu/", "trang"],
] as const) {
  test(`${url} is of the kind ${kind}`, () => assert.equal(recordFromPage(url, PAGE)?.kind, kind));
}

test("character references of every form are read", () => {
  assert.equal(
    readMarkup("<p>&lt;a&gt; &#273; &#x110; &khong;</p>")
      .find(({ name }) => name === "p")
      ?.text(),
    "<a> đ Đ &khong;",
  );
});

test("unclosed and stray tags do not stop the reading", () => {
  assert.equal(readMarkup("<div><p>một<p>hai</div></span>ba").text(), "một\nhai\nba");
});
