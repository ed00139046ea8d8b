import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentTitle } from "../../../../scripts/lib/site/pages/head.ts";

const SITE = "Trang tin Tuyên giáo";

describe("the title of a page in tabs and search results", () => {
  const cases: readonly (readonly [given: string, title: string, expected: string])[] = [
    ["a short title, with the site", "Thông báo", "Thông báo | Trang tin Tuyên giáo"],
    [
      "68 characters with the site",
      "Ngày Nhà giáo Việt Nam 20/11 và những lớp học",
      "Ngày Nhà giáo Việt Nam 20/11 và những lớp học | Trang tin Tuyên giáo",
    ],
    [
      "a long title, without the site",
      "Sơ kết công tác tuyên giáo, tuyên vận 6 tháng đầu năm 2021",
      "Sơ kết công tác tuyên giáo, tuyên vận 6 tháng đầu năm 2021",
    ],
    [
      "a longer one, cut at a word and without a comma before the ellipsis",
      "Thường trực Tỉnh ủy nghe báo cáo công tác tuyên giáo quý I năm 2023, nhiệm vụ quý II",
      "Thường trực Tỉnh ủy nghe báo cáo công tác tuyên giáo quý I năm 2023…",
    ],
  ];
  for (const [given, title, expected] of cases) {
    it(given, () => assert.equal(documentTitle(title, SITE), expected));
  }

  it("never has more than 70 characters", () => {
    const lengths = Array.from(
      { length: 300 },
      (_, n) => documentTitle("tuyên ".repeat(50).slice(0, n + 1), SITE).length,
    );
    assert.equal(Math.max(...lengths), 70);
  });
});
