import assert from "node:assert/strict";
import { test } from "node:test";
import { page, problemsOf, render } from "./support.ts";

test("headings of level 2 and 3 make the table of contents", () => {
  assert.deepEqual(render("## Kết quả\n\n### Ở cơ sở\n\n#### Chi tiết\n\n## Nhiệm vụ").toc, [
    { id: "muc-ket-qua", text: "Kết quả", level: 2 },
    { id: "muc-o-co-so", text: "Ở cơ sở", level: 3 },
    { id: "muc-nhiem-vu", text: "Nhiệm vụ", level: 2 },
  ]);
});

test("ids are ASCII, stable and given once", () => {
  assert.deepEqual(
    render("## Kết quả\n\n## Kết quả\n\n## 结果\n\n## Kết quả **lớn**").toc.map(({ id }) => id),
    ["muc-ket-qua", "muc-ket-qua-2", "muc-khong-ten", "muc-ket-qua-lon"],
  );
});

test("a text without headings has no table of contents", () => {
  assert.deepEqual(render("Một đoạn.").toc, []);
});

test("a heading of the article's own level is shown one lower and reported", () => {
  assert.equal(page("# Kết quả").querySelector("h2")?.id, "muc-ket-qua");
  assert.deepEqual(problemsOf("# Kết quả"), [
    '1:1 Tiêu đề mục "Kết quả" dùng một dấu #, vốn dành cho tiêu đề bài. Hãy dùng ## cho mục, ### cho mục con.',
  ]);
});

test("a level that is left out is reported and closed up", () => {
  const source = "## Một\n\n#### Hai";
  assert.deepEqual(problemsOf(source), [
    '3:1 cảnh báo: Tiêu đề mục "Hai" nhảy bậc: sau bậc 2 là bậc 4. Hãy dùng ###.',
  ]);
  assert.equal(page(source).querySelector("h3")?.textContent, "Hai");
});

test("a heading without words is reported and not shown", () => {
  assert.deepEqual(problemsOf("## \n\nChữ"), [
    "1:1 Tiêu đề mục không có chữ. Hãy viết tên mục sau dấu # hoặc xóa dòng này.",
  ]);
  assert.equal(page("## \n\nChữ").querySelector("h2"), null);
});

test("a heading may be linked to, with or without the prefix of its id", () => {
  const links = page("[a](#ket-qua) [b](#muc-ket-qua)\n\n## Kết quả").querySelectorAll("a");
  assert.deepEqual(
    [...links].map((link) => link.getAttribute("href")),
    ["#muc-ket-qua", "#muc-ket-qua"],
  );
});

test("a link to a heading that is not there is reported", () => {
  assert.deepEqual(problemsOf("Xem [a](#khong-co)."), [
    '1:5 Liên kết "#khong-co" không dẫn tới tiêu đề mục nào trong bài.',
  ]);
});
