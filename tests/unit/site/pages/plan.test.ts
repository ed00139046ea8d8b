import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page, PageSpec } from "../../../../scripts/lib/site/pages/spec.ts";
import { findClashes, planPages } from "../../../../scripts/lib/site/plan.ts";
import { article, at } from "../../domain/articles.ts";
import { fixtureContext, type Changes } from "./fixture-context.ts";

function specAt(path: string, changes: Changes = {}): PageSpec {
  const spec = planPages(fixtureContext(changes)).find((page) => page.path === path);
  assert.ok(spec, `no page ${path}`);
  return spec;
}

const viewAt = (path: string, changes: Changes = {}): Page => specAt(path, changes).view();

describe("the plan", () => {
  test("has one page for each address", () => {
    const specs = planPages(fixtureContext());
    assert.ok(specs.length > 50);
    assert.deepEqual(findClashes(specs), []);
  });

  test("is the same whatever order the files are read in", () => {
    const paths = (articles: readonly ReturnType<typeof article>[]) =>
      planPages(fixtureContext({ articles })).map((spec) => [spec.path, JSON.stringify(spec.view())]);
    const articles = [1, 2, 3, 4].map((day) => article(`2022/07/a${day}`, { tags: ["Một", "Hai"] }));
    assert.deepEqual(paths(articles.toReversed()), paths(articles));
  });

  test("no view holds undefined, which would fail a layout", () => {
    const holes: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (value === undefined) holes.push(at);
      else if (typeof value === "object" && value !== null) {
        for (const [key, inner] of Object.entries(value)) look(inner, `${at}.${key}`);
      }
    };
    for (const spec of planPages(fixtureContext())) look(spec.view(), spec.path);
    assert.deepEqual(holes, []);
  });

  test("two pages at one address are a problem of the file that can move", () => {
    const spec = specAt("/gioi-thieu/");
    const list = specAt("/the/");
    const clash = findClashes([list, { ...spec, path: "/the/" }]);
    assert.deepEqual(
      clash.map(({ file, message }) => [file, message]),
      [
        [
          "content/pages/gioi-thieu/index.md",
          "Địa chỉ /the/ đã thuộc về một trang của hệ thống. Hãy đổi tên thư mục.",
        ],
      ],
    );
    assert.deepEqual(findClashes([{ ...spec, path: "/the/" }, list]), clash);
  });

  test("an article's page looks at a few others only, however large the archive", () => {
    const articles = Array.from({ length: 5000 }, (_, index) =>
      article(`2022/07/a${index}`, {
        tags: ["sơ kết"],
        topic: "chuyen-doi-so",
        date: { epoch: index, hasTime: true },
      }),
    );
    const spec = specAt("/2022/07/a2500/", { articles });
    spec.view(); // Positions in the lists are made once.
    const looked = new Set<string>();
    for (const item of articles) {
      const { title, id } = item;
      Object.defineProperty(item, "title", { get: () => (looked.add(id), title) });
    }
    spec.view();
    assert.ok(looked.has("2022/07/a2500"));
    assert.ok(looked.size <= 40, `${looked.size} articles`);
  });
});

describe("the front page", () => {
  const lead = (now: string) => {
    const page = viewAt("/", {
      now,
      articles: [
        article("2022/07/noi-bat", { date: at("2022-07-01"), featuredUntil: at("2022-07-20") }),
        article("2022/07/moi", { date: at("2022-07-10") }),
      ],
    });
    return page.layout === "home" ? page.home.lead?.title : undefined;
  };
  test("leads with a featured article until its time is over", () => {
    assert.equal(lead("2022-07-19 23:59"), "2022/07/noi-bat");
    assert.equal(lead("2022-07-20"), "2022/07/moi");
  });
});

describe("a section", () => {
  const first = (now: string) => {
    const page = viewAt("/chuyen-muc/tin-tuc/", {
      now,
      articles: [
        article("2022/07/ghim", { date: at("2022-07-01"), pinnedUntil: at("2022-07-20") }),
        article("2022/07/moi", { date: at("2022-07-10") }),
      ],
    });
    return page.layout === "listing" ? page.listing.cards.map(({ title }) => title) : [];
  };
  test("keeps a pinned article on top until its time is over", () => {
    assert.deepEqual(first("2022-07-19"), ["2022/07/ghim", "2022/07/moi"]);
    assert.deepEqual(first("2022-07-20"), ["2022/07/moi", "2022/07/ghim"]);
  });
});

describe("the calendar", () => {
  const title = (now: string) => {
    const page = viewAt("/lich-cong-tac/", { now });
    return page.layout === "calendar" ? page.calendar.title : "";
  };
  const rows: readonly (readonly [now: string, week: string])[] = [
    ["2026-11-01", "Tuần 46 (09/11/2026 - 15/11/2026)"],
    ["2026-11-15 23:59", "Tuần 46 (09/11/2026 - 15/11/2026)"],
    ["2026-11-16", "Tuần 47 (16/11/2026 - 22/11/2026)"],
    ["2027-02-01", "Tuần 47 (16/11/2026 - 22/11/2026)"],
  ];
  for (const [now, week] of rows) {
    test(`shows ${week} on ${now}`, () => assert.equal(title(now), week));
  }
  test("without weeks is an empty page", () => {
    const page = viewAt("/lich-cong-tac/", { editorial: { calendar: [] } });
    assert.deepEqual(page.layout === "calendar" && page.calendar.days, []);
  });
});

describe("banners", () => {
  const banner = (now: string, before = 7, after = 1) =>
    fixtureContext({
      now,
      editorial: {
        anniversaries: [
          {
            name: "Ngày thành lập Quân đội nhân dân Việt Nam",
            month: 12,
            day: 22,
            year: 1944,
            before,
            after,
            link: null,
          },
          { name: "Ngày đầu năm", month: 1, day: 1, year: 1950, before: 12, after: 3, link: "/gioi-thieu/" },
        ],
      },
    }).site.banner;
  const army = "Kỷ niệm 82 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2026)";
  const newYear = "Kỷ niệm 77 năm Ngày đầu năm (01/01/1950 - 01/01/2027)";
  const rows: readonly (readonly [now: string, text: string | null])[] = [
    ["2026-12-14 23:59", null],
    ["2026-12-15", army],
    ["2026-12-22 12:00", army],
    ["2026-12-23 23:59", army],
    ["2026-12-24", newYear],
    ["2027-01-04 23:59", newYear],
    ["2027-01-05", null],
  ];
  for (const [now, text] of rows) {
    test(`${now}: ${text ?? "none"}`, () => assert.equal(banner(now)?.text ?? null, text));
  }
  test("carry the base path in their link", () => {
    assert.equal(banner("2026-12-30")?.url, "/btg/gioi-thieu/");
  });
});

describe("when the site changes next", () => {
  const quiet = { anniversaries: [], calendar: [] };
  const next = (now: string, changes: Changes = {}) =>
    fixtureContext({
      now,
      articles: [],
      content: { notices: [], documents: [] },
      editorial: quiet,
      ...changes,
    }).portal.nextChange;

  test("never, where nothing is planned", () => assert.equal(next("2026-11-20"), null));

  const planned = article("2022/07/a", {
    date: at("2026-12-01 07:30"),
    featuredUntil: at("2026-12-05"),
    pinnedUntil: at("2026-12-10"),
    expires: at("2026-12-31"),
  });
  const rows: readonly (readonly [now: string, change: string])[] = [
    ["2026-11-20", "2026-12-01 07:30"],
    ["2026-12-01 07:30", "2026-12-05"],
    ["2026-12-05", "2026-12-10"],
    ["2026-12-10", "2026-12-31"],
  ];
  for (const [now, change] of rows) {
    test(`after ${now} on ${change}`, () => {
      assert.equal(next(now, { articles: [planned] }), at(change).epoch);
    });
  }

  test("not for a draft", () =>
    assert.equal(next("2026-11-20", { articles: [{ ...planned, draft: true }] }), null));

  test("for a banner that comes, and goes", () => {
    const anniversaries = [{ name: "", month: 12, day: 22, year: 1944, before: 7, after: 1, link: null }];
    const editorial = { ...quiet, anniversaries };
    assert.equal(next("2026-12-01", { editorial }), at("2026-12-15").epoch);
    assert.equal(next("2026-12-15", { editorial }), at("2026-12-24").epoch);
    assert.equal(next("2026-12-24", { editorial }), at("2027-12-15").epoch);
  });

  test("for a week of the calendar that begins", () => {
    const calendar = [{ week: "2026-W47", note: null, entries: [] }];
    assert.equal(next("2026-11-10", { editorial: { ...quiet, calendar } }), at("2026-11-16").epoch);
  });
});

describe("what a preview says to search engines", () => {
  test("is noindex on every page, with the canonical address kept", () => {
    for (const preview of [true, false]) {
      const { head } = viewAt("/2022/07/ha-giang-so-ket/", { preview });
      assert.equal(head.robots, preview ? "noindex" : null);
      assert.equal(head.facts?.url, "https://host.example/btg/2022/07/ha-giang-so-ket/");
    }
  });
});

describe("the territory that shared links name", () => {
  const rows: readonly (readonly [language: string, locale: string | null])[] = [
    ["vi", "vi_VN"],
    ["km", "km_KH"],
    ["hmn", null],
  ];
  for (const [language, locale] of rows) {
    test(`is ${locale ?? "none"} for an article in ${language}`, () => {
      const { head } = viewAt("/2022/07/bai/", { articles: [article("2022/07/bai", { language })] });
      assert.equal(head.facts?.locale, locale);
    });
  }
});

describe("versions of an article", () => {
  const original = article("2022/07/goc");
  const version = article("2022/07/ban-km", { language: "km", translationOf: "2022/07/goc" });
  const links = (articles: readonly ReturnType<typeof article>[]) => {
    const page = viewAt("/2022/07/ban-km/", { articles });
    return page.layout === "article" ? page.article.translations.map(({ url }) => url) : [];
  };
  test("link to each other", () => assert.deepEqual(links([original, version]), ["/btg/2022/07/goc/"]));
  test("do not link to an original that is withdrawn, a draft, or gone", () => {
    const withdrawn = { date: at("2022-07-09"), text: "Sai." };
    assert.deepEqual(links([{ ...original, withdrawn }, version]), []);
    assert.deepEqual(links([{ ...original, draft: true }, version]), []);
    assert.deepEqual(links([version]), []);
  });
});

describe("a tombstone", () => {
  test("holds no word of the article", () => {
    const gone = article("2022/07/go", {
      title: "zqw tiêu đề",
      lead: "zqw tóm tắt",
      kicker: "zqw",
      tags: ["zqw"],
      withdrawn: { date: at("2022-07-09"), text: "Sai số liệu." },
    });
    const spec = specAt("/2022/07/go/", { articles: [gone] });
    assert.doesNotMatch(JSON.stringify(spec.view()), /zqw/);
    assert.match(JSON.stringify(spec.view()), /Sai số liệu\./);
    assert.deepEqual([spec.body, spec.search, spec.sitemap], [null, null, null]);
  });
});
