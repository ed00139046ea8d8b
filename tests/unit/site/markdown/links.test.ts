import assert from "node:assert/strict";
import { test } from "node:test";
import { page, problemsOf, render } from "./support.ts";

const HREFS: readonly (readonly [markdown: string, href: string, rel: string | null])[] = [
  ["[a](/2022/07/ha-giang/)", "/btg/2022/07/ha-giang/", null],
  ["[a](/tim-kiem/?q=a&b=c#d)", "/btg/tim-kiem/?q=a&b=c#d", null],
  ["[a](https://baolaocai.vn/tin)", "https://baolaocai.vn/tin", "noopener"],
  ["[a](HTTP://baolaocai.vn/)", "HTTP://baolaocai.vn/", "noopener"],
  ["<https://baolaocai.vn/>", "https://baolaocai.vn/", "noopener"],
  ["[a](//baolaocai.vn/)", "https://baolaocai.vn/", "noopener"],
  ["[a](mailto:btg@laocai.gov.vn)", "mailto:btg@laocai.gov.vn", null],
  ["[a](tel:+842143123456)", "tel:+842143123456", null],
  ["[a](bao-cao.pdf)", "/btg/tep/bao-cao.pdf", null],
  ["[a][1]\n\n[1]: /2022/07/x/", "/btg/2022/07/x/", null],
];
for (const [markdown, href, rel] of HREFS) {
  test(`${JSON.stringify(markdown)} leads to ${href}`, () => {
    const link = page(markdown).querySelector("a");
    assert.equal(link?.getAttribute("href"), href);
    assert.equal(link.getAttribute("rel"), rel);
    assert.equal(link.getAttribute("target"), null);
    assert.deepEqual(problemsOf(markdown), []);
  });
}

test("links within the portal are handed on with their place, without query and fragment", () => {
  assert.deepEqual(render("Xem [a](/x/?q=1#b)\nvà [c][d].\n\n[d]: /y/", { bodyLine: 12 }).links, [
    { path: "/x/", line: 12, column: 5 },
    { path: "/y/", line: 13, column: 4 },
  ]);
});

const SAFE = 'Chỉ dùng http, https, mailto, tel hoặc đường dẫn trong cổng bắt đầu bằng "/".';
const UNSAFE: readonly (readonly [markdown: string, problem: string])[] = [
  [
    "Xem [a](javascript:alert(1))",
    `1:7 Liên kết "javascript:alert(1" không an toàn nên không được hiện. ${SAFE}`,
  ],
  ["[a](JaVaScRiPt:alert)", `1:3 Liên kết "JaVaScRiPt:alert" không an toàn nên không được hiện. ${SAFE}`],
  ["[a](data:text/html,x)", `1:3 Liên kết "data:text/html,x" không an toàn nên không được hiện. ${SAFE}`],
  ["[a](vbscript:x)", `1:3 Liên kết "vbscript:x" không an toàn nên không được hiện. ${SAFE}`],
  ["[a](file:///etc/passwd)", `1:3 Liên kết "file:///etc/passwd" không an toàn nên không được hiện. ${SAFE}`],
  ["[a](ftp://x.vn/)", `1:1 Liên kết "ftp://x.vn/" không an toàn nên không được hiện. ${SAFE}`],
  ["<javascript:alert(1)>", `1:2 Liên kết "javascript:alert(1)" không an toàn nên không được hiện. ${SAFE}`],
  ["<irc://x.vn/>", `1:1 Liên kết "irc://x.vn/" không an toàn nên không được hiện. ${SAFE}`],
  ["[a]: javascript:x", `1:6 Liên kết "javascript:x" không an toàn nên không được hiện. ${SAFE}`],
];
for (const [markdown, problem] of UNSAFE) {
  test(`${markdown} is no link and is reported`, () => {
    assert.equal(page(markdown).querySelector("a"), null);
    assert.deepEqual(problemsOf(markdown), [problem]);
  });
}

test("an address disguised by character references is no link either", () => {
  for (const disguise of ["[a](java&#115;cript:x)", "[a](&#x6A;avascript:x)", "[a](javascript&colon;x)"]) {
    assert.equal(page(disguise).querySelector("a"), null, disguise);
    assert.equal(problemsOf(disguise).length, 1, disguise);
  }
});

const PROBLEMS: readonly (readonly [markdown: string, problem: string])[] = [
  ["Xem [bài](/thieu/).", '1:5 Không có trang "/thieu/".'],
  ["Xem [tệp](thieu.pdf).", '1:5 Không thấy tệp đính kèm "thieu.pdf".'],
  ["[a](www.laocai.gov.vn)", '1:1 Liên kết "www.laocai.gov.vn" thiếu "https://" ở đầu.'],
  ["[a](baolaocai.vn/tin/1)", '1:1 Liên kết "baolaocai.vn/tin/1" thiếu "https://" ở đầu.'],
  [
    "[a](2022/07/x/)",
    '1:1 Liên kết "2022/07/x/" phải bắt đầu bằng "/" (trang trong cổng) hoặc "https://" (trang khác).',
  ],
  ["[a]()", "1:1 Liên kết không có địa chỉ. Hãy viết [chữ](địa chỉ)."],
  ["[](/x/)", "1:1 Liên kết không có chữ. Hãy viết chữ trong ngoặc vuông: [chữ](địa chỉ)."],
  [
    "Xem [báo cáo](bao cao.pdf) nhé",
    '1:13 Liên kết hoặc ảnh viết chưa đúng: "](bao cao.pdf)". Địa chỉ không được có dấu cách và phải kết thúc bằng dấu ")".',
  ],
  [
    "Theo https://baolaocai.vn/tin.",
    '1:6 cảnh báo: Địa chỉ "https://baolaocai.vn/tin" chưa thành liên kết. Hãy viết [tên trang](https://baolaocai.vn/tin) hoặc <https://baolaocai.vn/tin>.',
  ],
  [
    "Theo www.baolaocai.vn, số ra",
    '1:6 cảnh báo: Địa chỉ "www.baolaocai.vn" chưa thành liên kết. Hãy viết [tên trang](https://www.baolaocai.vn) hoặc <https://www.baolaocai.vn>.',
  ],
];
for (const [markdown, problem] of PROBLEMS) {
  test(`${JSON.stringify(markdown)} is reported as ${problem}`, () =>
    assert.deepEqual(problemsOf(markdown), [problem]));
}

test("addresses in code, in links and escaped ones are left in peace", () => {
  for (const source of [
    "`https://x.vn` và `[a](b c)`",
    "[https://x.vn](https://x.vn)",
    "\\[a](b c)",
    "[a](https://x.vn/www.html)",
    "    https://x.vn",
  ]) {
    assert.deepEqual(problemsOf(source), [], source);
  }
});
