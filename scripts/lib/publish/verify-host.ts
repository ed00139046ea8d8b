import { MANIFEST_FOLDER, type ManifestRoot } from "#domain/manifest.ts";
import { sha256 } from "./hash-files.ts";
import { checkRoot } from "./live-release.ts";
import { ManifestError, readLists } from "./manifest-lists.ts";
import { scanPage } from "./page-scan.ts";
import { redirectPage } from "./redirect-page.ts";
import { parseSiteAddress, type SiteAddress } from "./site-address.ts";
import type { Verification } from "./verify-folder.ts";

/** Requests under way at once. */
const AT_ONCE = 8;

/** Who asks: a reader's browser, and a search engine's robot that came from its results. Injected links are often shown
 * to the second only. */
const VISITORS: readonly Readonly<Record<string, string>>[] = [
  {
    "accept-encoding": "br, gzip",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  },
  {
    "accept-encoding": "identity",
    "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    referer: "https://www.google.com/",
  },
];

/**
 * Compares a live host with its signed manifest: every file, pages twice (as a browser and as a search engine). Files
 * nobody published cannot be listed over HTTP; they show as links on changed pages, or as an answer to an address that
 * does not exist.
 * @param publicKey base64; `null` accepts the key that the manifest names
 * @param probe a path that cannot exist, so that "every address answers" is seen: random, from the command
 * @throws ManifestError where the manifest cannot be had or is not as signed
 */
export async function verifyHost(
  address: string,
  publicKey: string | null,
  probe: string,
): Promise<Verification> {
  const site = parseSiteAddress(address);
  const root = await fetchRoot(site, publicKey);
  const { files } = await readLists(root, (paths) =>
    mapAtOnce(paths, async (path) => (await get(site.url + path, {})).body?.toString() ?? ""),
  );
  const changed: string[] = [];
  const missing: string[] = [];
  const extra = new Set<string>();
  await mapAtOnce([...files], async ([path, sum]) => {
    if (/\.(br|gz)$/.test(path) && files.has(path.replace(/\.(br|gz)$/, ""))) return; // asked for by encoding
    if (/(^|\/)404\.html$/.test(path)) return; // shown under other addresses only
    const visitors = path.endsWith(".html") ? VISITORS : VISITORS.slice(0, 1);
    for (const headers of visitors) {
      const { body, location } = await get(site.url + publicName(path), headers);
      // The server may redirect where the release has a page that says the same.
      const content = location === null ? body : Buffer.from(redirectPage(location));
      if (content === null) missing.push(path);
      else if (sha256(content) !== sum) changed.push(path);
      else continue;
      if (content !== null && path.endsWith(".html")) addForeignLinks(content, site, files, extra);
      return;
    }
  });
  if ((await get(site.url + probe, VISITORS[0] ?? {})).body !== null) extra.add(probe);
  return { root, changed: changed.sort(), missing: missing.sort(), extra: [...extra].sort() };
}

async function fetchRoot(site: SiteAddress, publicKey: string | null): Promise<ManifestRoot> {
  const [{ body: text }, { body: signature }] = await Promise.all([
    get(`${site.url}${MANIFEST_FOLDER}manifest.json`, {}),
    get(`${site.url}${MANIFEST_FOLDER}manifest.sig`, {}),
  ]);
  if (text === null) throw new ManifestError(`${site.url}${MANIFEST_FOLDER}manifest.json: no manifest there`);
  return checkRoot(text.toString(), signature?.toString() ?? null, publicKey);
}

interface Answer {
  /** Decompressed body of an answer 200, `null` for every other. */
  readonly body: Buffer | null;
  /** Full address of a redirect. */
  readonly location: string | null;
}

async function get(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(30_000) });
  const body = Buffer.from(await response.arrayBuffer());
  const location = response.headers.get("location");
  return {
    body: response.status === 200 ? body : null,
    location: location === null ? null : (URL.parse(location, url)?.href ?? ""),
  };
}

function publicName(path: string): string {
  return encodeURI(path.replace(/(^|\/)index\.html$/, "$1"));
}

function addForeignLinks(
  html: Buffer,
  site: SiteAddress,
  files: ReadonlyMap<string, string>,
  extra: Set<string>,
): void {
  for (const link of scanPage(html.toString()).links) {
    const url = URL.parse(link, site.url);
    if (url === null || url.origin !== site.origin) continue;
    const path = decodeURI(url.pathname.slice(site.basePath.length));
    if (!files.has(path) && !files.has(`${path}index.html`) && !path.startsWith("api/")) extra.add(path);
  }
}

/** Works on some items at once; the results are in the items' order. */
async function mapAtOnce<T, Result>(
  items: readonly T[],
  work: (item: T) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, item] of queue) results[index] = await work(item);
    }),
  );
  return results;
}
