import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { prepareRelease } from "../../scripts/lib/publish/prepare.ts";
import { parseSiteAddress } from "../../scripts/lib/publish/site-address.ts";
import { readSiteFolder } from "../../scripts/lib/publish/site-folder.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { build, NOW } from "../helpers/build-fixture.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { serveCompressed, type CompressedServer } from "../helpers/compressed-server.ts";

/*
 * A department whose portal lies below a path of a shared host: the fixture, built, compressed and served with all
 * headers at /btg/, read as visitors do.
 */
const BASE = "/btg/";
let server: CompressedServer;
let browser: Browser;

before(async () => {
  const folder = temporaryFolder();
  const [output, cache] = [join(folder, "site"), join(folder, "cache")];
  const address = "https://host.example/btg/";
  await build({ output, cache, "base-url": address });
  const release = await prepareRelease(await readSiteFolder(output), {
    site: parseSiteAddress(address),
    cacheFolder: cache,
    published: [],
    withVariants: true,
    key: null,
    commit: null,
    now: new Date(NOW),
    newest: null,
  });
  server = await serveCompressed({
    release,
    base: BASE,
    api: (_, response) => void response.writeHead(204).end(),
  });
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
});

/** A visit, and what went wrong in it: failed requests, other hosts, errors of scripts, broken policies. */
interface Visit {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly responses: readonly Response[];
}

async function visit(
  options: Parameters<Browser["newContext"]>[0],
  act: (visit: Visit, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const faults: string[] = [];
  const responses: Response[] = [];
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    responses.push(response);
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    if (new URL(response.url()).origin !== server.origin) faults.push(`other host: ${response.url()}`);
  });
  try {
    await act({ page, faults, responses }, context);
  } finally {
    await context.close();
  }
}

const open = (page: Page, path: string) =>
  page.goto(server.origin + BASE + path, { waitUntil: "networkidle" });

describe("a portal below a path of a host", () => {
  test("is read from the front page to an article and back by its breadcrumb", async () => {
    await visit({}, async ({ page, faults }) => {
      await open(page, "");
      await page
        .getByRole("link", { name: "Hà Giang sơ kết công tác tuyên giáo 6 tháng đầu năm" })
        .first()
        .click();
      await page.waitForURL("**/btg/2022/07/ha-giang-so-ket/");
      assert.equal(
        await page.locator("h1").innerText(),
        "Hà Giang sơ kết công tác tuyên giáo 6 tháng đầu năm",
      );
      await page.locator(".breadcrumb a").nth(1).click();
      await page.waitForURL("**/btg/chuyen-muc/tin-tuc/");
      await page.locator(".pager a[rel=next]").click();
      await page.waitForURL("**/btg/chuyen-muc/tin-tuc/trang-2/");
      assert.deepEqual(faults, []);
    });
  });

  for (const path of [
    "",
    "2022/07/ha-giang-so-ket/",
    "van-ban/",
    "lich-cong-tac/",
    "thong-ke/",
    "kiem-tra/",
    "ngoai-tuyen/",
  ]) {
    test(`/${path} loads whole: nothing fails, nothing breaks the policy, no other host is asked`, async () => {
      await visit({}, async ({ page, faults, responses }) => {
        await open(page, path);
        const known = path === "kiem-tra/" ? faults.filter((fault) => !/manifest\/|404/.test(fault)) : faults;
        assert.deepEqual(known, []);
        assert.ok(responses.length > 3);
        const broken = await page.evaluate(() =>
          [...document.images]
            .filter((image) => image.complete && image.naturalWidth === 0)
            .map(({ src }) => src),
        );
        assert.deepEqual(broken, []);
      });
    });
  }

  test("finds its articles by search, without diacritics, under its own path", async () => {
    await visit({}, async ({ page, faults }) => {
      await open(page, "tim-kiem/?q=tong+ket+nam");
      const first = page.locator("[data-search-results] a").first();
      await first.waitFor();
      assert.equal(await first.getAttribute("href"), "/btg/2021/12/tong-ket-nam/?tim=tong+ket+nam");
      assert.deepEqual(faults, []);
    });
  });

  test("says what does not exist on a page of its own, whose links work", async () => {
    await visit({}, async ({ page }) => {
      const response = await open(page, "khong/co/");
      assert.equal(response?.status(), 404);
      assert.equal(await page.locator("h1").innerText(), "Không tìm thấy trang");
      await page.locator("main nav a", { hasText: "Trang chủ" }).last().click();
      await page.waitForURL("**/btg/");
    });
  });

  test("comes compressed, with its policy, and without cookies", async () => {
    await visit({}, async ({ page, responses }, context) => {
      await open(page, "2022/07/ha-giang-so-ket/");
      const [html] = responses;
      assert.ok(html);
      const headers = await html.allHeaders();
      assert.equal(headers["content-encoding"], "br");
      assert.match(headers["content-security-policy"] ?? "", /default-src 'none'/);
      assert.deepEqual(await context.cookies(), []);
    });
  });

  test("is complete without JavaScript", async () => {
    await visit({ javaScriptEnabled: false }, async ({ page, faults }) => {
      await open(page, "2022/07/ha-giang-so-ket/");
      assert.match(
        await page.locator("article.article").innerText(),
        /Mở đầu bài[\s\S]*Báo cáo sơ kết[\s\S]*Đính chính/,
      );
      assert.equal(await page.locator("button:visible").count(), 1, "the search box's own button");
      assert.deepEqual(faults, []);
    });
  });
});
