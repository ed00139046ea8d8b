import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { ALL_PAGES } from "../fixtures/views/all.ts";
import { ARTICLE, BARE_ARTICLE } from "../fixtures/views/article.ts";
import { DOCUMENT, EMPTY_HOME, EMPTY_LISTING, HOME, LISTING, ORGANISATION } from "../fixtures/views/pages.ts";
import { BARE_SITE, SITE } from "../fixtures/views/site.ts";
import { renderLayout } from "../helpers/render-layout.ts";

type Sample = (typeof ALL_PAGES)[keyof typeof ALL_PAGES];

function documentOf(page: Sample, site = SITE): Document {
  return parseHTML(renderLayout(page, site)).document;
}

function textOf(root: ParentNode, selector: string): string {
  return (root.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
}

function all(root: ParentNode, selector: string): readonly Element[] {
  return [...root.querySelectorAll(selector)];
}

for (const [name, page] of Object.entries(ALL_PAGES)) {
  describe(`every page: ${name}`, () => {
    const document = documentOf(page);

    it("has one h1 and no heading that skips a level", () => {
      const levels = all(document, "main h1, main h2, main h3, main h4, main h5, main h6").map((heading) =>
        Number(heading.tagName.slice(1)),
      );
      assert.equal(levels.filter((level) => level === 1).length, 1);
      assert.equal(levels[0], 1);
      const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
      assert.deepEqual(jumps, []);
    });

    it("has the landmarks, and a skip link that leads to the main part", () => {
      assert.equal(all(document, "body > header, body > main, body > footer").length, 3);
      const skip = document.body.firstElementChild;
      assert.equal(skip?.getAttribute("href"), "#noi-dung");
      assert.equal(document.querySelector("main")?.id, "noi-dung");
    });

    it("uses no id twice, and names only ids that exist", () => {
      const ids = all(document, "[id]").map((element) => element.id);
      assert.deepEqual(ids, [...new Set(ids)]);
      const named = ["aria-labelledby", "for", "aria-describedby"].flatMap((attribute) =>
        all(document, `[${attribute}]`).map((element) => element.getAttribute(attribute) ?? ""),
      );
      assert.deepEqual(
        named.filter((id) => !ids.includes(id)),
        [],
      );
    });

    it("holds no script, style or handler inside the page", () => {
      const scripts = all(document, "script:not([src])").map((script) => script.getAttribute("type"));
      assert.ok(scripts.every((type) => type === "application/ld+json"));
      assert.deepEqual(all(document, "style, [style], [onclick], [onload], [onerror]"), []);
    });

    it("gives every picture an alternative text and a size", () => {
      const bare = all(document, "img").filter((image) =>
        ["alt", "width", "height"].some((attribute) => !image.hasAttribute(attribute)),
      );
      assert.deepEqual(bare, []);
    });

    it("gives every button and link a name", () => {
      const nameless = all(document, "a, button, summary").filter(
        (element) => element.textContent.trim() === "" && !element.hasAttribute("aria-label"),
      );
      assert.deepEqual(
        nameless.map((element) => element.outerHTML),
        [],
      );
    });

    it("loads nothing from another host", () => {
      const loaded = all(
        document,
        "script[src], link[rel=stylesheet], link[rel=preload], img, source, use",
      ).map(
        (element) =>
          element.getAttribute("src") ?? element.getAttribute("srcset") ?? element.getAttribute("href") ?? "",
      );
      assert.deepEqual(
        loaded.filter((address) => /^(?:[a-z]+:)?\/\//.test(address)),
        [],
      );
    });

    it("renders with the least that a department can give", () => {
      const bare = documentOf(page, BARE_SITE);
      assert.equal(all(bare, "[data-counter], [data-views], .banner, .partners").length, 0);
      assert.ok(textOf(bare, ".footer-owner").length > 0);
    });
  });
}

describe("head", () => {
  it("prints title, description, canonical address, feeds and metadata of the page", () => {
    const document = documentOf(ARTICLE);
    assert.equal(document.title, ARTICLE.head.title);
    const content = (selector: string, attribute: string) =>
      document.querySelector(selector)?.getAttribute(attribute);
    assert.equal(content("meta[name=description]", "content"), ARTICLE.head.description);
    assert.equal(content("link[rel=canonical]", "href"), ARTICLE.head.facts?.url);
    assert.equal(content('link[rel=alternate][type="application/rss+xml"]', "href"), "/btg/rss.xml");
    assert.equal(content('meta[property="og:title"]', "content"), "Hà Giang sơ kết công tác tuyên giáo");
    assert.equal(content('meta[name="DC.title"]', "content"), "Hà Giang sơ kết công tác tuyên giáo");
    assert.equal(content("meta[name=robots]", "content"), undefined);
    assert.deepEqual(JSON.parse(textOf(document, 'script[type="application/ld+json"]')), {
      "@context": "https://schema.org",
      "@type": "WebPage",
    });
  });

  it("shields titles with quotes and angle brackets", () => {
    const title = '"</title><script>alert(1)</script>';
    const html = renderLayout({ ...ARTICLE, head: { ...ARTICLE.head, title, description: title } }, SITE);
    assert.ok(!html.includes("<script>alert"));
    assert.equal(parseHTML(html).document.title, title);
  });

  it("applies theme and text size before the style sheet paints: a classic script in the head", () => {
    const scripts = all(documentOf(HOME), "head script[src]:not([type]):not([defer]):not([async])");
    assert.deepEqual(
      scripts.map((script) => script.getAttribute("src")),
      [SITE.assets.settingsScript],
    );
  });
});

describe("header", () => {
  it("marks the page itself and the section that it stands in", () => {
    const home = documentOf({ ...HOME, url: SITE.base });
    assert.equal(textOf(home, '.menu-strip [aria-current="page"]'), "Trang chủ");
    assert.equal(textOf(documentOf(ARTICLE), '.menu-strip [aria-current="true"]'), "Tin địa phương");
  });

  it("offers the whole menu in plain details, so that it opens without scripts", () => {
    assert.equal(all(documentOf(ARTICLE), "details.site-menu .menu-tree a").length, 16);
  });

  it("searches with a plain GET form", () => {
    const form = documentOf(HOME).querySelector("header form");
    assert.deepEqual(
      [
        form?.getAttribute("action"),
        form?.getAttribute("method"),
        form?.querySelector("input")?.getAttribute("name"),
      ],
      ["/btg/tim-kiem/", "get", "q"],
    );
  });

  it("says in which language it stands where the page is in another one", () => {
    const document = documentOf({ ...ARTICLE, language: "en" });
    assert.equal(document.documentElement.getAttribute("lang"), "en");
    assert.deepEqual(
      all(document, "body > header, body > footer").map((part) => part.getAttribute("lang")),
      ["vi", "vi"],
    );
  });
});

describe("footer", () => {
  it("shows six counter lines with the numbers of the build, for the counter of this page", () => {
    const document = documentOf(ARTICLE);
    const counters = all(document, 'dl[data-counter][data-endpoint="/api/hit"]');
    assert.deepEqual(
      counters.map((list) => list.getAttribute("data-path")),
      ["/btg/2022/07/ha-giang-so-ket/"],
    );
    const lines = all(document, "dl[data-counter] dd").map((line) => [
      line.getAttribute("data-stat"),
      line.textContent,
    ]);
    assert.deepEqual(lines, [
      ["online", "12"],
      ["day", "1.204"],
      ["week", "9.871"],
      ["month", "41.006"],
      ["year", "512.330"],
      ["total", "8.799.190"],
    ]);
  });

  it("shows a dash where a number is not known", () => {
    const counter = {
      endpoint: "/api/hit",
      lines: [{ key: "online", label: "Đang online", value: null }],
      asOf: null,
    };
    assert.equal(textOf(documentOf(HOME, { ...SITE, counter }), "[data-stat=online]"), "–");
  });
});

describe("article", () => {
  const document = documentOf(ARTICLE);

  it("puts its parts in reading order", () => {
    const article = document.querySelector("article[data-search]");
    const order = [
      ".kicker",
      "h1",
      ".dateline",
      ".lead",
      ".cover",
      ".toc",
      ".audio-player",
      ".prose",
      ".attachments",
      ".notice-box",
      ".byline",
      ".link-list",
      ".share",
      ".reuse-notice",
    ];
    const html = article?.innerHTML ?? "";
    const positions = order.map((selector) =>
      html.indexOf(article?.querySelector(selector)?.outerHTML ?? "-"),
    );
    assert.ok(
      positions.every((position) => position >= 0),
      String(positions),
    );
    assert.deepEqual(
      positions,
      [...positions].sort((a, b) => a - b),
    );
  });

  it("names day, hour and zone, and when it was changed", () => {
    assert.equal(textOf(document, ".dateline time"), "Thứ Sáu, 08/07/2022 16:43 (GMT+7)");
    assert.equal(
      document.querySelector(".dateline time")?.getAttribute("datetime"),
      "2022-07-08T16:43:00+07:00",
    );
    assert.match(
      textOf(document, ".facts-line"),
      /^Cập nhật: Thứ Bảy, 09\/07\/2022 08:10 \(GMT\+7\) 4 phút đọc Hà Giang \(nay thuộc tỉnh Tuyên Quang\) Lượt xem: 275$/,
    );
  });

  it("names author, unit and source", () => {
    assert.equal(textOf(document, ".authors"), "Nhóm PV - Ban Tuyên giáo Tỉnh ủy");
    assert.equal(textOf(document, ".source"), "Nguồn: Báo điện tử Đảng Cộng sản Việt Nam");
  });

  it("loads the cover at once and all other pictures late", () => {
    // QR codes are part of the page itself.
    const pictures = all(document, 'main img:not([src^="data:"])');
    const covers = pictures.filter((image) => image.getAttribute("loading") !== "lazy");
    assert.equal(covers.length, 1);
    assert.equal(covers[0]?.getAttribute("fetchpriority"), "high");
  });

  it("keeps caption and credit apart from the alternative text", () => {
    assert.equal(
      document.querySelector(".cover img")?.getAttribute("alt"),
      "Ruộng bậc thang Hoàng Su Phì mùa nước đổ, mây trắng dưới thung lũng",
    );
    assert.equal(textOf(document, ".cover figcaption"), "Ruộng bậc thang mùa nước đổ. Ảnh: My Ly");
    assert.equal(textOf(document, ".cover .credit"), "Ảnh: My Ly");
  });

  it("shares by links alone, and copies, prints, saves", () => {
    assert.deepEqual(
      all(document, ".share a").map((link) => link.textContent.trim()),
      ["Zalo", "Facebook", "Viber", "Thư điện tử", "Lưu bài"],
    );
    assert.equal(document.querySelector("[data-copy]")?.getAttribute("data-copy"), ARTICLE.article.permalink);
    assert.equal(
      document.querySelector(".share a[download]")?.getAttribute("download"),
      "ha-giang-so-ket.html",
    );
    assert.equal(all(document, ".share [data-print]").length, 1);
  });

  it("tells the services address and title, encoded", () => {
    const hostile = { ...ARTICLE.article, title: 'A&B "C" + 100%', permalink: "https://host/x/?a=1&b=2" };
    const page = documentOf({ ...ARTICLE, article: hostile });
    const links = all(page, ".share a[href]:not([download])").map(
      (link) => new URL(link.getAttribute("href") ?? ""),
    );
    const parameters = links.map(({ host, protocol, searchParams }) => [host || protocol, ...searchParams]);
    const [title, address] = [hostile.title, hostile.permalink];
    assert.deepEqual(parameters, [
      ["sp.zalo.me", ["url", address]],
      ["www.facebook.com", ["u", address]],
      ["forward", ["text", `${title} ${address}`]],
      ["mailto:", ["subject", title], ["body", `${title}\n${address}`]],
    ]);
  });

  it("plays nothing by itself", () => {
    assert.equal(all(document, "[autoplay], marquee, blink").length, 0);
    assert.equal(document.querySelector("audio")?.getAttribute("preload"), "none");
  });

  it("shows a QR code that leads to it, and prints one that leads to its check", () => {
    const drawn = (where: string) => document.querySelector(`${where} .qr`)?.getAttribute("src");
    assert.equal(drawn(".qr-panel"), ARTICLE.article.qr.src);
    assert.equal(drawn(".colophon"), ARTICLE.article.verifyQr.src);
  });

  it("leaves out what it has not", () => {
    const bare = documentOf(BARE_ARTICLE);
    const parts =
      ".kicker, .cover, .toc, .audio-player, .attachments, .notice-box, .link-list, .related, .aside-block, .source, .breadcrumb, .translations";
    assert.deepEqual(
      all(bare, parts).map((part) => part.className),
      [],
    );
    assert.equal(textOf(bare, "[data-views]"), "–");
  });

  it("shows a title of 300 characters whole", () => {
    const title = "Hội nghị sơ kết ".repeat(19).slice(0, 300);
    const long = documentOf({ ...ARTICLE, article: { ...ARTICLE.article, title } });
    assert.equal(long.querySelector("h1")?.textContent, title);
  });
});

describe("home", () => {
  const document = documentOf(HOME);

  it("leads with one story, loads its picture at once, then featured and new ones", () => {
    assert.equal(all(document, ".card-lead").length, 1);
    const eager = all(document, "main img").filter((image) => image.getAttribute("loading") !== "lazy");
    assert.equal(eager.length, 1);
    assert.equal(eager[0]?.closest("article")?.className, "card card-lead");
    assert.equal(all(document, ".front-main .cards > li").length, 3);
    assert.equal(all(document, ".front-recent li").length, 5);
  });

  it("gives each section a block whose title leads to the section", () => {
    assert.deepEqual(
      all(document, ".section-block h2 a").map((link) => link.getAttribute("href")),
      HOME.home.blocks.map((block) => block.section.url),
    );
  });

  it("lists notices with days, documents with numbers, most read with counts", () => {
    const notice = all(document, ".front-service .notice-list li:first-child > *").map(
      (part) => part.textContent,
    );
    assert.deepEqual(notice, ["02/11/2026", "Lịch tiếp công dân tháng 11 năm 2026", "Ghim"]);
    assert.equal(textOf(document, ".document-title"), "Chỉ thị 05-CT/TW");
    assert.equal(textOf(document, ".most-viewed .views"), "900 lượt xem");
  });

  it("says so where there is no article yet", () => {
    assert.equal(textOf(documentOf(EMPTY_HOME), "main .empty"), "Trang tin chưa có bài nào.");
  });
});

describe("listing", () => {
  const document = documentOf(LISTING);

  it("shows kind, title, intro, count and page", () => {
    const head = all(document, ".page-head > *").map((part) => part.textContent);
    assert.deepEqual(head, [
      "Chuyên mục",
      "Tin tức - Sự kiện",
      "Hoạt động của ngành tuyên giáo trong tỉnh và cả nước.",
    ]);
    assert.equal(textOf(document, ".listing-bar p"), "1.234 bài, trang 3/12");
  });

  it("links to neighbours and to other pages with gaps, and marks the current one", () => {
    assert.equal(textOf(document, '.pager [aria-current="page"]'), "Trang 3");
    assert.equal(all(document, ".pager-gap").length, 2);
    assert.equal(
      document.querySelector('.pager a[rel="next"]')?.getAttribute("href"),
      "/btg/chuyen-muc/tin-tuc/trang-4/",
    );
  });

  it("names the section on a card only where cards of several sections meet", () => {
    assert.equal(all(document, ".card-meta a").length, 0);
    assert.equal(
      all(documentOf({ ...LISTING, listing: { ...LISTING.listing, kind: "Thẻ" } }), ".card-meta a").length,
      5,
    );
  });

  it("says so where it is empty", () => {
    assert.equal(textOf(documentOf(EMPTY_LISTING), "main .empty"), "Chưa có bài nào ở đây.");
  });
});

describe("library", () => {
  it("gives the facts of a document as terms and values", () => {
    const facts = all(documentOf(DOCUMENT), ".facts > div").map((row) => row.textContent.trim());
    assert.deepEqual(facts.slice(0, 3), [
      "Số, ký hiệu05-CT/TW",
      "Loại văn bảnChỉ thị",
      "Cơ quan ban hànhBộ Chính trị",
    ]);
  });

  it("nests units below their parents", () => {
    const document = documentOf(ORGANISATION);
    assert.equal(textOf(document, ".unit > h2"), "Lãnh đạo Ban");
    assert.equal(textOf(document, ".unit .unit > h3"), "Phòng Tuyên truyền, Báo chí - Xuất bản");
    assert.deepEqual(
      all(document, ".person-name").map((name) => name.textContent),
      ["Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Lê Văn Mẫu"],
    );
  });
});
