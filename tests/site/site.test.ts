import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { before, describe, test } from "node:test";
import { build, filesIn } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openPage, type PageDocument } from "../helpers/dom.ts";
import { crawl } from "./support/crawl.ts";

const ORIGIN = "https://trangtin.example";
const ARTICLE = "/2022/07/ha-giang-so-ket/";
const folder = temporaryFolder();
const site = join(folder, "site");
const below = join(folder, "below");
const cache = join(folder, "cache");

before(async () => {
  await build({ output: site, cache, "base-url": `${ORIGIN}/` });
  await build({ output: below, cache, "base-url": "https://host.example/btg" });
});

const page = (path: string): PageDocument => openPage(site, path);
const json = (file: string): unknown => JSON.parse(readFileSync(join(site, file), "utf8"));

describe("every promised address has its page", () => {
  const pages: readonly (readonly [path: string, heading: string])[] = [
    ["/", "Trang tin mẫu - Ban Tuyên giáo và Dân vận Tỉnh ủy"],
    [ARTICLE, "Hà Giang sơ kết công tác tuyên giáo 6 tháng đầu năm"],
    ["/chuyen-muc/tin-tuc/", "Tin tức"],
    ["/chuyen-muc/tin-tuc/trang-2/", "Tin tức"],
    ["/chuyen-muc/trong-tinh/", "Tin trong tỉnh"],
    ["/the/so-ket/", "Sơ kết"],
    ["/tac-gia/my-ly/", "My Ly"],
    ["/dong-su-kien/chuyen-doi-so/", "Chuyển đổi số"],
    ["/dia-ban/ha-giang/", "Hà Giang"],
    ["/2022/", "Tin bài năm 2022"],
    ["/2022/07/", "Tin bài tháng 7 năm 2022"],
    ["/tin-moi/", "Tin mới nhất"],
    ["/luu-tru/", "Lưu trữ"],
    ["/the/", "Thẻ"],
    ["/thong-bao/", "Thông báo"],
    ["/thong-bao/moi-hop/", "Mời dự hội nghị giao ban"],
    ["/van-ban/", "Thư viện văn bản"],
    ["/van-ban/chi-thi-05/", "Chỉ thị số 05-CT/TW"],
    ["/van-ban/loai/chi-thi/", "Chỉ thị"],
    ["/ban-tin-noi-bo/", "Bản tin nội bộ"],
    ["/co-cau-to-chuc/", "Cơ cấu tổ chức"],
    ["/lich-cong-tac/", "Tuần 47 (16/11/2026 - 22/11/2026)"],
    ["/lich-cong-tac/2026-w46/", "Tuần 46 (09/11/2026 - 15/11/2026)"],
    ["/thu-vien/anh/", "Thư viện ảnh"],
    ["/thu-vien/video/", "Thư viện video"],
    ["/gioi-thieu/", "Giới thiệu"],
    ["/huong-dan/viet-bai/", "Cách viết bài"],
    ["/so-do-cong/", "Sơ đồ cổng"],
    ["/rss/", "Kênh RSS"],
    ["/tim-kiem/", "Tìm kiếm"],
    ["/404.html", "Không tìm thấy trang"],
  ];
  for (const [path, heading] of pages) {
    test(`${path} is headed “${heading}”`, () => assert.deepEqual(page(path).texts("h1"), [heading]));
  }

  test("files for machines stand beside them", () => {
    const files = new Set(filesIn(site));
    const expected = [
      "rss.xml",
      "atom.xml",
      "feed.json",
      "chuyen-muc/trong-tinh/rss.xml",
      "sitemap.xml",
      "robots.txt",
      "opensearch.xml",
      "paths.json",
      "redirects.json",
      "next-publish.json",
      "pagefind/pagefind.js",
      "tep/2022/07/ha-giang-so-ket/bao-cao.pdf",
    ];
    assert.deepEqual(
      expected.filter((file) => !files.has(file)),
      [],
    );
  });

  test("no list has a second address for its first page", () => {
    assert.deepEqual(
      filesIn(site).filter((file) => file.includes("trang-1/")),
      [],
    );
  });

  test("paths.json names every page but the one for errors", () => {
    const pages = filesIn(site)
      .filter((file) => file.endsWith("index.html"))
      .map((file) => `/${file.slice(0, -"index.html".length)}`);
    assert.deepEqual(json("paths.json"), pages.toSorted());
  });
});

describe("an article", () => {
  test("says where it stands, down to its subsection", () => {
    assert.deepEqual(page(ARTICLE).texts(".breadcrumb li"), [
      "Trang chủ",
      "Tin tức",
      "Tin trong tỉnh",
      "Hà Giang sơ kết công tác tuyên giáo 6 tháng đầu năm",
    ]);
  });

  test("shows weekday, zone and update, each with a machine's form", () => {
    assert.deepEqual(page(ARTICLE).texts(".article-meta time"), [
      "Thứ Sáu, 08/07/2022 16:43 (GMT+7)",
      "Thứ Bảy, 09/07/2022 09:00 (GMT+7)",
    ]);
    assert.deepEqual(page(ARTICLE).attributes(".article-meta time", "datetime"), [
      "2022-07-08T16:43:00+07:00",
      "2022-07-09T09:00:00+07:00",
    ]);
  });

  test("dated without a time shows none", () => {
    assert.equal(page("/2021/12/tong-ket-nam/").text(".article-meta time"), "Thứ Sáu, 31/12/2021");
  });

  test("has figures with caption and credit, and pictures with size and alternative text", () => {
    const article = page(ARTICLE);
    assert.deepEqual(article.texts("article figure figcaption"), [
      "Quang cảnh hội nghị Ảnh: My Ly",
      "Ruộng bậc thang Ảnh: My Ly",
    ]);
    assert.deepEqual(article.attributes("article figure img", "alt"), [
      "Đại biểu ngồi kín hội trường",
      "Ruộng bậc thang",
    ]);
    assert.deepEqual(article.attributes("article figure img", "width"), ["480", "480"]);
    assert.deepEqual(article.attributes("article figure img", "height"), ["320", "320"]);
  });

  test("names its authors, their units, its source and the place as it is called today", () => {
    const article = page(ARTICLE);
    assert.deepEqual(article.texts(".byline .author"), [
      "My Ly - Ban Tuyên giáo Tỉnh ủy",
      "Trần Văn Mẫu - BTG Thị ủy",
    ]);
    assert.deepEqual(article.attributes(".byline .author a", "href"), ["/tac-gia/my-ly/"]);
    assert.equal(article.text(".byline .source"), "Nguồn: Báo Mẫu");
    assert.match(article.text(".facts-line") ?? "", /Hà Giang \(nay thuộc tỉnh Tuyên Quang\)/);
  });

  test("shows its correction, its attachment with kind and size, and its footnote", () => {
    const article = page(ARTICLE);
    assert.equal(article.text(".notice-box p"), "10/07/2022: Sửa số liệu ở đoạn hai.");
    assert.match(article.text(".attachments li") ?? "", /^Báo cáo sơ kết \(PDF, \d+ byte\)$/);
    assert.equal(article.text(".footnotes li p"), "Theo báo cáo của Ban. ↩︎");
  });

  test("puts the editor's choice first among the related", () => {
    assert.equal(page(ARTICLE).text(".related .card-title"), "Tổng kết năm 2021");
  });

  test("points to its other language from text and head, both ways", () => {
    for (const [path, language, other] of [
      [ARTICLE, "en", "/2022/07/ha-giang-so-ket-en/"],
      ["/2022/07/ha-giang-so-ket-en/", "vi", ARTICLE],
    ] as const) {
      assert.deepEqual(page(path).attributes(".translations a", "hreflang"), [language]);
      assert.deepEqual(page(path).attributes(".translations a", "href"), [other]);
      assert.deepEqual(page(path).attributes("link[rel=alternate][hreflang]", "href"), [
        `${ORIGIN}${ARTICLE}`,
        `${ORIGIN}/2022/07/ha-giang-so-ket-en/`,
      ]);
    }
    assert.equal(page("/2022/07/ha-giang-so-ket-en/").document.documentElement.getAttribute("lang"), "en");
  });
});

describe("lists", () => {
  test("put a pinned article first", () => {
    assert.equal(page("/chuyen-muc/tin-tuc/").text(".card-title"), "Tin mẫu số hai");
  });

  test("show each article once over all their pages", () => {
    const titles = ["", "trang-2/", "trang-3/"].flatMap((rest) =>
      page(`/chuyen-muc/tin-tuc/${rest}`).texts(".card-title"),
    );
    assert.equal(titles.length, 7);
    assert.equal(new Set(titles).size, 7);
  });

  test("lead from page to page, and to page 1 at its stable address", () => {
    const second = page("/chuyen-muc/tin-tuc/trang-2/");
    assert.deepEqual(second.attributes(".pager a", "href"), [
      "/chuyen-muc/tin-tuc/",
      "/chuyen-muc/tin-tuc/",
      "/chuyen-muc/tin-tuc/trang-2/",
      "/chuyen-muc/tin-tuc/trang-3/",
      "/chuyen-muc/tin-tuc/trang-3/",
    ]);
    assert.equal(second.text(".pager [aria-current=page]"), "Trang 2");
    assert.deepEqual(second.attributes("head link[rel=prev], head link[rel=next]", "href"), [
      "/chuyen-muc/tin-tuc/",
      "/chuyen-muc/tin-tuc/trang-3/",
    ]);
  });

  test("gather one tag in all its spellings", () => {
    assert.equal(page("/the/so-ket/").text(".listing-bar p"), "5 bài, trang 1/2");
  });
});

describe("the front page", () => {
  test("leads with the featured article and names the day's anniversary", () => {
    assert.equal(page("/").text(".card-lead .card-title"), "Tin mẫu số bốn");
    assert.equal(
      page("/").text(".banner"),
      "Kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026)",
    );
  });

  test("shows no article twice among lead, featured and recent", () => {
    const links = page("/").attributes(".front .card-title a", "href");
    assert.equal(new Set(links).size, links.length);
  });

  test("shows the department's newest name that has begun", () => {
    assert.match(page("/").text("title") ?? "", /Ban Tuyên giáo và Dân vận Tỉnh ủy$/);
  });
});

describe("the calendar, the chart and the documents", () => {
  test("a week shows its seven days and what is on", () => {
    const week = page("/lich-cong-tac/");
    assert.equal(week.texts(".calendar-day").length, 7);
    assert.deepEqual(week.texts(".calendar-title"), ["Hội nghị giao ban báo chí"]);
    assert.deepEqual(week.attributes("nav[aria-label='Tuần khác'] a", "href"), ["/lich-cong-tac/2026-w46/"]);
  });

  test("people of the chart are dated", () => {
    assert.match(page("/co-cau-to-chuc/").text("main") ?? "", /Người Mẫu Một.*tại thời điểm 08\/07\/2022/);
  });

  test("a relation between documents is shown from both sides", () => {
    assert.match(page("/van-ban/ke-hoach-12/").text("main") ?? "", /Thực hiện Chỉ thị số 05-CT\/TW/);
    assert.match(
      page("/van-ban/chi-thi-05/").text("main") ?? "",
      /Được thực hiện bằng Kế hoạch số 12-KH\/BTG/,
    );
  });

  test("bulletins have a shelf of their own", () => {
    assert.match(page("/ban-tin-noi-bo/").text("main") ?? "", /Số 1/);
    assert.doesNotMatch(page("/van-ban/").text("main") ?? "", /Bản tin sinh hoạt chi bộ/);
  });
});

describe("what is not public", () => {
  test("a withdrawn article leaves its address and the reason, nothing else", () => {
    const tombstone = page("/2022/05/da-go/");
    assert.match(tombstone.text("main") ?? "", /Lý do: Bài có thông tin chưa được kiểm chứng\./);
    assert.deepEqual(tombstone.attributes("meta[name=robots]", "content"), ["noindex"]);
  });

  test("drafts, scheduled, expired and withdrawn pieces leave no byte, no file name, no compressed byte", () => {
    const traces = filesIn(site).filter((file) => {
      const bytes = readFileSync(join(site, file));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return /zqw/i.test(file) || /zqw/i.test(plain.toString("latin1"));
    });
    assert.deepEqual(traces, []);
  });

  test("the search for traces does find the public ones", () => {
    const holding = filesIn(site).filter((file) => {
      const bytes = readFileSync(join(site, file));
      const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return plain.includes("tong-ket-nam");
    });
    assert.ok(holding.some((file) => file.endsWith(".html")));
    assert.ok(holding.some((file) => file.endsWith(".pf_fragment")));
  });

  test("the next build is due when the first of it changes", () => {
    assert.deepEqual(json("next-publish.json"), { at: "2026-11-22T00:00:00+07:00" });
  });

  test("old addresses lead to public pages only", () => {
    assert.deepEqual(json("redirects.json"), [
      { from: "/tin-cu", to: "/chuyen-muc/tin-tuc/", status: 301 },
      { from: "/tin-tuc/123.html", to: ARTICLE, status: 301 },
    ]);
  });
});

describe("links", () => {
  /** Pages that nothing leads to: readers come to them from outside. */
  const UNLINKED = ["/2022/05/da-go/"];

  for (const [name, root, origin, base] of [
    ["at the root of a host", site, ORIGIN, "/"],
    ["below a path of a host", below, "https://host.example", "/btg/"],
  ] as const) {
    test(`${name}, every link leads to a file and every page is reached from the front page`, () => {
      const { reached, broken, outside } = crawl(root, origin, base);
      assert.deepEqual(broken, []);
      assert.deepEqual(outside, []);
      const unreached = filesIn(root)
        .filter((file) => file.endsWith("index.html"))
        .map((file) => `/${file.slice(0, -"index.html".length)}`)
        .filter((path) => !reached.has(path));
      assert.deepEqual(unreached, UNLINKED);
    });
  }

  test("below a path, lists for machines carry it too", () => {
    const read = (file: string) => readFileSync(join(below, file), "utf8");
    const paths: unknown = JSON.parse(read("paths.json"));
    assert.ok(Array.isArray(paths) && paths.every((path) => String(path).startsWith("/btg/")));
    assert.match(read("redirects.json"), /"from": "\/btg\/tin-tuc\/123\.html",\s+"to": "\/btg\/2022\/07\//);
    assert.match(read("robots.txt"), /^Sitemap: https:\/\/host\.example\/btg\/sitemap\.xml$/m);
    for (const file of ["rss.xml", "atom.xml", "feed.json", "sitemap.xml", "sitemap-2022.xml"]) {
      const foreign = read(file).match(/https:\/\/host\.example\/(?!btg\/)[^"<\s]*/g);
      assert.equal(foreign, null, file);
    }
  });
});
