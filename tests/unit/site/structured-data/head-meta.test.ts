import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dublinCore } from "#site/structured-data/dublin-core.ts";
import { openGraph } from "#site/structured-data/open-graph.ts";
import { ARTICLE, FRONT_PAGE, SITE, articlePage } from "./sample-facts.ts";

describe("Open Graph", () => {
  it("describes an article", () => {
    assert.deepEqual(
      openGraph(articlePage(), SITE).map(({ property, content }) => `${property} ${content}`),
      [
        "og:type article",
        "og:site_name Cổng thông tin Tuyên giáo tỉnh Mẫu",
        "og:title Hà Giang sơ kết công tác tuyên giáo",
        "og:description Hội nghị đánh giá kết quả 6 tháng đầu năm.",
        "og:url https://mau.example/btg/2022/07/ha-giang-so-ket/",
        "og:locale vi_VN",
        "og:image https://mau.example/btg/2022/07/ha-giang-so-ket/chia-se.png",
        "og:image:width 1200",
        "og:image:height 630",
        "og:image:alt Quang cảnh hội trường",
        "article:published_time 2022-07-08T16:43:00+07:00",
        "article:modified_time 2022-07-09T08:00:00+07:00",
        "article:section Tin tức - Sự kiện",
        "article:tag Hội nghị",
        "article:tag Sơ kết",
        "article:author https://mau.example/btg/tac-gia/to-tin-bai/",
        "twitter:card summary_large_image",
      ],
    );
  });

  it("describes any other page as part of the web site", () => {
    const properties = openGraph(FRONT_PAGE, SITE);
    assert.deepEqual(properties[0], { property: "og:type", content: "website" });
    assert.deepEqual(properties.at(-1), { property: "twitter:card", content: "summary" });
    assert.ok(properties.every(({ property }) => !/^(article|og:image)/.test(property)));
  });

  for (const [language, expected] of [
    ["vi", "vi_VN"],
    ["km", "km_KH"],
    ["hmn", undefined],
  ] as const)
    it(`gives ${language} the locale ${expected ?? "none"}`, () => {
      const locale = openGraph(articlePage({ language }), SITE).find(
        ({ property }) => property === "og:locale",
      );
      assert.equal(locale?.content, expected);
    });
});

describe("Dublin Core", () => {
  const values = (page: Parameters<typeof dublinCore>[0], element: string): readonly string[] =>
    dublinCore(page, SITE)
      .filter(({ name }) => name === `DC.${element}`)
      .map(({ content }) => content);

  it("describes an article, element by element", () => {
    const page = articlePage();
    assert.deepEqual(values(page, "title"), ["Hà Giang sơ kết công tác tuyên giáo"]);
    assert.deepEqual(values(page, "creator"), ["Tổ Tin bài", "Nguyễn Văn Mẫu"]);
    assert.deepEqual(values(page, "subject"), ["Tin tức - Sự kiện", "Hội nghị", "Sơ kết"]);
    assert.deepEqual(values(page, "publisher"), ["Ban Tuyên giáo Tỉnh ủy"]);
    assert.deepEqual(values(page, "date"), ["2022-07-08T16:43:00+07:00"]);
    assert.deepEqual(values(page, "identifier"), ["https://mau.example/btg/2022/07/ha-giang-so-ket/"]);
    assert.deepEqual(values(page, "coverage"), ["Hà Giang"]);
    assert.deepEqual(values(page, "source"), ["Báo Mẫu"]);
    assert.deepEqual(values(page, "rights"), ["Ghi rõ nguồn khi sử dụng lại thông tin"]);
  });

  it("names the agency as creator of all else", () => {
    assert.deepEqual(values(FRONT_PAGE, "creator"), ["Ban Tuyên giáo Tỉnh ủy"]);
    assert.deepEqual(values(articlePage({ article: { ...ARTICLE, authors: [] } }), "creator"), [
      "Ban Tuyên giáo Tỉnh ủy",
    ]);
  });

  it("leaves out what a page does not have", () => {
    for (const element of ["date", "source", "coverage", "subject"])
      assert.deepEqual(values(FRONT_PAGE, element), []);
  });
});
