import assert from "node:assert/strict";
import { test } from "node:test";
import { page, problemsOf } from "./support.ts";

const HTML: readonly (readonly [source: string, problem: string])[] = [
  ["Một <b>hai</b>", '1:5 Mã HTML "<b>" sẽ hiện nguyên như chữ. Chữ đậm: **chữ**.'],
  ["Một<br/>hai", '1:4 Mã HTML "<br/>" sẽ hiện nguyên như chữ. Xuống đoạn: để trống một dòng.'],
  [
    "<script>alert(1)</script>",
    '1:1 Mã HTML "<script>" sẽ hiện nguyên như chữ. Bài viết không được chứa mã chạy.',
  ],
  [
    '<iframe src="https://x.vn"></iframe>',
    '1:1 Mã HTML "<iframe src="https://x.vn">" sẽ hiện nguyên như chữ. Không nhúng trang khác; hãy đặt liên kết tới trang đó.',
  ],
  [
    '<p class="MsoNormal">Chữ</p>',
    '1:1 Mã HTML "<p class="MsoNormal">" sẽ hiện nguyên như chữ. Đây là mã dán từ Word: hãy dán lại không kèm định dạng (Ctrl+Shift+V).',
  ],
  [
    "Chữ<o:p></o:p>",
    '1:4 Mã HTML "<o:p>" sẽ hiện nguyên như chữ. Đây là mã dán từ Word: hãy dán lại không kèm định dạng (Ctrl+Shift+V).',
  ],
  [
    "<!--[if gte mso 9]><xml></xml><![endif]-->",
    '1:1 Mã HTML "<!--[if gte mso 9]>" sẽ hiện nguyên như chữ. Đây là mã dán từ Word: hãy dán lại không kèm định dạng (Ctrl+Shift+V).',
  ],
  ["<!-- ghi chú -->", '1:1 Mã HTML "<!-- ghi chú -->" sẽ hiện nguyên như chữ. Hãy xóa thẻ này.'],
  ["- Một\n- <div>Hai", '2:3 Mã HTML "<div>" sẽ hiện nguyên như chữ. Hãy xóa thẻ này.'],
  [
    '<span style="font-family: Times New Roman; font-size: 14pt">x</span>',
    '1:1 Mã HTML "<span style="font-family: Times New Rom…" sẽ hiện nguyên như chữ. Hãy xóa thẻ này.',
  ],
];
for (const [source, problem] of HTML) {
  test(`${JSON.stringify(source)} is shown as text and reported as ${problem}`, () => {
    assert.deepEqual(problemsOf(source), [problem]);
    assert.equal(page(source).querySelector("b, br, script, iframe, div, span, p.MsoNormal"), null);
  });
}

for (const source of ["a < b và b > c", "<3", "<Tên đơn vị>", "`<b>`", "\\<b>", "    <b>", "&lt;b&gt;"]) {
  test(`${JSON.stringify(source)} is no HTML`, () => assert.deepEqual(problemsOf(source), []));
}

test("nothing a text says becomes a script, a handler or a style", () => {
  const hostile = [
    '![x" onerror="alert(1)](a.jpg "y\\" onload=\\"alert(1)")',
    '[x](/x" onclick="alert(1))',
    '## <img src=x onerror="alert(1)">',
    ':::luu-y "<script>alert(1)</script>"\n:::',
    ':::video phim.mp4 "</video><script>alert(1)</script>"\n:::',
    "```<script>\nx\n```",
    '| <script> |\n|---|\n| " onmouseover="x |',
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "<svg/onload=alert(1)>",
  ];
  for (const source of hostile) {
    const document = page(source);
    assert.equal(document.querySelector("script, svg, style, iframe, object"), null, source);
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of element.attributes) {
        assert.ok(!name.startsWith("on") && name !== "style", `${source}: ${name}`);
      }
    }
  }
});
