import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { FEED_LIMIT, type Feed } from "#site/feeds/feed.ts";
import { feedTexts, type FeedTexts } from "#site/feeds/feed-files.ts";
import { createTemplates } from "#site/render/templates.ts";
import { SAMPLE_ITEM, sampleFeed } from "./sample-feed.ts";
import { all, at, parseXml, textAt, type XmlNode } from "./xml.ts";

const templates = createTemplates(join(import.meta.dirname, "../../../../layouts"));
const texts = (feed: Feed): FeedTexts => feedTexts(feed, (name, data) => templates.file(name, data));
const rss = (feed: Feed): XmlNode => at(parseXml(texts(feed).rss), "rss", "channel") ?? "";
const atom = (feed: Feed): XmlNode => at(parseXml(texts(feed).atom), "feed") ?? "";
const json = (feed: Feed): JsonFeed => JSON.parse(texts(feed).json) as JsonFeed; // what JSON Feed 1.1 promises

interface JsonFeed {
  readonly version: string;
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const RFC822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/;

describe("the RSS 2.0 feed", () => {
  const channel = rss(sampleFeed());

  it("has what a channel must have, and says where it is", () => {
    assert.equal(at(channel, "title"), "Cổng thông tin Tuyên giáo tỉnh Mẫu");
    assert.equal(at(channel, "link"), "https://mau.example/btg/");
    assert.equal(at(channel, "description"), "Tin tức, văn bản và tài liệu");
    assert.equal(at(channel, "atom:link", "@href"), "https://mau.example/btg/rss.xml");
    assert.equal(at(channel, "atom:link", "@rel"), "self");
  });

  it("dates pieces as RFC 822 asks, in the order of the list", () => {
    assert.equal(at(channel, "item", "pubDate"), "Fri, 08 Jul 2022 09:43:00 GMT");
    assert.match(textAt(channel, "lastBuildDate"), RFC822);
  });

  it("is as new as its newest change, whenever it was built", () => {
    assert.equal(at(channel, "lastBuildDate"), "Sat, 09 Jul 2022 01:00:00 GMT");
  });

  it("identifies a piece by its permanent address", () => {
    assert.equal(at(channel, "item", "guid", "#text"), SAMPLE_ITEM.url);
    assert.equal(at(channel, "item", "guid", "@isPermaLink"), "true");
    assert.equal(at(channel, "item", "link"), SAMPLE_ITEM.url);
  });

  it("names every author, the section and the tags", () => {
    assert.deepEqual(at(channel, "item", "dc:creator"), ["Tổ Tin bài", "Nhóm Phóng viên"]);
    assert.deepEqual(at(channel, "item", "category"), ["Tin tức - Sự kiện", "Hội nghị", "Sơ kết"]);
  });

  it("carries the picture with its length, type and size", () => {
    assert.deepEqual(at(channel, "item", "enclosure"), {
      "@url": "https://mau.example/btg/anh/hoi-truong-800.jpg",
      "@length": "81234",
      "@type": "image/jpeg",
    });
    assert.equal(at(channel, "item", "media:content", "@width"), "800");
    assert.equal(at(channel, "item", "media:content", "media:description", "#text"), "Quang cảnh hội trường");
  });

  it("gives the lead as description and the text, escaped, beside it", () => {
    assert.equal(at(channel, "item", "description"), SAMPLE_ITEM.lead);
    assert.equal(at(channel, "item", "content:encoded"), SAMPLE_ITEM.html);
  });
});

describe("the Atom feed", () => {
  const feed = atom(sampleFeed());

  it("has an id, a title, an author and the date of its newest change", () => {
    assert.equal(at(feed, "id"), "https://mau.example/btg/");
    assert.equal(at(feed, "title"), "Cổng thông tin Tuyên giáo tỉnh Mẫu");
    assert.equal(at(feed, "author", "name"), "Ban Tuyên giáo Tỉnh ủy");
    assert.equal(at(feed, "updated"), "2022-07-09T08:00:00+07:00");
  });

  it("links to itself and to the page of the same list", () => {
    assert.deepEqual(
      all(feed, "link").map((link) => [at(link, "@rel"), at(link, "@href")]),
      [
        ["self", "https://mau.example/btg/atom.xml"],
        ["alternate", "https://mau.example/btg/"],
      ],
    );
  });

  it("gives entries an id, both dates and their authors", () => {
    assert.equal(at(feed, "entry", "id"), SAMPLE_ITEM.url);
    assert.equal(at(feed, "entry", "published"), "2022-07-08T16:43:00+07:00");
    assert.equal(at(feed, "entry", "updated"), "2022-07-09T08:00:00+07:00");
    assert.equal(at(feed, "entry", "author", 0, "uri"), "https://mau.example/btg/tac-gia/to-tin-bai/");
  });

  it("dates a piece that was never changed by its publication", () => {
    const plain = atom(sampleFeed({ items: [{ ...SAMPLE_ITEM, updated: null }] }));
    assert.equal(at(plain, "entry", "updated"), "2022-07-08T16:43:00+07:00");
  });

  it("says what it says as summary and HTML content", () => {
    assert.equal(at(feed, "entry", "summary"), SAMPLE_ITEM.lead);
    assert.equal(at(feed, "entry", "content", "@type"), "html");
    assert.equal(at(feed, "entry", "content", "#text"), SAMPLE_ITEM.html);
  });
});

describe("the JSON feed", () => {
  const feed = json(sampleFeed());

  it("has the version, the title and both addresses", () => {
    assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
    assert.equal(feed.title, "Cổng thông tin Tuyên giáo tỉnh Mẫu");
    assert.equal(feed.home_page_url, "https://mau.example/btg/");
    assert.equal(feed.feed_url, "https://mau.example/btg/feed.json");
  });

  it("gives each piece an id, content and RFC 3339 dates", () => {
    const item = feed.items[0] ?? {};
    assert.equal(item["id"], SAMPLE_ITEM.url);
    assert.equal(item["content_html"], SAMPLE_ITEM.html);
    assert.match(String(item["date_published"]), RFC3339);
    assert.deepEqual(item["tags"], ["Tin tức - Sự kiện", "Hội nghị", "Sơ kết"]);
  });

  it("leaves absent values out rather than null, which the format does not know", () => {
    const bare = { ...SAMPLE_ITEM, html: null, image: null, authors: [] };
    const text = texts(sampleFeed({ icon: null, items: [bare] })).json;
    assert.doesNotMatch(text, /null/);
    assert.equal(json(sampleFeed({ items: [bare] })).items[0]?.["content_text"], SAMPLE_ITEM.lead);
  });
});

describe("every feed", () => {
  it("is valid without a single piece, dated by the build", () => {
    const empty = sampleFeed({ items: [] });
    assert.deepEqual(all(rss(empty), "item"), []);
    assert.equal(at(rss(empty), "lastBuildDate"), "Thu, 01 Oct 2026 00:00:00 GMT");
    assert.equal(at(atom(empty), "updated"), "2026-10-01T07:00:00+07:00");
    assert.deepEqual(json(empty).items, []);
  });

  it(`holds at most ${FEED_LIMIT} pieces, the newest`, () => {
    const items = Array.from({ length: 45 }, (_, index) => ({
      ...SAMPLE_ITEM,
      url: `https://mau.example/${index}/`,
    }));
    assert.equal(all(rss(sampleFeed({ items })), "item").length, FEED_LIMIT);
    assert.equal(all(atom(sampleFeed({ items })), "entry").length, FEED_LIMIT);
    assert.equal(json(sampleFeed({ items })).items.at(-1)?.["id"], "https://mau.example/29/");
  });

  it("does without picture, byline, tags and text", () => {
    const bare = sampleFeed({
      icon: null,
      items: [{ ...SAMPLE_ITEM, html: null, image: null, authors: [], tags: [] }],
    });
    const absent = ["enclosure", "media:content", "dc:creator", "content:encoded"];
    assert.deepEqual(
      absent.map((name) => at(rss(bare), "item", name)),
      [null, null, null, null],
    );
    assert.equal(at(atom(bare), "entry", "author"), null);
    assert.equal(at(atom(bare), "entry", "content"), null);
  });

  it("names the language of a piece that is not in the feed's", () => {
    const khmer = sampleFeed({ items: [{ ...SAMPLE_ITEM, language: "km" }] });
    assert.equal(at(rss(khmer), "item", "dc:language"), "km");
    assert.equal(at(atom(khmer), "entry", "@xml:lang"), "km");
    assert.equal(json(khmer).items[0]?.["language"], "km");
  });

  for (const [name, title, expected] of [
    ["an ampersand and angle brackets", "A & B <script>", "A & B <script>"],
    ["the end of a CDATA section", "x]]>y", "x]]>y"],
    ["control characters", "Hà\u0000 Gi\u001Bang\u0085", "Hà Giang"],
    ["half a surrogate pair", "a\uD800b", "ab"],
    ["a whole pair", "Sách 📚", "Sách 📚"],
    ["decomposed Unicode", "Hà Giang".normalize("NFD"), "Hà Giang"],
    ["quotation marks", `"Dân vận khéo" 'Học Bác'`, `"Dân vận khéo" 'Học Bác'`],
  ] as const)
    it(`keeps its form with ${name} in a title`, () => {
      const feed = sampleFeed({ items: [{ ...SAMPLE_ITEM, title, lead: title, html: title }] });
      assert.equal(decoded(textAt(rss(feed), "item", "title")), expected);
      assert.equal(decoded(textAt(rss(feed), "item", "content:encoded")), expected);
      assert.equal(decoded(textAt(atom(feed), "entry", "title")), expected);
      assert.equal(json(feed).items[0]?.["title"], expected);
    });
});

/** The parser leaves numeric references as they are. */
function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
