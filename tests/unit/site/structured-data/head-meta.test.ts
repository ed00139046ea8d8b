import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { LAYOUTS } from "#site/program.ts";
import { createTemplates } from "#site/render/templates.ts";
import type { PageFacts } from "#site/structured-data/facts.ts";
import { frame } from "../../../fixtures/views/article.ts";
import { SITE } from "../../../fixtures/views/site.ts";
import { ARTICLE, FRONT_PAGE, articlePage } from "./sample-facts.ts";

const templates = createTemplates(LAYOUTS);

/** The `<meta>` elements of a page with these facts, in order. */
function metaOf({ description, language, ...facts }: PageFacts): readonly (readonly [string, string])[] {
  const any = frame("/", "");
  const page = { ...any, layout: "", language, head: { ...any.head, description, facts } };
  const { document } = parseHTML(templates.file("base.njk", { page, site: SITE }));
  return [...document.querySelectorAll("meta[property], meta[name^='DC.']")].map((meta) => [
    meta.getAttribute("property") ?? meta.getAttribute("name") ?? "",
    meta.getAttribute("content") ?? "",
  ]);
}

describe("Open Graph", () => {
  const openGraph = (page: PageFacts) => metaOf(page).filter(([name]) => !name.startsWith("DC."));

  it("describes an article", () => {
    assert.deepEqual(openGraph(articlePage()), [
      ["og:type", "article"],
      ["og:site_name", SITE.name],
      ["og:title", "Hà Giang sơ kết công tác tuyên giáo"],
      ["og:description", "Hội nghị đánh giá kết quả 6 tháng đầu năm."],
      ["og:url", "https://mau.example/btg/2022/07/ha-giang-so-ket/"],
      ["og:locale", "vi_VN"],
      ["og:image", "https://mau.example/btg/2022/07/ha-giang-so-ket/chia-se.png"],
      ["og:image:width", "1200"],
      ["og:image:height", "630"],
      ["og:image:alt", "Quang cảnh hội trường"],
      ["article:published_time", "2022-07-08T16:43:00+07:00"],
      ["article:modified_time", "2022-07-09T08:00:00+07:00"],
      ["article:section", "Tin tức - Sự kiện"],
      ["article:tag", "Hội nghị"],
      ["article:tag", "Sơ kết"],
      ["article:author", "https://mau.example/btg/tac-gia/to-tin-bai/"],
      ["twitter:card", "summary_large_image"],
    ]);
  });

  it("describes any other page as part of the web site", () => {
    assert.deepEqual(openGraph(FRONT_PAGE), [
      ["og:type", "website"],
      ["og:site_name", SITE.name],
      ["og:title", "Cổng thông tin Tuyên giáo tỉnh Mẫu"],
      ["og:description", "Tin tức, văn bản và tài liệu"],
      ["og:url", "https://mau.example/btg/"],
      ["og:locale", "vi_VN"],
      ["twitter:card", "summary"],
    ]);
  });

  it("leaves out a description, a locale and a picture's words that a page does not have", () => {
    const page = articlePage({ description: "", locale: null, shareImageAlt: null });
    const names = openGraph(page).map(([name]) => name);
    for (const name of ["og:description", "og:locale", "og:image:alt"]) assert.ok(!names.includes(name));
  });
});

describe("Dublin Core", () => {
  const values = (page: PageFacts, element: string): readonly string[] =>
    metaOf(page).flatMap(([name, content]) => (name === `DC.${element}` ? [content] : []));

  it("describes an article, element by element", () => {
    const page = articlePage();
    assert.deepEqual(values(page, "title"), ["Hà Giang sơ kết công tác tuyên giáo"]);
    assert.deepEqual(values(page, "creator"), ["Tổ Tin bài", "Nguyễn Văn Mẫu"]);
    assert.deepEqual(values(page, "subject"), ["Tin tức - Sự kiện", "Hội nghị", "Sơ kết"]);
    assert.deepEqual(values(page, "description"), ["Hội nghị đánh giá kết quả 6 tháng đầu năm."]);
    assert.deepEqual(values(page, "publisher"), [SITE.department]);
    assert.deepEqual(values(page, "date"), ["2022-07-08T16:43:00+07:00"]);
    assert.deepEqual(values(page, "type"), ["Text"]);
    assert.deepEqual(values(page, "format"), ["text/html"]);
    assert.deepEqual(values(page, "identifier"), ["https://mau.example/btg/2022/07/ha-giang-so-ket/"]);
    assert.deepEqual(values(page, "source"), ["Báo Mẫu"]);
    assert.deepEqual(values(page, "language"), ["vi"]);
    assert.deepEqual(values(page, "relation"), [SITE.address]);
    assert.deepEqual(values(page, "coverage"), ["Hà Giang"]);
    assert.deepEqual(values(page, "rights"), [SITE.imprint.reuse]);
  });

  it("names the agency as creator of all else", () => {
    assert.deepEqual(values(FRONT_PAGE, "creator"), [SITE.department]);
    assert.deepEqual(values(articlePage({ article: { ...ARTICLE, authors: [] } }), "creator"), [
      SITE.department,
    ]);
  });

  it("leaves out what a page does not have", () => {
    for (const element of ["date", "source", "coverage", "subject"])
      assert.deepEqual(values(FRONT_PAGE, element), []);
    assert.deepEqual(values(articlePage({ description: "" }), "description"), []);
  });
});
