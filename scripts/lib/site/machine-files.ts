import { isoInstant } from "#domain/dates.ts";
import { outputFile, paths, withBase } from "#domain/urls.ts";
import type { Portal } from "./portal.ts";
import type { RenderedPage } from "./render-pages.ts";

/** An old address and where it leads now; paths with base. */
export interface RedirectRule {
  readonly from: string;
  readonly to: string;
  readonly status: 301;
}

/**
 * Paths (with base) that readers may open and the counter may count, sorted: `paths.json`.
 * @example publicPaths(pages, portal) // ["/", "/2022/07/x/", …]
 */
export function publicPaths(pages: readonly RenderedPage[], portal: Portal): readonly string[] {
  return pages
    .filter(({ spec }) => outputFile(spec.path).endsWith("index.html"))
    .map(({ spec }) => withBase(portal.options.host, spec.path))
    .sort();
}

/** Old addresses from `redirectFrom` and redirects.yml: `redirects.json`, which publishing turns into server rules. */
export function redirectRules(portal: Portal): readonly RedirectRule[] {
  const { editorial, options, listings, notices, documentsBySlug, texts, withdrawn } = portal;
  const url = (path: string) => (path.startsWith("/") ? withBase(options.host, path) : path);
  const rule = (from: string, to: string): RedirectRule => ({ from: url(from), to: url(to), status: 301 });
  const own = [
    ...[...listings.recent, ...withdrawn].map((item) => ({ item, path: paths.article(item.id) })),
    ...notices.map((item) => ({ item, path: paths.notice(item.slug) })),
    ...[...documentsBySlug.values()].map((item) => ({ item, path: paths.document(item.slug) })),
    ...texts.map((item) => ({ item, path: paths.text(item.path) })),
  ].flatMap(({ item, path }) => item.redirectFrom.map((from) => rule(from, path)));
  return [...own, ...editorial.redirects.map(({ from, to }) => rule(from, to))].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
}

/** When the site has to be built again for a piece to appear or disappear: `next-publish.json`. */
export function nextPublish(portal: Portal): { readonly at: string | null } {
  return { at: portal.nextChange === null ? null : isoInstant(portal.nextChange) };
}

/** `robots.txt`: everything may be read, except a preview. */
export function robotsText(portal: Portal, sitemap: string): string {
  if (portal.options.preview) return "User-agent: *\nDisallow: /\n";
  return `User-agent: *\nAllow: ${portal.options.host.base}\nDisallow: ${portal.options.host.base}api/\n\nSitemap: ${sitemap}\n`;
}
