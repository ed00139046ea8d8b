import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Request } from "playwright-core";
import type { RealPage } from "../../helpers/real-site.ts";
import { AT_ONCE, PHONE, type Portal } from "./portal.ts";

const KB = 1000;
/** Bytes over the wire, response headers included, on a phone with a fine screen; nothing scrolled. */
const LIMITS = { page: 250 * KB, articleWithCover: 100 * KB, style: 12 * KB, font: 60 * KB };
/** The search page carries the planner of queries and the reader of the index; what it finds comes on top. */
const scriptLimit = (layout: string) => (layout === "search" ? 20 * KB : 10 * KB);

/** What one opened page did. */
interface Load {
  /**
   * Bytes by kind of file, `document`, `stylesheet`, `script`, `font`, `image`, `fetch`; their sum `all`; and `ahead`, the
   * pictures further down that the browser fetches while it is idle.
   */
  readonly bytes: Readonly<Record<string, number>>;
  /** Largest first: `31337 /pictures/x-800.avif`. */
  readonly files: readonly string[];
  readonly complaints: readonly string[];
  readonly cookies: number;
  /** The lines of the main part. */
  readonly words: readonly string[];
}

/** Budgets of bytes, and silence: no other host, no complaint in the console, no cookie. */
export function weightGates(portal: Portal): void {
  const loads = new Map<string, Promise<Load>>();
  const loadOf = (kind: string, path: string) => {
    const known = loads.get(kind) ?? load(portal, path);
    loads.set(kind, known);
    return known;
  };

  for (const [kind, { path, layout }] of [
    ...portal.kinds,
    ["heaviest cover", heaviestCover(portal)] as const,
  ]) {
    it(`${kind} keeps to its budgets`, async (t) => {
      const { bytes, files } = await loadOf(kind, path);
      t.diagnostic(`${kind}: ${JSON.stringify(bytes)}`);
      const { all = 0, ahead = 0 } = bytes;
      const measured: readonly (readonly [what: string, spent: number | undefined, limit: number])[] = [
        ["everything", all, LIMITS.page],
        [
          "the page with its cover",
          all - ahead,
          layout === "article" ? LIMITS.articleWithCover : LIMITS.page,
        ],
        ["JavaScript", bytes["script"], scriptLimit(layout)],
        ["CSS", bytes["stylesheet"], LIMITS.style],
        ["fonts", bytes["font"], LIMITS.font],
      ];
      const over = measured.filter(([, spent = 0, limit]) => spent > limit);
      assert.deepEqual(over, [], files.slice(0, 8).join("\n"));
    });

    it(`${kind} calls no other host, complains about nothing and sets no cookie`, async () => {
      const { complaints, cookies } = await loadOf(kind, path);
      assert.deepEqual({ complaints, cookies }, { complaints: [], cookies: 0 });
    });
  }

  describe("without JavaScript", AT_ONCE, () => {
    for (const [kind, { path }] of portal.kinds) {
      it(`${kind} says everything it says with it`, async () => {
        const without = await portal.visit(path, { javaScriptEnabled: false }, (page) =>
          page.$eval("main", textShown),
        );
        const { words } = await loadOf(kind, path);
        assert.notEqual(without.length, 0);
        assert.deepEqual(
          words.filter((line) => !without.includes(line)),
          [],
        );
      });
    }
  });
}

/** The article whose cover is the largest file at the width that phones with fine screens take. */
function heaviestCover({ site }: Portal): RealPage {
  const weight = ({ html }: RealPage) => {
    const cover = /<div class="cover">.*?srcset="[^"]*?(\/pictures\/\S+-800\.avif)/s.exec(html)?.[1];
    return cover === undefined ? 0 : statSync(join(site.folder, cover)).size;
  };
  const articles = [...site.pages.values()].filter(({ layout }) => layout === "article");
  return articles.reduce((heaviest, page) => (weight(page) > weight(heaviest) ? page : heaviest));
}

async function load(portal: Portal, path: string): Promise<Load> {
  return portal.visit("/robots.txt", { viewport: PHONE, deviceScaleFactor: 2 }, async (page) => {
    const finished: Request[] = [];
    const complaints: string[] = [];
    page.on("requestfinished", (request) => {
      // A data: picture is part of its page and has no size of its own.
      if (!request.url().startsWith("data:")) finished.push(request);
    });
    page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== "data:" && origin !== portal.origin) complaints.push(`asks ${request.url()}`);
    });
    page.on("console", (message) => {
      // The profile of these visits has no service worker, and says so.
      if (!message.text().includes("blocked by Playwright")) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(portal.origin + path, { waitUntil: "networkidle" });
    // What finishes from here on, as a counter that asks again, is no part of the load; the page may close on it.
    const sizes = await Promise.all(finished.map(sizeOf));
    const later = await page.$$eval(
      "img[loading=lazy]",
      (images) => images.map((image) => (image as HTMLImageElement).currentSrc), // the selector says so
    );
    const bytes: Record<string, number> = { all: 0, ahead: 0 };
    for (const [type, name, size] of sizes) {
      if (later.includes(portal.origin + name)) bytes["ahead"] = (bytes["ahead"] ?? 0) + size;
      bytes[type] = (bytes[type] ?? 0) + size;
      bytes["all"] = (bytes["all"] ?? 0) + size;
    }
    const files = sizes.sort((a, b) => b[2] - a[2]).map(([, name, size]) => `${size} ${name}`);
    const cookies = (await page.context().cookies()).length;
    const words = await page.$eval("main", textShown);
    // A copy: what closing the page cuts short is no complaint of the page's.
    return { bytes, files, complaints: [...complaints], cookies, words };
  });
}

/** What came over the wire for one request, headers included. */
async function sizeOf(request: Request): Promise<readonly [type: string, path: string, bytes: number]> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return [request.resourceType(), new URL(request.url()).pathname, responseBodySize + responseHeadersSize];
}

/** In the page: the lines of text that a reader sees in an element, without buttons, which need scripts. */
function textShown(element: Element): readonly string[] {
  for (const control of element.querySelectorAll("[data-needs-js], [data-counter-asof]")) control.remove();
  for (const number of element.querySelectorAll("[data-views], [data-stat]")) number.textContent = "";
  return (element as HTMLElement).innerText // main is an HTML element
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
