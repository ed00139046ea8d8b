import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { SearchKind, SearchRecord, SearchSource } from "../record.ts";
import { readMarkup, type Element } from "./markup.ts";

/**
 * Offers every built page that has `<article data-search>` to the index step, so that a site can be indexed
 * again from its files alone.
 *
 * @example (await readBuiltPages('_site'))[0]?.url // '/2022/07/so-ket-cong-tac/'
 */
export async function readBuiltPages(site: string): Promise<readonly SearchSource[]> {
  const paths = (await readdir(site, { recursive: true })).filter((path) => path.endsWith(".html")).sort();
  const sources: SearchSource[] = [];
  for (const path of paths) {
    const html = await readFile(join(site, path), "utf8");
    if (!html.includes("data-search")) continue;
    const url = `/${path
      .split(sep)
      .join("/")
      .replace(/index\.html$/, "")}`;
    const record = recordFromPage(url, html);
    if (record === null) continue;
    const contentHash = createHash("sha256").update(JSON.stringify(record)).digest("hex").slice(0, 16);
    sources.push({ url, contentHash, date: record.date, record: () => record });
  }
  return sources;
}

/**
 * Reads one page’s search record from its HTML; `null` when the page is not to be found.
 *
 * @example recordFromPage('/a/', '<article data-search><h1>Tin</h1></article>')?.title // 'Tin'
 */
export function recordFromPage(url: string, html: string): SearchRecord | null {
  const page = readMarkup(html);
  const article = page.find((element) => element.name === "article" && element.attributes.has("data-search"));
  if (article === null) return null;
  const meta = (property: string): string | null =>
    page
      .find((element) => element.name === "meta" && element.attributes.get("property") === property)
      ?.attributes.get("content") ?? null;
  const textOf = (className: string): string | null =>
    article.find((element) => element.hasClass(className))?.text() ?? null;
  const body = article.find((element) => element.hasClass("prose"));
  const attached = article.find((element) => element.hasClass("attachments"));
  const facts = article.find((element) => element.name === "dl");
  const place = article.find(
    (element) => element.name === "a" && /\/dia-ban\//.test(element.attributes.get("href") ?? ""),
  );
  return {
    url,
    title: article.find((element) => element.name === "h1")?.text() ?? meta("og:title") ?? url,
    kicker: textOf("kicker"),
    lead: textOf("lead"),
    text: [body?.text(), facts?.text()].filter((text) => text !== undefined && text !== "").join("\n"),
    section: meta("article:section"),
    place: place?.text() ?? null,
    otherPlaces: [],
    kind: kindOf(url),
    date: article.find((element) => element.name === "time")?.attributes.get("datetime") ?? null,
    image: null,
    documentCodes: [],
    attachments: attached === null ? [] : linksOf(attached),
    keywords: linksOf(article.find((element) => element.hasClass("link-list"))),
  };
}

function linksOf(element: Element | null): readonly string[] {
  return element === null ? [] : element.all((child) => child.name === "a").map((link) => link.text());
}

function kindOf(url: string): SearchKind {
  if (/^\/\d{4}\/\d{2}\//.test(url)) return "tin-bai";
  if (url.startsWith("/thong-bao/")) return "thong-bao";
  return url.startsWith("/van-ban/") ? "van-ban" : "trang";
}
