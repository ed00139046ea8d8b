import assert from "node:assert/strict";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { isKept } from "../../helpers/kept-page.ts";
import type { RealPage } from "../../helpers/real-site.ts";
import { PHONE, type Portal } from "./portal.ts";

/** Reading without a network, as after a trip to a village without one. */
export function offlineGates(portal: Portal): void {
  const article = portal.kinds.get("news article");
  const headingOf = (page: RealPage | undefined) => /<h1>(.*?)<\/h1>/.exec(page?.html ?? "")?.[1];
  const title = headingOf(article);

  it("an article that was opened is readable without a network, its cover and style included", async () => {
    await withoutNetwork(["/", article?.path ?? ""], async (page, origin) => {
      await page.goto(origin + (article?.path ?? ""));
      assert.equal(await page.textContent("h1"), title);
      const cover = page.locator(".cover img");
      assert.ok((await cover.evaluate((image: HTMLImageElement) => image.naturalWidth)) > 0);
      assert.match(await page.$eval("h1", (heading) => getComputedStyle(heading).fontFamily), /Source Serif/);
    });
  });

  it("also the one with which a reader came, before anything was kept", async () => {
    await withoutNetwork([article?.path ?? ""], async (page, origin) => {
      await page.goto(origin + (article?.path ?? ""));
      assert.equal(await page.textContent("h1"), title);
    });
  });

  it("a page that was never opened gives way to one that lists what can be read", async () => {
    await withoutNetwork(["/", article?.path ?? ""], async (page, origin) => {
      await page.goto(`${origin}/van-ban/`);
      assert.equal(await page.textContent("h1"), headingOf(portal.kinds.get("offline page")));
      await page.click(`[data-offline-list] a[href$="${article?.path ?? ""}"]`);
      assert.equal(await page.textContent("h1"), title);
    });
  });

  /** Reads pages one after the other on a host of its own, ends the host, and goes on. */
  async function withoutNetwork(
    paths: readonly string[],
    act: (page: Page, origin: string) => Promise<void>,
  ): Promise<void> {
    const host = await portal.serve();
    const context = await portal.browser.newContext({ viewport: PHONE, serviceWorkers: "allow" });
    try {
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(host.origin + path, { waitUntil: "load" });
        await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
        assert.ok(await isKept(page), `${path} is not kept`);
      }
      await page.waitForLoadState("networkidle");
      const devTools = await context.newCDPSession(page);
      await devTools.send("Network.clearBrowserCache");
      await host.close();
      await act(page, host.origin);
    } finally {
      await context.close();
      await host.close();
    }
  }
}
