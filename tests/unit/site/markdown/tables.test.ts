import assert from "node:assert/strict";
import { test } from "node:test";
import { page, problemsOf, render } from "./support.ts";

const TABLE = "| Huyện | Số lớp |\n|---|--:|\n| Mường Khương | 12 |\n| Bắc Hà | 9 |\n";

test("a table lies in a region that the keyboard can scroll", () => {
  const region = page(TABLE).querySelector("div.table-scroll");
  assert.equal(region?.getAttribute("role"), "group");
  assert.equal(region.getAttribute("tabindex"), "0");
  assert.equal(region.getAttribute("aria-label"), "Bảng 1");
  assert.equal(region.querySelector("caption"), null);
});

test("a paragraph “Bảng: …” right before a table is its caption and names its region", () => {
  const document = page(`Bảng: Số lớp *bồi dưỡng*\n\n${TABLE}`);
  const caption = document.querySelector("table > caption");
  assert.equal(caption?.innerHTML, "Số lớp <em>bồi dưỡng</em>");
  assert.equal(document.querySelector(".table-scroll")?.getAttribute("aria-labelledby"), caption.id);
  assert.equal(document.querySelector("p"), null);
});

test("“Bảng 2: …” and “bảng: …” are captions too", () => {
  assert.equal(page(`Bảng 2: Số lớp\n\n${TABLE}`).querySelector("caption")?.textContent, "Số lớp");
  assert.equal(page(`bảng: Số lớp\n\n${TABLE}`).querySelector("caption")?.textContent, "Số lớp");
});

test("“Bảng: …” without a table after it stays a paragraph", () => {
  assert.equal(page("Bảng: Số lớp\n\nHết.").querySelector("p")?.textContent, "Bảng: Số lớp");
});

test("header cells head their column", () => {
  const heads = [...page(TABLE).querySelectorAll("thead th")];
  assert.deepEqual(
    heads.map((head) => head.getAttribute("scope")),
    ["col", "col"],
  );
});

test("an empty header cell heads nothing", () => {
  const row = page("| | Số lớp |\n|---|---|\n| Bắc Hà | 9 |\n").querySelector("thead tr");
  assert.deepEqual(
    [...(row?.children ?? [])].map(({ tagName }) => tagName),
    ["TD", "TH"],
  );
});

test("alignment is a class, never a style", () => {
  const { html } = render("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n");
  assert.doesNotMatch(html, /style=/);
  assert.match(html, /<td>1<\/td>\n<td class="align-center">2<\/td>\n<td class="align-right">3<\/td>/);
});

test("several tables have names of their own", () => {
  const names = [...page(`${TABLE}\nBảng: Hai\n\n${TABLE}\n${TABLE}`).querySelectorAll(".table-scroll")];
  assert.deepEqual(
    names.map((region) => region.getAttribute("aria-label") ?? region.getAttribute("aria-labelledby")),
    ["Bảng 1", "bang-2", "Bảng 3"],
  );
});

test("problems in cells are named at their column, even where cells are alike", () => {
  assert.deepEqual(problemsOf("| a | b |\n|---|---|\n| [x](/thieu/) | [x](/thieu/) |\n"), [
    '3:3 Không có trang "/thieu/".',
    '3:18 Không có trang "/thieu/".',
  ]);
});
