import { MANIFEST_FOLDER, parseManifestRoot } from "#domain/manifest.ts";
import type { LiveSite } from "./preflight.ts";
import { parsePublished } from "./published-addresses.ts";
import type { SiteAddress } from "./site-address.ts";

/**
 * Asks a live host what it shows, for targets that cannot be read otherwise.
 * @returns `null` where the host does not answer or has no manifest yet: a first publish
 * @throws Error where the host answers with a failure: better not publish than lose addresses
 */
export async function fetchLiveSite(site: SiteAddress): Promise<LiveSite | null> {
  const manifest = await fetchText(`${site.url}${MANIFEST_FOLDER}manifest.json`);
  if (manifest === null) return null;
  const published = (await fetchText(`${site.url}published.txt`)) ?? "";
  return {
    files: new Map(), // every page is looked at again
    pages: parseManifestRoot(manifest).pages,
    published: parsePublished(published),
    titleOf: () => null,
  };
}

async function fetchText(url: string): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  } catch {
    return null; // no such host yet
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}; publish again later, or with --full`);
  const text = await response.text();
  return text.trimStart().startsWith("<") ? null : text; // a platform's welcome page
}
