import assert from "node:assert/strict";
import { before, it } from "node:test";
import { linksOf, type PageLinks } from "./crawl.ts";
import type { Portal } from "./portal.ts";

/** Shown by the host: nothing leads to it. */
const UNLINKED = ["/404.html"];

/** The way of a crawler from the front page: nothing broken, nothing left out. */
export function linkGates(portal: Portal): void {
  const pages = new Map<string, PageLinks>();
  const statuses = new Map<string, number>();

  async function open(address: string): Promise<void> {
    const path = address.replace(/[?#].*$/s, "");
    if (statuses.has(path)) return;
    const response = await fetch(portal.origin + path, { redirect: "manual" });
    statuses.set(path, response.status);
    if (!/^text\/html/.test(response.headers.get("content-type") ?? "")) {
      await response.body?.cancel();
      return;
    }
    pages.set(path, linksOf(await response.text(), path));
  }

  before(async () => {
    const queue = ["/"];
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      const known = statuses.size;
      await open(address);
      if (statuses.size > known) queue.push(...(pages.get(address.replace(/[?#].*$/s, ""))?.links ?? []));
    }
    for (const { resources } of [...pages.values()]) for (const address of resources) await open(address);
  });

  it("every link, picture, script, style and feed answers 200", () => {
    const broken = [...statuses].filter(([, status]) => status !== 200).map(([path]) => path);
    const from = (path: string) =>
      [...pages].find(([, { links, resources }]) =>
        [...links, ...resources].some((address) => address.replace(/[?#].*$/s, "") === path),
      )?.[0] ?? "";
    assert.deepEqual(
      broken.map((path) => `${from(path)} → ${path} ${statuses.get(path) ?? 0}`),
      [],
    );
  });

  it("every link into a page finds its place there", () => {
    const lost = [...pages].flatMap(([from, { links }]) =>
      links
        .filter((address) => address.includes("#"))
        .filter((address) => {
          const [path = "", id = ""] = address.split("#");
          const target = pages.get(path.replace(/\?.*$/s, ""));
          return target !== undefined && !target.ids.has(decodeURIComponent(id));
        })
        .map((address) => `${from} → ${address}`),
    );
    assert.deepEqual(lost, []);
  });

  it("every page can be reached from the front page", () => {
    const unreached = [...portal.site.pages.keys()].filter((path) => !pages.has(path));
    assert.deepEqual(unreached.sort(), UNLINKED);
  });
}
