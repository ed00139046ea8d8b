import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CounterSnapshot } from "../../scripts/lib/counter/snapshot.ts";
import { outputFile } from "../../scripts/lib/domain/urls.ts";
import { prepareRelease } from "../../scripts/lib/publish/prepare.ts";
import type { Release } from "../../scripts/lib/publish/release.ts";
import { generateSigningKey, parseSigningKey } from "../../scripts/lib/publish/signature.ts";
import { parseSiteAddress } from "../../scripts/lib/publish/site-address.ts";
import { readSiteFolder } from "../../scripts/lib/publish/site-folder.ts";
import { build, filesIn } from "./build-fixture.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The time for which the repository's own content is built: two days after an anniversary, with a week of work ahead. */
export const REAL_NOW = "2026-11-22T08:00:00+07:00";

/** Address under which the pages say they stand. */
export const PUBLISHED_ORIGIN = "https://trangtin.example";

/** One HTML file of the built site. */
export interface RealPage {
  /** `/2022/07/x/`, `/404.html`. */
  readonly path: string;
  /** Name of its layout: `article`. */
  readonly layout: string;
  readonly html: string;
}

/** The repository's own content, built and made ready for a host. */
export interface RealSite {
  readonly folder: string;
  readonly release: Release;
  /** Every page by path. */
  readonly pages: ReadonlyMap<string, RealPage>;
}

/**
 * Builds the repository's own content, with a month of counted visits as a department has them, and signs a release.
 * Pictures come from the project's `.cache`, where they were encoded before.
 */
export async function buildRealSite(): Promise<RealSite> {
  const work = temporaryFolder();
  const [content, folder] = [join(work, "content"), join(work, "site")];
  cpSync("content", content, { recursive: true, preserveTimestamps: true });
  const articles = filesIn(content)
    .filter((file) => /^articles\/.*\/index\.md$/.test(file))
    .map((file) => file.replace(/^articles(\/.*\/)index\.md$/, "$1"));
  writeFileSync(join(content, "_data/counter.json"), JSON.stringify(countedVisits(articles)));
  await build({
    content,
    output: folder,
    cache: ".cache",
    now: REAL_NOW,
    "base-url": `${PUBLISHED_ORIGIN}/`,
  });
  const pages = filesIn(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => readPage(folder, file));
  return {
    folder,
    pages: new Map(pages.map((page) => [page.path, page])),
    release: await prepareRelease(await readSiteFolder(folder), {
      site: parseSiteAddress(`${PUBLISHED_ORIGIN}/`),
      cacheFolder: ".cache",
      published: [],
      withVariants: true,
      key: parseSigningKey(generateSigningKey().privateKey),
      commit: null,
      now: new Date(REAL_NOW),
      newest: null,
    }),
  };
}

function readPage(folder: string, file: string): RealPage {
  const html = readFileSync(join(folder, file), "utf8");
  const path = `/${file}`.replace(/\/index\.html$/, "/");
  if (outputFile(path) !== file) throw new Error(`${file} stands at no address of a page`);
  return { path, layout: /<body class="layout-([a-z-]+)"/.exec(html)?.[1] ?? "", html };
}

/** What the counter exports after 30 days: every article read, the busiest day in the middle. */
function countedVisits(articles: readonly string[]): CounterSnapshot {
  const top = articles.map((path, n) => ({ path, views: 900 - 7 * n }));
  const days = Array.from({ length: 30 }, (_, n) => ({
    day: new Date(Date.UTC(2026, 9, 23 + n)).toISOString().slice(0, 10),
    views: 400 + 37 * n * (30 - n),
    visits: 150 + 13 * n * (30 - n),
  }));
  return {
    asOf: "2026-11-22T07:30:00+07:00",
    totals: { online: 12, day: 163, week: 2104, month: 21_870, year: 412_345, total: 8_799_190 },
    views: Object.fromEntries(top.map(({ path, views }) => [path, views])),
    top: top.slice(0, 30),
    days,
    formerYears: [
      { year: 2021, count: 3_245_100 },
      { year: 2022, count: 2_604_311 },
    ],
  };
}
