import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { openSearchFile, type OpenSearch } from "#site/feeds/opensearch.ts";
import { createTemplates } from "#site/render/templates.ts";
import { all, at, parseXml } from "./xml.ts";

const templates = createTemplates(join(import.meta.dirname, "../../../../layouts"));
const INPUT: OpenSearch = {
  shortName: "Tuyên giáo Mẫu",
  name: "Cổng thông tin Tuyên giáo tỉnh Mẫu",
  description: "Tìm tin, bài & văn bản",
  language: "vi",
  search: "https://mau.example/btg/tim-kiem/",
  self: "https://mau.example/btg/opensearch.xml",
  icon: "https://mau.example/btg/assets/icon-32.png",
};
const description = (change: Partial<OpenSearch> = {}) =>
  at(
    parseXml(openSearchFile({ ...INPUT, ...change }, (name, data) => templates.file(name, data))),
    "OpenSearchDescription",
  ) ?? "";

describe("the OpenSearch description", () => {
  it("tells browsers how to search", () => {
    const [search, self] = all(description(), "Url");
    assert.deepEqual(search, {
      "@type": "text/html",
      "@method": "get",
      "@template": "https://mau.example/btg/tim-kiem/?q={searchTerms}",
    });
    assert.equal(at(self ?? "", "@template"), "https://mau.example/btg/opensearch.xml");
  });

  for (const [name, shortName, expected] of [
    ["keeps a short name that fits", "Tuyên giáo Mẫu", "Tuyên giáo Mẫu"],
    ["cuts a longer one at a word", "Tuyên giáo tỉnh Lào Cai", "Tuyên giáo tỉnh"],
    ["keeps a word that ends just there", "Tuyên giáo Sa Pa là", "Tuyên giáo Sa Pa"],
    ["cuts a single long word", "TuyengiaoTinhLaoCai", "TuyengiaoTinhLao"],
  ] as const)
    it(name, () => {
      assert.equal(at(description({ shortName }), "ShortName"), expected);
      assert.ok(expected.length <= 16);
    });

  it("does without an icon", () => {
    assert.equal(at(description({ icon: null }), "Image"), null);
  });
});
