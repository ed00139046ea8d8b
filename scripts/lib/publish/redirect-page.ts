import { textFile, type ReleaseFile } from "./release.ts";
import { targetAddress, type Redirect } from "./redirects.ts";
import type { SiteAddress } from "./site-address.ts";

/**
 * Makes a small page at an old address that leads to the new one: it works at once and on every host, also where the
 * web server has not yet read its new redirects. Old hosts, addresses with a query and taken names get none.
 * @param taken paths of the site's own files
 */
export function redirectPages(
  redirects: readonly Redirect[],
  site: SiteAddress,
  taken: ReadonlySet<string>,
): readonly ReleaseFile[] {
  return redirects.flatMap((redirect) => {
    const target = targetAddress(redirect, site);
    const file = fileFor(redirect, site);
    if (target === null || file === null || taken.has(file) || taken.has(file.replace(/\/index\.html$/, "")))
      return [];
    return [textFile(file, redirectPage(target))];
  });
}

/**
 * The small page itself.
 * @param target full address
 */
export function redirectPage(target: string): string {
  const address = target.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${address}">
<link rel="canonical" href="${address}">
<title>Trang đã chuyển</title>
<p>Trang này đã chuyển đến <a href="${address}">địa chỉ mới</a>.</p>
`;
}

function fileFor(redirect: Redirect, site: SiteAddress): string | null {
  if (redirect.host !== null || redirect.from.includes("?") || !redirect.from.startsWith(site.basePath))
    return null;
  const path = redirect.from.slice(site.basePath.length);
  const isSafe = path !== "" && !/(^|\/)\.|\/\/|[<>:|*\0]/.test(path);
  if (!isSafe || /^(assets|pictures|pagefind|manifest)\//.test(path)) return null;
  if (/\.html?$/.test(path)) return path;
  return /\.[a-z0-9]{2,5}$/i.test(path) ? null : `${path.replace(/\/$/, "")}/index.html`;
}
