import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import sharp from "sharp";
import { filesIn } from "../../helpers/build-fixture.ts";
import { PUBLISHED_ORIGIN, type RealPage } from "../../helpers/real-site.ts";
import { all, at, parseXml, textAt } from "../../unit/site/feeds/xml.ts";
import type { Portal } from "./portal.ts";

type Json = Readonly<Record<string, unknown>>;

/** Feeds, site maps, structured data, share images and the web manifest, as machines read them. */
export function machineGates(portal: Portal): void {
  const { folder, pages } = portal.site;
  const files = filesIn(folder);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const named = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const articles = [...pages.values()].filter(({ layout }) => layout === "article");

  describe("feeds", () => {
    it("RSS: every file has the channel's required elements, and items with addresses, dates and files that exist", async () => {
      const feeds = named(/(^|\/)rss\.xml$/);
      assert.ok(feeds.length > 10);
      for (const file of feeds) {
        const channel = at(parseXml(read(file)), "rss", "channel") ?? "";
        for (const name of ["title", "link", "description"]) assert.notEqual(textAt(channel, name), "", file);
        assert.equal(textAt(channel, "atom:link", "@href"), `${PUBLISHED_ORIGIN}/${file}`);
        const items = all(channel, "item");
        const ids = items.map((item) => textAt(item, "guid", "#text"));
        assert.equal(new Set(ids).size, ids.length, file);
        for (const item of items) {
          assert.equal(textAt(item, "link"), textAt(item, "guid", "#text"));
          assert.match(
            textAt(item, "pubDate"),
            /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/,
          );
          for (const enclosure of all(item, "enclosure")) {
            const response = await ask(textAt(enclosure, "@url"));
            assert.equal(response.headers.get("content-type"), textAt(enclosure, "@type"));
            assert.equal((await response.bytes()).length, Number(textAt(enclosure, "@length")));
          }
        }
        await answers(items.map((item) => textAt(item, "link")));
      }
    });

    it("Atom: every file and entry has its id, title, author and RFC 3339 dates", async () => {
      const feeds = named(/(^|\/)atom\.xml$/);
      assert.notEqual(feeds.length, 0);
      for (const file of feeds) {
        const feed = at(parseXml(read(file)), "feed") ?? "";
        const entries = all(feed, "entry");
        for (const part of [feed, ...entries]) {
          assert.match(textAt(part, "id"), /^https:/);
          assert.notEqual(textAt(part, "title"), "");
          assert.match(textAt(part, "updated"), RFC_3339);
        }
        const authors = entries.map((entry) => all(entry, "author").length + all(feed, "author").length);
        assert.ok(authors.every((count) => count > 0));
        const links = all(feed, "link").map((link) => [textAt(link, "@rel"), textAt(link, "@href")]);
        assert.deepEqual(links[0], ["self", `${PUBLISHED_ORIGIN}/${file}`]);
        await answers(entries.map((entry) => textAt(entry, "id")));
      }
    });

    it("JSON Feed 1.1: every file has title and items with id, address and RFC 3339 date", async () => {
      const feeds = named(/(^|\/)feed\.json$/);
      assert.notEqual(feeds.length, 0);
      for (const file of feeds) {
        const feed = parseJson(read(file));
        assert.equal(feed["version"], "https://jsonfeed.org/version/1.1");
        assert.equal(feed["feed_url"], `${PUBLISHED_ORIGIN}/${file}`);
        const items = listOf(feed["items"]);
        for (const item of items) {
          assert.equal(item["id"], item["url"]);
          assert.match(String(item["date_published"]), RFC_3339);
          assert.ok(typeof (item["content_text"] ?? item["content_html"]) === "string");
        }
        await answers(items.map((item) => String(item["url"])));
      }
    });
  });

  it("site maps: the index names every part, and every address in them answers 200 and is canonical", async () => {
    const parts = all(parseXml(read("sitemap.xml")), "sitemapindex", "sitemap").map((part) =>
      textAt(part, "loc"),
    );
    assert.deepEqual(
      parts.toSorted(),
      named(/^sitemap-.*\.xml$/).map((file) => `${PUBLISHED_ORIGIN}/${file}`),
    );
    const entries = parts.flatMap((part) =>
      all(parseXml(read(part.slice(PUBLISHED_ORIGIN.length + 1))), "urlset", "url"),
    );
    const addresses = new Set(entries.map((entry) => textAt(entry, "loc")));
    const uncanonical = [...addresses].filter((address) => {
      const html = pages.get(address.slice(PUBLISHED_ORIGIN.length))?.html ?? "";
      return !html.includes(`<link rel="canonical" href="${address}">`);
    });
    assert.deepEqual(uncanonical, []);
    assert.ok(articles.every(({ path }) => addresses.has(PUBLISHED_ORIGIN + path)));
    const pictures = entries.flatMap((entry) =>
      all(entry, "image:image").map((image) => textAt(image, "image:loc")),
    );
    await answers([...new Set(pictures)]);
  });

  it("structured data: every listed page has parsable JSON-LD, every article a complete NewsArticle", async () => {
    for (const page of pages.values()) {
      const nodes = jsonLdOf(page);
      const listed = !page.html.includes('<meta name="robots" content="noindex">');
      assert.equal(nodes.length > 0, listed, page.path);
    }
    for (const page of articles) {
      const nodes = jsonLdOf(page);
      const types = nodes.map((node) => node["@type"]);
      assert.deepEqual(types, ["Organization", "WebSite", "BreadcrumbList", "NewsArticle"], page.path);
      const article = nodes.at(-1) ?? {};
      for (const name of ["headline", "description", "inLanguage"])
        assert.ok(article[name], `${page.path} ${name}`);
      for (const name of ["datePublished", "dateModified"])
        assert.match(String(article[name]), RFC_3339_OR_DAY);
      for (const author of listOf(article["author"])) assert.ok(author["name"], page.path);
      const images = Array.isArray(article["image"]) ? article["image"].map(String) : [];
      assert.notEqual(images.length, 0, page.path);
      await answers(images);
    }
  });

  it("share images: each article has one of 1200 by 630, and says so", async () => {
    for (const page of articles) {
      const address = meta(page, "og:image");
      assert.deepEqual([meta(page, "og:image:width"), meta(page, "og:image:height")], ["1200", "630"]);
      const image = sharp(join(folder, address.slice(PUBLISHED_ORIGIN.length)));
      const { width, height, format } = await image.metadata();
      assert.deepEqual({ width, height, format }, { width: 1200, height: 630, format: "jpeg" }, page.path);
    }
  });

  it("web manifest: names, colours, scope, and icons as large as they say", async () => {
    const href = /<link rel="manifest" href="([^"]+)"/.exec(pages.get("/")?.html ?? "")?.[1] ?? "";
    const response = await ask(PUBLISHED_ORIGIN + href);
    assert.equal(response.headers.get("content-type"), "application/manifest+json; charset=utf-8");
    const manifest = parseJson(await response.text());
    for (const name of ["name", "short_name", "lang", "theme_color", "background_color", "display"])
      assert.ok(manifest[name], name);
    const here = PUBLISHED_ORIGIN + href;
    for (const name of ["start_url", "scope"])
      assert.equal(new URL(String(manifest[name]), here).pathname, "/", name);
    const icons = listOf(manifest["icons"]);
    assert.deepEqual(
      icons.map((icon) => `${String(icon["sizes"])} ${String(icon["purpose"])}`),
      ["192x192 any", "512x512 any", "512x512 maskable"],
    );
    for (const icon of icons) {
      const bytes = await (await ask(new URL(String(icon["src"]), here).href)).bytes();
      const { width, height } = await sharp(bytes).metadata();
      assert.equal(`${width}x${height}`, icon["sizes"]);
    }
  });

  /** Asks the test's host for an address as it is published. */
  async function ask(address: string): Promise<Response> {
    assert.ok(address.startsWith(`${PUBLISHED_ORIGIN}/`), address);
    const response = await fetch(portal.origin + address.slice(PUBLISHED_ORIGIN.length), {
      redirect: "manual",
    });
    assert.equal(response.status, 200, address);
    return response;
  }

  async function answers(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) await (await ask(address)).body?.cancel();
  }
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
/** schema.org also takes a day without a time. */
const RFC_3339_OR_DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?$/;

function jsonLdOf({ html }: RealPage): readonly Json[] {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return text === undefined ? [] : listOf(parseJson(text)["@graph"]);
}

function meta({ html }: RealPage, property: string): string {
  return new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? "";
}

function parseJson(text: string): Json {
  return JSON.parse(text) as Json; // every file here is an object; its properties stay unknown
}

function listOf(value: unknown): readonly Json[] {
  assert.ok(Array.isArray(value));
  return value as readonly Json[]; // as above
}
