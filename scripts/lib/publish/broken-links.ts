import { readFileSync } from "node:fs";
import type { HashedFile } from "./hash-files.ts";
import { scanPage } from "./page-scan.ts";
import type { SiteAddress } from "./site-address.ts";
import type { SiteFolder } from "./site-folder.ts";

/** What is live now. */
interface LiveFiles {
  /** Path inside the site → SHA-256. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Follows the internal links of the pages that are new, and of those that name something that is gone. Also reports
 * inline code, which the content security policy would refuse.
 * @returns one line for each fault: `2022/07/x/index.html: link to /2022/07/y/, which does not exist`
 */
export function findBrokenLinks(
  folder: SiteFolder,
  { site, live }: { readonly site: SiteAddress; readonly live: LiveFiles | null },
): readonly string[] {
  const targets = new Set(folder.files.map((file) => file.path));
  const moved = new Set(folder.redirects.filter((one) => one.host === null).map((one) => one.from));
  const pages = folder.files.filter((file) => file.path.endsWith(".html"));
  const known = live?.files ?? new Map<string, string>();
  // Redirect pages are publish's own: they lie in the live release, not in the folder, and are not gone.
  const gone = goneAddresses(known, targets, site).filter((address) => !exists(address));
  return pages.flatMap((page) => {
    const isNew = known.get(page.path) !== page.sha256;
    if (!isNew && gone.length === 0) return [];
    const html = readFileSync(`${folder.folder}/${page.path}`, "utf8");
    if (!isNew && gone.length <= FEW && !gone.some((address) => html.includes(address))) return [];
    return faultsOfPage(page, html);
  });

  function faultsOfPage(page: HashedFile, html: string): readonly string[] {
    const { links, inline } = scanPage(html);
    const address = site.url + page.path.replace(/index\.html$/, "");
    const broken = links.filter((link) => {
      const path = internalPath(link, address, site);
      return path !== null && !exists(path);
    });
    return [
      ...broken.map((link) => `${page.path}: link to ${link}, which does not exist`),
      ...inline.map((what) => `${page.path}: ${what}; the content security policy allows no inline code`),
    ];
  }

  function exists(path: string): boolean {
    if (moved.has(path) || moved.has(`${path}/`)) return true;
    const file = path.slice(site.basePath.length);
    if (file === "" || file.endsWith("/")) return targets.has(`${file}index.html`);
    return targets.has(file) || targets.has(`${file}/index.html`) || GENERATED.test(file);
  }
}

/** Up to so many addresses, searching a page's text for each is quicker than parsing the page. */
const FEW = 30;

/** Files that publish itself adds. */
const GENERATED = /^(manifest\/|published\.txt$)/;

/** Public addresses of files that the live release has and this site has not; search data is never linked. */
function goneAddresses(
  live: ReadonlyMap<string, string>,
  targets: ReadonlySet<string>,
  site: SiteAddress,
): string[] {
  const gone = [...live.keys()].filter((path) => !targets.has(path) && !IGNORED.test(path));
  return gone.map((path) => site.basePath + path.replace(/index\.html$/, ""));
}

const IGNORED = /^(pagefind|manifest)\/|^published\.txt$|\.(br|gz)$/;

/** Decoded path of a link under the site's base path; `null` for every other link. */
function internalPath(link: string, page: string, site: SiteAddress): string | null {
  if (link.startsWith("#") || /^(mailto|tel|data|sms|zalo):/i.test(link)) return null;
  const url = URL.parse(link, page);
  if (url === null || url.origin !== site.origin) return null;
  const path = decode(url.pathname);
  if (path.startsWith("/api/") || path.startsWith(`${site.basePath}api/`)) return null;
  return path.startsWith(site.basePath) ? path : null;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
