import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PageFacts, SiteFacts } from "#site/structured-data/facts.ts";
import { jsonLd } from "#site/structured-data/json-ld.ts";
import type { JsonLdNode } from "#site/structured-data/json-ld-node.ts";
import { ARTICLE, FRONT_PAGE, SITE, articlePage } from "./sample-facts.ts";

/** The nodes of a page's graph by type. */
function graph(page: PageFacts, site: SiteFacts = SITE): ReadonlyMap<unknown, JsonLdNode> {
  const data = JSON.parse(jsonLd(page, site)) as { "@context": string; "@graph": JsonLdNode[] }; // what jsonLd writes
  assert.equal(data["@context"], "https://schema.org");
  return new Map(data["@graph"].map((node) => [node["@type"], node]));
}

describe("the graph of an article page", () => {
  const nodes = graph(articlePage());
  const article = nodes.get("NewsArticle") ?? {};

  it("holds agency, portal, way and article", () => {
    assert.deepEqual([...nodes.keys()], ["Organization", "WebSite", "BreadcrumbList", "NewsArticle"]);
  });

  it("joins them by identities that exist in the graph", () => {
    const ids = [...nodes.values()].map((node) => node["@id"]);
    assert.deepEqual(article["publisher"], { "@id": nodes.get("Organization")?.["@id"] });
    assert.deepEqual(article["isPartOf"], { "@id": nodes.get("WebSite")?.["@id"] });
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => URL.canParse(String(id))));
  });

  it("tells headline, pictures and both dates", () => {
    assert.equal(article["headline"], "Hà Giang sơ kết công tác tuyên giáo");
    assert.deepEqual(article["image"], [
      "https://mau.example/btg/anh/hoi-truong-800.jpg",
      "https://mau.example/btg/2022/07/ha-giang-so-ket/chia-se.png",
    ]);
    assert.equal(article["datePublished"], "2022-07-08T16:43:00+07:00");
    assert.equal(article["dateModified"], "2022-07-09T08:00:00+07:00");
  });

  it("tells section, keywords, language, place and source", () => {
    assert.equal(article["articleSection"], "Tin tức - Sự kiện");
    assert.deepEqual(article["keywords"], ["Hội nghị", "Sơ kết"]);
    assert.equal(article["inLanguage"], "vi");
    assert.deepEqual(article["contentLocation"], { "@type": "Place", name: "Hà Giang" });
    assert.deepEqual(article["sourceOrganization"], { "@type": "Organization", name: "Báo Mẫu" });
  });

  it("numbers the steps of the way, the last one being the page", () => {
    assert.deepEqual(nodes.get("BreadcrumbList")?.["itemListElement"], [
      { "@type": "ListItem", position: 1, name: "Trang chủ", item: "https://mau.example/btg/" },
      {
        "@type": "ListItem",
        position: 2,
        name: "Tin tức - Sự kiện",
        item: "https://mau.example/btg/chuyen-muc/tin-tuc/",
      },
      {
        "@type": "ListItem",
        position: 3,
        name: "Hà Giang sơ kết công tác tuyên giáo",
        item: "https://mau.example/btg/2022/07/ha-giang-so-ket/",
      },
    ]);
  });

  for (const [name, type] of [
    ["Nguyễn Văn Mẫu", "Person"],
    ["Minh Hải", "Person"],
    ["Bảo Ngọc", "Person"],
    ["Tô Hoài Nam", "Person"],
    ["Nhóm PV", "Organization"],
    ["Ban biên tập", "Organization"],
    ["Báo Bình Phước", "Organization"],
    ["TTXVN", "Organization"],
  ] as const)
    it(`takes the byline "${name}" for ${type === "Person" ? "a person" : "a desk"}`, () => {
      const authors = [{ name, url: null }];
      const node = graph(articlePage({ article: { ...ARTICLE, authors } })).get("NewsArticle");
      assert.deepEqual(node?.["author"], [{ "@type": type, name }]);
    });

  it("names the agency as author where there is no byline", () => {
    const node = graph(articlePage({ article: { ...ARTICLE, authors: [] } })).get("NewsArticle");
    assert.deepEqual(node?.["author"], { "@id": "https://mau.example/btg/#organization" });
  });

  it("leaves out what the article does not have", () => {
    const bare = { ...ARTICLE, tags: [], images: [], source: null, place: null };
    const node = graph(articlePage({ shareImage: null, article: bare })).get("NewsArticle") ?? {};
    for (const property of ["keywords", "image", "sourceOrganization", "contentLocation"])
      assert.ok(!(property in node), property);
  });

  it("steps over a part of the way that has no page", () => {
    const breadcrumb = [
      { label: "Thư viện", url: null },
      { label: "Ảnh", url: null },
    ];
    const items = graph(articlePage({ breadcrumb })).get("BreadcrumbList")?.["itemListElement"] as {
      name: string;
    }[];
    assert.deepEqual(
      items.map(({ name }) => name),
      ["Trang chủ", "Ảnh"],
    );
  });
});

describe("the graph of the front page", () => {
  const nodes = graph(FRONT_PAGE);

  it("holds the agency and the portal only", () => {
    assert.deepEqual([...nodes.keys()], ["Organization", "WebSite"]);
  });

  it("tells search engines how to search", () => {
    assert.deepEqual(nodes.get("WebSite")?.["potentialAction"], {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: "https://mau.example/btg/tim-kiem/?q={search_term_string}",
      },
      "query-input": "required name=search_term_string",
    });
  });

  it("tells who answers for the portal", () => {
    const agency = nodes.get("Organization") ?? {};
    assert.equal(agency["name"], "Ban Tuyên giáo Tỉnh ủy");
    assert.equal(agency["telephone"], "0200 000 0000");
    assert.deepEqual(agency["parentOrganization"], { "@type": "Organization", name: "Tỉnh ủy Mẫu" });
  });

  it("does without contacts, logo, short name and superior body", () => {
    const site = {
      ...SITE,
      logo: null,
      phone: null,
      email: null,
      postalAddress: null,
      owner: SITE.department,
      shortName: SITE.name,
    };
    const bare = graph(FRONT_PAGE, site);
    assert.deepEqual(Object.keys(bare.get("Organization") ?? {}), ["@type", "@id", "name", "url"]);
    assert.ok(!("alternateName" in (bare.get("WebSite") ?? {})));
  });
});

describe("jsonLd", () => {
  it("cannot be ended by a text", () => {
    const title = "Tin </script><script>alert(1)</script> <!--";
    const text = jsonLd(articlePage({ title }), SITE);
    assert.ok(!text.includes("<"));
    assert.equal(graph(articlePage({ title })).get("NewsArticle")?.["headline"], title);
  });
});
