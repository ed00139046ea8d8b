import { readFileSync } from "node:fs";
import { formatProblem } from "#domain/problem.ts";
import { findBrokenLinks } from "./broken-links.ts";
import { isImmutable } from "./path-class.ts";
import { scanPage } from "./page-scan.ts";
import { lostAddresses } from "./published-addresses.ts";
import type { SiteAddress } from "./site-address.ts";
import type { SiteFolder } from "./site-folder.ts";

/** What is live now, for comparison. */
export interface LiveSite {
  /** Path inside the site → SHA-256. */
  readonly files: ReadonlyMap<string, string>;
  readonly pages: number;
  /** Every page path that was ever public. */
  readonly published: readonly string[];
  /** Title of a live page, `null` where unknown. */
  readonly titleOf: (path: string) => string | null;
}

export interface PreflightOptions {
  readonly site: SiteAddress;
  /** `null` before the first release. */
  readonly live: LiveSite | null;
  /** The operator knows that more than half of the pages go. */
  readonly allowShrink: boolean;
  /** A preview must be `noindex`, a public site must not. */
  readonly preview: boolean;
}

/**
 * Looks for reasons not to publish a site.
 * @returns every reason, one line each with its fix; empty for a sound site
 */
export function preflight(folder: SiteFolder, options: PreflightOptions): readonly string[] {
  const names = new Set(folder.files.map((file) => file.path));
  return [
    ...missingParts(folder, names, options),
    ...strangeFiles(folder),
    ...shrinkage(folder, options),
    ...frontPage(folder, names, options),
    ...lost(folder, options),
    ...findBrokenLinks(folder, options),
  ];
}

function missingParts(folder: SiteFolder, names: ReadonlySet<string>, { site }: PreflightOptions): string[] {
  const problems: string[] = [];
  if (!names.has("index.html")) problems.push("no front page: index.html is missing");
  if (!names.has("404.html")) problems.push("no page for wrong addresses: 404.html is missing");
  if (!names.has("pagefind/pagefind-entry.json")) {
    problems.push(
      "no search index: pagefind/pagefind-entry.json is missing. Run: npm run build (with search)",
    );
  } else if (indexedPages(folder.folder) === 0) problems.push("the search index holds no page");
  for (const path of folder.paths) {
    const file = `${path.slice(site.basePath.length)}index.html`;
    if (!path.startsWith(site.basePath))
      problems.push(`paths.json: ${path} does not lie under ${site.basePath}`);
    else if (path.endsWith("/") && !names.has(file)) problems.push(`paths.json: ${path} has no file ${file}`);
  }
  return problems;
}

function indexedPages(folder: string): number {
  try {
    const entry = JSON.parse(readFileSync(`${folder}/pagefind/pagefind-entry.json`, "utf8")) as {
      languages?: Record<string, { page_count?: number }>; // Pagefind's own file; missing parts count as nothing
    };
    return Object.values(entry.languages ?? {}).reduce(
      (sum, language) => sum + (language.page_count ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}

function strangeFiles({ files, irregular }: SiteFolder): string[] {
  const paths = files.map((file) => file.path);
  return [
    ...irregular.map((path) => `${path}: a symbolic link or device; a site holds plain files only`),
    ...paths
      .filter((path) => /(^|\/)\.(?!well-known\/)/.test(path))
      .map((path) => `${path}: hidden files are not published`),
    ...paths.filter(isReserved).map((path) => `${path}: this name is written by publish; rename yours`),
    ...paths
      .filter((path) => /^(assets|pictures)\//.test(path) && !isImmutable(path))
      .map(
        (path) =>
          `${path}: browsers keep files of this folder for a year, so its name must carry a content hash`,
      ),
  ];
}

function isReserved(path: string): boolean {
  return path.startsWith("manifest/") || path === "published.txt";
}

function shrinkage({ paths }: SiteFolder, { live, allowShrink }: PreflightOptions): string[] {
  if (live === null || allowShrink || paths.length * 2 >= live.pages) return [];
  return [
    `${paths.length} pages now, ${live.pages} in the live release: fewer than half. If that is meant: --allow-shrink`,
  ];
}

function frontPage(
  folder: SiteFolder,
  names: ReadonlySet<string>,
  { site, preview }: PreflightOptions,
): string[] {
  if (!names.has("index.html")) return [];
  const { robots, canonical } = scanPage(readFileSync(`${folder.folder}/index.html`, "utf8"));
  const hidden = robots?.includes("noindex") === true;
  const problems: string[] = [];
  if (hidden && !preview)
    problems.push("the front page says noindex: this is a preview build. Build it for the public");
  if (canonical !== null && canonical !== site.url) {
    problems.push(
      `the site was built for ${canonical}, not for ${site.url}. Build it with --base-url ${site.url}`,
    );
  }
  return problems;
}

function lost({ paths, redirects }: SiteFolder, { live, site, preview }: PreflightOptions): string[] {
  if (live === null || preview) return [];
  const redirectedFrom = redirects
    .filter((redirect) => redirect.host === null)
    .map((redirect) => redirect.from);
  const { published, titleOf } = live;
  return lostAddresses({ published, paths, redirectedFrom, titleOf, basePath: site.basePath }).map(
    formatProblem,
  );
}
