import assert from "node:assert/strict";
import { test } from "node:test";
import { page, problemsOf, render } from "./support.ts";

const NOTES = "Một[^a] hai[^b] ba[^a].\n\n[^a]: Ghi chú một.\n[^b]: Ghi chú hai.";

test("a footnote leads there and back", () => {
  const document = page(NOTES);
  const reference = document.querySelector("sup.footnote-ref a");
  assert.equal(reference?.getAttribute("aria-label"), "Chú thích 1");
  const note = document.querySelector(`[id="${reference.getAttribute("href")?.slice(1) ?? ""}"]`);
  assert.equal(note?.tagName, "LI");
  const back = note.querySelector("a.footnote-back");
  assert.equal(back?.getAttribute("aria-label"), "Quay lại nội dung");
  assert.equal(back.getAttribute("href"), `#${reference.id}`);
});

test("a footnote that is referred to twice leads back to both places", () => {
  const backs = [...page(NOTES).querySelectorAll("#chu-thich-1 a.footnote-back")];
  assert.deepEqual(
    backs.map((back) => [back.getAttribute("href"), back.getAttribute("aria-label")]),
    [
      ["#ve-chu-thich-1", "Quay lại nội dung"],
      ["#ve-chu-thich-1-2", "Quay lại nội dung (2)"],
    ],
  );
});

test("every id of a text with footnotes is given once", () => {
  const ids = [...page(`## Chú thích\n\n${NOTES}`).querySelectorAll("[id]")].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test("footnotes have a heading of their own that is not in the table of contents", () => {
  const section = page(NOTES).querySelector("section.footnotes");
  assert.equal(section?.querySelector("h2")?.textContent, "Chú thích");
  assert.equal(section.getAttribute("aria-labelledby"), section.querySelector("h2")?.id);
  assert.deepEqual(render(NOTES).toc, []);
});

test("a footnote may be written inside the text", () => {
  assert.match(
    page("Một^[Ghi chú **ngắn**] hai.").querySelector("#chu-thich-1")?.textContent ?? "",
    /^Ghi chú ngắn/,
  );
});

test("footnotes are part of the plain text", () => {
  assert.equal(render(NOTES).text, "Một hai ba.\nGhi chú một.\nGhi chú hai.");
});

const PROBLEMS: readonly (readonly [source: string, problems: readonly string[]])[] = [
  [
    "Theo báo cáo[^1].",
    ['1:13 Chú thích "[^1]" chưa có nội dung. Hãy thêm ở cuối bài một dòng: [^1]: nội dung chú thích.'],
  ],
  [
    "Một.\n\n[^1]: Thừa.",
    [
      '3:1 cảnh báo: Chú thích "[^1]" không được nhắc tới trong bài nên không hiện. Hãy đặt [^1] vào chỗ cần chú thích hoặc xóa dòng này.',
    ],
  ],
  [
    "Theo Nghị quyết ( ) của Đảng.",
    [
      '1:17 cảnh báo: Dấu ngoặc "( )" trống, có thể do mất số chú thích khi dán từ Word. Hãy viết lại chú thích bằng [^1] hoặc xóa dấu ngoặc.',
    ],
  ],
  ["Mã `[^1]` và `( )` để nguyên.", []],
  ["Một^[Xem [a](/thieu/)] hai.", ['1:10 Không có trang "/thieu/".']],
];
for (const [source, problems] of PROBLEMS) {
  test(`${JSON.stringify(source)} has ${problems.length === 0 ? "no problem" : problems.join("; ")}`, () =>
    assert.deepEqual(problemsOf(source), problems));
}
