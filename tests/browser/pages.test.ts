import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { ALL_PAGES } from "../fixtures/views/all.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { isKept } from "../helpers/kept-page.ts";
import { writeSampleSite } from "../helpers/sample-site.ts";
import { type ServedFolder, serveFolder } from "../helpers/serve-folder.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const NAMES = Object.keys(ALL_PAGES);
const ARTICLE = "/btg/2022/07/ha-giang-so-ket/";
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let folder: string;
let server: ServedFolder;
let browser: Browser;

before(async () => {
  folder = temporaryFolder();
  await writeSampleSite(folder);
  server = await serveFolder(folder);
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page in a fresh profile, does something there, and closes it. */
async function visit<T>(
  path: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  await page.goto(server.origin + path);
  const result = await act(page);
  await context.close();
  return result;
}

/** What axe finds wrong: rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // axe was put into the page just before.
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const result = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "color-contrast-enhanced": { enabled: true } },
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")}`),
    );
  });
}

describe("accessibility", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    describe(colorScheme, () => {
      let context: BrowserContext;
      before(async () => {
        const viewport = { width: 360, height: 740 };
        context = await browser.newContext({ viewport, colorScheme, serviceWorkers: "block" });
      });
      after(() => context.close());

      for (const name of NAMES) {
        it(`axe finds nothing, contrast 7:1 included: ${name}`, async () => {
          const page = await context.newPage();
          await page.goto(`${server.origin}/btg/${name}.html`);
          assert.deepEqual(await violations(page), []);
          await page.close();
        });
      }
    });
  }

  for (const name of ["article", "home", "listing", "document"]) {
    it(`axe finds nothing in high contrast, with everything unfolded: ${name}`, async () => {
      const found = await visit(
        `/btg/${name}.html`,
        { viewport: { width: 1280, height: 900 } },
        async (page) => {
          await page.click(".reading summary");
          await page.click('[data-theme-choice="contrast"]');
          await page.evaluate(() => {
            for (const details of document.querySelectorAll("main details, footer details"))
              details.setAttribute("open", "");
          });
          return violations(page);
        },
      );
      assert.deepEqual(found, []);
    });
  }

  it("every page fits 320 pixels, also with text twice as large", async () => {
    const wide: string[] = [];
    for (const name of NAMES) {
      await visit(`/btg/${name}.html`, { viewport: { width: 320, height: 640 } }, async (page) => {
        for (const size of ["0", "4"]) {
          const excess = await page.evaluate((size) => {
            document.documentElement.dataset["textSize"] = size;
            return document.documentElement.scrollWidth - document.documentElement.clientWidth;
          }, size);
          if (excess > 0) wide.push(`${name}, text size ${size}: ${excess} px`);
        }
      });
    }
    assert.deepEqual(wide, []);
  });

  it("gives fingers 44 pixels: buttons, menus, pagers, chips", async () => {
    const controls =
      ".action, .button, button, .menu-tree a, .pager a, .link-list a, .footer-menu a, .toc a, summary";
    const small = await Promise.all(
      ["article", "home", "listing", "not-found"].map((name) =>
        visit(`/btg/${name}.html`, {}, async (page) => {
          await page.click(".site-menu summary");
          return page.$$eval(controls, (elements) =>
            elements
              .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
              .map(
                (element) =>
                  `${element.getAttribute("class") ?? ""} ${element.textContent.trim()} ${element.getBoundingClientRect().height}`,
              ),
          );
        }),
      ),
    );
    assert.deepEqual(small.flat(), []);
  });

  it("lets the keyboard skip to the main part, and shows where it is", async () => {
    await visit("/btg/article.html", {}, async (page) => {
      await page.keyboard.press("Tab");
      const skip = await page.evaluate(() => ({
        text: document.activeElement?.textContent,
        top: document.activeElement?.getBoundingClientRect().top ?? -1,
        outline: document.activeElement === null ? "" : getComputedStyle(document.activeElement).outlineStyle,
      }));
      assert.deepEqual([skip.text, skip.outline], ["Bỏ qua, đến nội dung chính", "solid"]);
      assert.ok(skip.top >= 0);
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "noi-dung");
    });
  });
});

describe("menu", () => {
  it("opens with Enter, closes with Escape and gives the focus back", async () => {
    await visit("/btg/home.html", {}, async (page) => {
      await page.focus(".site-menu summary");
      await page.keyboard.press("Enter");
      assert.ok(await page.isVisible(".menu-tree"));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Escape");
      assert.equal(await page.isVisible(".menu-tree"), false);
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SUMMARY");
    });
  });

  it("closes when the reader goes on elsewhere", async () => {
    await visit("/btg/home.html", { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.click(".site-menu summary");
      await page.focus(".card-lead a");
      assert.equal(await page.isVisible(".menu-tree"), false);
    });
  });

  it("opens without scripts, and what needs scripts is not there", async () => {
    await visit("/btg/article.html", { javaScriptEnabled: false }, async (page) => {
      await page.click(".site-menu summary");
      assert.ok(await page.isVisible(".menu-tree"));
      assert.equal(await page.locator("[data-needs-js]:visible").count(), 0);
      assert.ok(await page.isVisible("a[data-save]"));
    });
  });
});

describe("reading settings", () => {
  it("change the text of the whole page, and last to the next page", async () => {
    await visit("/btg/article.html", {}, async (page) => {
      const size = () =>
        page.$eval(".prose p", (paragraph) => parseFloat(getComputedStyle(paragraph).fontSize));
      const normal = await size();
      await page.click('.reading-tools [data-text-size="1"]');
      assert.equal(await size(), normal * 1.125);
      await page.goto(`${server.origin}/btg/page.html`);
      assert.equal(await size(), normal * 1.125);
      await page.click('.reading-tools [data-text-size="0"], .reading summary');
    });
  });

  it("switch to high contrast, and last to the next page before it paints", async () => {
    await visit("/btg/article.html", {}, async (page) => {
      await page.click(".reading summary");
      await page.click('[data-theme-choice="contrast"]');
      await page.goto(`${server.origin}/btg/home.html`);
      assert.equal(
        await page.$eval("body", (body) => getComputedStyle(body).backgroundColor),
        "rgb(0, 0, 0)",
      );
      assert.equal(await page.getAttribute('[data-theme-choice="contrast"]', "aria-pressed"), "true");
    });
  });

  it("follow the device until the reader chooses", async () => {
    const background = (page: Page) => page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
    assert.equal(await visit("/btg/home.html", { colorScheme: "light" }, background), "rgb(255, 255, 255)");
    assert.equal(await visit("/btg/home.html", { colorScheme: "dark" }, background), "rgb(22, 19, 18)");
  });
});

describe("loading", () => {
  it("moves nothing, even when fonts come late", async () => {
    const slow = await serveFolder(folder, 400);
    for (const width of [360, 1280]) {
      for (const name of ["article", "home"]) {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          serviceWorkers: "block",
        });
        const page = await context.newPage();
        await page.addInitScript(() => {
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              (window as unknown as { shifts?: unknown[] }).shifts = [entry.toJSON()]; // read below
          }).observe({ type: "layout-shift", buffered: true });
        });
        await page.goto(`${slow.origin}/btg/${name}.html`, { waitUntil: "load" });
        await page.waitForTimeout(700);
        assert.equal(
          await page.evaluate(() => (window as unknown as { shifts?: unknown[] }).shifts ?? null),
          null,
          `${name} at ${width}`,
        );
        await context.close();
      }
    }
    await slow.close();
  });

  it("breaks no rule of the content security policy and calls no other host", async () => {
    const complaints: string[] = [];
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.origin) && !request.url().startsWith("data:"))
        complaints.push(request.url());
    });
    for (const name of NAMES)
      await page.goto(`${server.origin}/btg/${name}.html`, { waitUntil: "networkidle" });
    await context.close();
    assert.deepEqual(complaints, []);
  });
});

describe("keeping an article", () => {
  it("saves a copy that stands alone: pictures inside, no script, links absolute", async () => {
    const saved = await visit(ARTICLE, {}, async (page) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("a[data-save]")]);
      assert.equal(download.suggestedFilename(), "ha-giang-so-ket.html");
      return readFile(await download.path(), "utf8");
    });
    assert.match(saved, /<h1>Hà Giang sơ kết/);
    assert.match(saved, /<img src="data:image\//);
    assert.doesNotMatch(saved, /<script|srcset=|href="\/|data-needs-js/);
  });

  it("copies its address and says so", async () => {
    await visit(ARTICLE, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.click("[data-copy]");
      await page.waitForSelector('[data-copy-label]:text("Đã sao chép")');
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        "https://tuyengiao.example.vn/btg/2022/07/ha-giang-so-ket/",
      );
    });
  });

  it("prints as a document: letterhead, addresses of links, code; no menu", async () => {
    await visit(ARTICLE, { colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      const shown = await page.evaluate(() =>
        [
          ".brand-name",
          "h1",
          ".byline",
          ".footnotes",
          ".colophon .qr",
          ".site-nav",
          ".share",
          ".article-aside",
          ".reading-tools",
        ].filter((selector) => document.querySelector(selector)?.checkVisibility()),
      );
      assert.deepEqual(shown, [".brand-name", "h1", ".byline", ".footnotes", ".colophon .qr"]);
      const address = await page.$eval(
        '.prose a[href^="http"]',
        (link) => getComputedStyle(link, "::after").content,
      );
      assert.match(address, /tulieuvankien\.dangcongsan\.vn/);
      assert.equal(
        await page.$eval(".prose p", (paragraph) => getComputedStyle(paragraph).color),
        "rgb(0, 0, 0)",
      );
    });
  });
});

describe("offline", () => {
  it("shows what was read, and a page that lists it for what was not", async () => {
    const host = await serveFolder(folder);
    const context = await browser.newContext({ serviceWorkers: "allow" });
    const page = await context.newPage();
    await page.goto(host.origin + ARTICLE);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    assert.ok(await isKept(page), "the article is not kept");

    await host.close();
    await page.reload();
    assert.match((await page.textContent("h1")) ?? "", /^Hà Giang sơ kết/);
    await page.goto(`${host.origin}/btg/van-ban/`);
    assert.equal(await page.textContent("h1"), "Chưa có mạng");
    await page.waitForSelector("[data-offline-list] a");
    const links = await page.$$eval("[data-offline-list] a", (found) =>
      found.map((link) => link.getAttribute("href")),
    );
    assert.deepEqual(links, [host.origin + ARTICLE]);
    await context.close();
  });
});
