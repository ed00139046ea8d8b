import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { launchBrowser } from "./browser.ts";

/** What one run of Lighthouse saw on a phone: slow 4G and a processor four times slower, both simulated. */
export interface LighthouseReport {
  /** 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** Largest contentful paint, in milliseconds. */
  readonly lcp: number;
  /** Cumulative layout shift. */
  readonly cls: number;
  /** Audits outside performance that are not passed: `color-contrast`. */
  readonly failed: readonly string[];
}

/**
 * Runs Lighthouse with its default (mobile) settings.
 * @throws Error where it cannot load the page
 */
export async function runLighthouse(url: string): Promise<LighthouseReport> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const result = await lighthouse(url, { port, output: "json", logLevel: "silent" });
    if (result === undefined || result.lhr.runtimeError !== undefined)
      throw new Error(`Lighthouse on ${url}: ${result?.lhr.runtimeError?.message ?? "no result"}`);
    const { audits, categories } = result.lhr;
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const failed = Object.entries(categories)
      .filter(([name]) => name !== "performance")
      .flatMap(([, { auditRefs }]) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1);
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
      lcp: Math.round(audits["largest-contentful-paint"]?.numericValue ?? Infinity),
      cls: audits["cumulative-layout-shift"]?.numericValue ?? Infinity,
      failed: failed.map(({ id }) => id),
    };
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
  });
  return promise;
}
