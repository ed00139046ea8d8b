/** Keeps read pages on the device (service worker beside the front page) and lists them on the offline page. */
export function startOfflineReading(): void {
  if (!("serviceWorker" in navigator)) return;
  // This module stands in `assets/` below the front page.
  const worker = new URL("../service-worker.js", import.meta.url);
  addEventListener("load", () => {
    navigator.serviceWorker.register(worker).catch(() => {
      // No TLS, or private browsing: pages are read from the network alone.
    });
  });
  const list = document.querySelector<HTMLElement>("[data-offline-list]");
  if (list !== null) void showKeptPages(list);
}

async function showKeptPages(list: HTMLElement): Promise<void> {
  const cache = await caches.open("pages");
  const rows = list.querySelector("ul");
  for (const request of [...(await cache.keys())].reverse()) {
    const html = await (await cache.match(request))?.text();
    const title = /<title>([^<]*)/.exec(html ?? "")?.[1];
    if (title === undefined || rows === null) continue;
    const link = document.createElement("a");
    link.href = request.url;
    // Titles hold entities; the parser of the browser reads them without running anything.
    link.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent;
    const row = document.createElement("li");
    row.append(link);
    rows.append(row);
    list.hidden = false;
  }
}
