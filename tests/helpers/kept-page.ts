import type { Page } from "playwright-core";

/** Whether the page that is open gets into the service worker's store within ten seconds. */
export async function isKept(page: Page): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await page.evaluate(async () => (await caches.match(location.href)) !== undefined)) return true;
    await page.waitForTimeout(100);
  }
  return false;
}
