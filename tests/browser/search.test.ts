import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { indexSite } from "../../scripts/lib/search/index-site.ts";
import { prepareAssets } from "../../scripts/lib/site/assets/prepare-assets.ts";
import { writeAssets } from "../../scripts/lib/site/assets/write-assets.ts";
import { RECORDS, recordOf, sourceOf } from "../fixtures/search/records.ts";
import { BASE } from "../fixtures/views/common.ts";
import { OFFLINE } from "../fixtures/views/pages.ts";
import { SITE } from "../fixtures/views/site.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { renderLayout } from "../helpers/render-layout.ts";
import { serveFolder, type ServedFolder } from "../helpers/serve-folder.ts";

const SEARCH_PAGE = {
  ...OFFLINE,
  layout: "search",
  search: { title: "Tìm kiếm", siteMapUrl: `${BASE}so-do-cong/` },
};
const MANY = Array.from({ length: 25 }, (_, place) =>
  recordOf({
    url: `/2020/01/ban-tin-${place}/`,
    title: `Bản tin nội bộ số ${place}`,
    text: "Tin ngắn.",
    date: `2020-01-${String(place + 1).padStart(2, "0")}`,
  }),
);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let folder: string;
let server: ServedFolder;
let browser: Browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "search-page-"));
  const output = join(folder, BASE);
  const cache = join(folder, "cache");
  const names = { name: SITE.name, shortName: "Tuyên giáo" };
  const { view: assets } = await writeAssets(await prepareAssets(cache), {
    ...{ output, base: BASE, language: "vi" },
    ...names,
  });
  await mkdir(join(output, "tim-kiem"), { recursive: true });
  await writeFile(join(output, "tim-kiem/index.html"), renderLayout(SEARCH_PAGE, { ...SITE, assets }));
  const article = join(output, "2022/07/chuyen-doi-so");
  await mkdir(article, { recursive: true });
  await writeFile(
    join(article, "index.html"),
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tin</title><script type="module" src="${assets.script}"></script></head><body><article data-search><p>Công tác tuyên giáo, tuyến đường, tuyênh</p></article></body></html>`,
  );
  await indexSite({ site: output, cache, sources: [...RECORDS, ...MANY].map(sourceOf) });
  server = await serveFolder(folder);
  browser = await launchBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the search page in a fresh profile, under the policy that the site gives this page. */
async function open(
  address: string,
  act: (page: Page) => Promise<void>,
  javaScriptEnabled = true,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: "block",
    javaScriptEnabled,
  });
  await context.route("**/tim-kiem/**", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    headers["content-security-policy"] = (headers["content-security-policy"] ?? "").replace(
      "script-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
    );
    await route.fulfill({ response, headers });
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${server.origin}${BASE}${address}`);
  await act(page);
  // A request still under way when the page closes is nobody's error.
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.close();
  assert.deepEqual(errors, []);
}

const titles = (page: Page): Promise<readonly string[]> =>
  page.locator(".search-result h2").allTextContents();
const status = (page: Page): Promise<string | null> => page.textContent("[data-search-status]");
const settled = (page: Page, pattern: RegExp): Promise<unknown> =>
  page.locator("[data-search-status]", { hasText: pattern }).waitFor();

const failed = (page: Page, pattern: RegExp): Promise<unknown> =>
  page.getByRole("alert").filter({ hasText: pattern }).waitFor();

test("results come while typing, matches are marked, the address follows", () =>
  open("tim-kiem/", async (page) => {
    await page.fill("#tim-tu-khoa", "tuyen giao ha giang");
    await settled(page, /kết quả cho “tuyen giao ha giang”/);
    assert.match((await titles(page))[0] ?? "", /^Hà Giang: Sơ kết công tác tuyên giáo/);
    const marks = await page
      .locator(".search-result")
      .first()
      .locator(".search-result-excerpt mark")
      .allTextContents();
    assert.ok(
      ["tuyên", "giáo", "Hà", "Giang"].every((word) => marks.includes(word)),
      marks.join(" "),
    );
    assert.equal(new URL(page.url()).search, "?q=tuyen+giao+ha+giang");
    assert.equal(await page.title(), `“tuyen giao ha giang” – ${SEARCH_PAGE.head.title}`);
  }));

test("the address that a plain form gives shows its results", () =>
  open("tim-kiem/?q=le64+ho65i", async (page) => {
    await settled(page, /kết quả/);
    assert.equal(await page.inputValue("#tim-tu-khoa"), "le64 ho65i");
    assert.match((await titles(page))[0] ?? "", /Lễ hội Ok Om Bok/);
    assert.match(
      (await page.textContent("[data-search-suggestion]")) ?? "",
      /Đang hiện kết quả cho: “lễ hội”\./i,
    );
  }));

test("the back button returns to the query before", () =>
  open("tim-kiem/?q=khmer", async (page) => {
    await settled(page, /khmer/);
    await page.fill("#tim-tu-khoa", "sa pa");
    await page.press("#tim-tu-khoa", "Enter");
    await settled(page, /sa pa/);
    await page.goBack();
    await settled(page, /khmer/);
    assert.equal(await page.inputValue("#tim-tu-khoa"), "khmer");
  }));

test("filters and order narrow the results and stand in the address", () =>
  open("tim-kiem/?q=hoi+nghi", async (page) => {
    await settled(page, /2 kết quả/);
    await page.click("[data-search-filters] summary");
    await page.selectOption("#loc-nam", "2021");
    await settled(page, /1 kết quả .* với các bộ lọc đã chọn/);
    assert.match(page.url(), /nam=2021/);
    await page.click("[data-search-clear]");
    await settled(page, /2 kết quả/);
    assert.equal(new URL(page.url()).search, "?q=hoi+nghi");
  }));

test("the count that is shown stays, however long the numbers beside the filters take", () =>
  open("tim-kiem/", async (page) => {
    await page.route("**/*.pf_fragment", async (route) => {
      if ((await page.locator(".search-result").count()) > 0) await setTimeout(4000);
      await route.continue();
    });
    await page.goto(`${server.origin}${BASE}tim-kiem/?q=hoi+nghi&nam=2021`);
    await settled(page, /1 kết quả/);
    await setTimeout(2500);
    assert.match((await status(page)) ?? "", /^1 kết quả/);
  }));

test("the newest come first when asked", () =>
  open("tim-kiem/?q=%22ban+tin+noi+bo%22&sap=moi", async (page) => {
    await settled(page, /25 kết quả/);
    assert.equal((await titles(page))[0], "Bản tin nội bộ số 24");
  }));

test("more results are added and take the focus", () =>
  open("tim-kiem/?q=%22ban+tin+noi+bo%22", async (page) => {
    await settled(page, /25 kết quả/);
    assert.equal((await titles(page)).length, 10);
    await page.click("[data-search-more] button");
    await page.locator(".search-result").nth(19).waitFor();
    assert.equal(
      await page.evaluate(
        () => document.activeElement?.closest("li") === document.querySelectorAll(".search-result")[10],
      ),
      true,
    );
  }));

test("arrow keys lead from the field through the results and back", () =>
  open("tim-kiem/?q=hoi+nghi", async (page) => {
    await settled(page, /2 kết quả/);
    await page.focus("#tim-tu-khoa");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(
      await page.evaluate(() => document.activeElement === document.querySelectorAll(".search-result a")[1]),
      true,
    );
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "tim-tu-khoa");
  }));

test("nonsense finds nothing, and the page says what to try", () =>
  open("tim-kiem/?q=xyzqk+blorf", async (page) => {
    await settled(page, /Không tìm thấy/);
    assert.equal(
      await status(page),
      "Không tìm thấy trang nào cho “xyzqk blorf”. Xin thử ít từ hơn, tên địa phương, số văn bản hoặc ngày.",
    );
  }));

test("a missing index is told in a sentence, and a retry works once it is there", async () => {
  const index = join(folder, BASE, "pagefind");
  await rename(index, `${index}-away`);
  try {
    await open("tim-kiem/?q=khmer", async (page) => {
      await page.locator("[data-search-failure]").waitFor();
      const alert = page.getByRole("alert");
      assert.match((await alert.textContent()) ?? "", /^Chưa tải được dữ liệu tìm kiếm\./);
      assert.equal(await status(page), "", "the sentence stands in one place");
      await rename(`${index}-away`, index);
      await page.click("[data-search-failure] button");
      await settled(page, /1 kết quả/);
      assert.equal(await alert.count(), 0);
    });
  } finally {
    await rename(`${index}-away`, index).catch(() => undefined);
  }
});

test("a reader without network is told so", () =>
  open("tim-kiem/", async (page) => {
    await page.context().setOffline(true);
    await page.fill("#tim-tu-khoa", "khmer");
    await failed(page, /^Máy đang không có mạng/);
    await page.context().setOffline(false);
    await settled(page, /1 kết quả/);
  }));

test("a program that was lost on the way comes with the retry, and the query stays", () =>
  open("tim-kiem/", async (page) => {
    const parts = /\/assets\/part\.[a-z0-9]+\.js$/;
    await page.route(parts, async (route) => {
      const response = await route.fetch();
      // The planner alone knows question words.
      await ((await response.text()).includes("bao nhieu") ? route.abort() : route.fulfill({ response }));
    });
    await page.goto(`${server.origin}${BASE}tim-kiem/?q=khmer`);
    await failed(page, /^Chưa tải được dữ liệu tìm kiếm/);
    await page.unrouteAll({ behavior: "wait" });
    await page.click("[data-search-failure] button");
    await settled(page, /kết quả cho “khmer”/);
    assert.equal(await page.inputValue("#tim-tu-khoa"), "khmer");
  }));

test("a network lost between two searches is told, never taken for no results", () =>
  open("tim-kiem/?q=khmer", async (page) => {
    await settled(page, /kết quả cho “khmer”/);
    await page.context().setOffline(true);
    await page.fill("#tim-tu-khoa", "nghị quyết điểm cầu");
    await failed(page, /^Máy đang không có mạng/);
    await page.context().setOffline(false);
    await settled(page, /kết quả cho “nghị quyết điểm cầu”/);
  }));

test("a slip alone is asked about, and the answer searches", () =>
  open("tim-kiem/?q=tuyne+", async (page) => {
    await settled(page, /Không tìm thấy trang nào/);
    await page.click("[data-search-suggestion] button");
    await settled(page, /kết quả cho “tuyen”/);
    assert.equal(await page.inputValue("#tim-tu-khoa"), "tuyen");
  }));

test("latest queries stay on the device and can be deleted", () =>
  open("tim-kiem/", async (page) => {
    await page.fill("#tim-tu-khoa", "lễ hội");
    await page.press("#tim-tu-khoa", "Enter");
    await settled(page, /kết quả/);
    await page.fill("#tim-tu-khoa", "");
    await page.locator("[data-search-recent] li button", { hasText: "lễ hội" }).click();
    await settled(page, /lễ hội/);
    await page.fill("#tim-tu-khoa", "");
    await page.locator("[data-search-recent] p button").click();
    assert.equal(await page.evaluate(() => localStorage.getItem("tim-gan-day")), null);
  }));

test("words of a search are marked in the article it leads to", () =>
  open("tim-kiem/?q=tuyen+giao+ha+giang", async (page) => {
    await settled(page, /kết quả/);
    await page.locator(".search-result a").first().click();
    await page.locator("article mark").first().waitFor();
    assert.deepEqual(await page.locator("article mark").allTextContents(), ["tuyên", "giáo", "tuyến"]);
    assert.equal(await page.textContent("article"), "Công tác tuyên giáo, tuyến đường, tuyênh");
  }));

test("without scripts the page points to the site map", () =>
  open(
    "tim-kiem/?q=khmer",
    async (page) => {
      assert.match((await page.textContent("noscript")) ?? "", /Tìm kiếm cần JavaScript/);
      assert.equal(await page.locator("[data-search-filters]").isVisible(), false);
    },
    false,
  ));

for (const width of [360, 1280]) {
  test(`the page with results has no fault that axe finds at ${width} pixels and does not scroll sideways`, () =>
    open("tim-kiem/?q=hoi+nghi", async (page) => {
      await page.setViewportSize({ width, height: 800 });
      await settled(page, /kết quả/);
      await page.click("[data-search-filters] summary");
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        // axe was put into the page just before.
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      assert.deepEqual(faults, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    }));
}
