import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openCounter } from "../../../scripts/lib/counter/node/server.ts";
import { parseSettings } from "../../../scripts/lib/counter/settings.ts";
import { launchBrowser } from "../../helpers/browser.ts";
import { type CompressedServer, serveCompressed } from "../../helpers/compressed-server.ts";
import { buildRealSite, type RealPage, type RealSite } from "../../helpers/real-site.ts";
import { pagesByKind } from "./kinds.ts";

/** The repository's own site on a host with its counter, and a browser in front of it. */
export interface Portal {
  readonly site: RealSite;
  /** `http://localhost:41234`. */
  readonly origin: string;
  readonly browser: Browser;
  /** One page for each kind. */
  readonly kinds: ReadonlyMap<string, RealPage>;
  /** Opens a path in a fresh profile, does something there, and closes it. */
  visit<T>(path: string, options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T>;
  /** Serves the site once more, on a host that a test may end. */
  serve(): Promise<CompressedServer>;
  close(): Promise<void>;
}

/** A small phone held upright. */
export const PHONE = { width: 360, height: 740 } as const;
export const DESKTOP = { width: 1280, height: 900 } as const;

/** Tests at once: a page that loads leaves time for another. */
export const AT_ONCE = { concurrency: 3 } as const;

/** Builds, serves and opens a browser. */
export async function openPortal(): Promise<Portal> {
  const site = await buildRealSite();
  const { settings } = parseSettings({});
  if (settings === null) throw new Error("The counter has no settings by default.");
  const paths = join(site.folder, "paths.json");
  const counter = openCounter({ data: ":memory:", paths, settings, log: () => undefined, now: Date.now });
  const serve = () => serveCompressed({ release: site.release, base: "/", api: counter.handle });
  const server = await serve();
  const browser = await launchBrowser();
  return {
    site,
    origin: server.origin,
    browser,
    kinds: pagesByKind(site),
    serve,
    async visit(path, options, act) {
      const context = await browser.newContext({ viewport: PHONE, serviceWorkers: "block", ...options });
      try {
        const page = await context.newPage();
        await page.goto(server.origin + path);
        return await act(page);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
      await counter.close();
    },
  };
}
