import { isoInstant } from "#domain/dates.ts";
import { outputFile, paths, withBase } from "#domain/urls.ts";
import { openSearchFile } from "./feeds/opensearch.ts";
import { sitemapFiles } from "./feeds/sitemap.ts";
import type { Moved } from "./check-register-links.ts";
import type { PageContext } from "./pages/context.ts";
import { statisticsOf } from "./pages/fixed-pages.ts";
import type { PageSpec } from "./pages/spec.ts";
import type { Templates } from "./render/templates.ts";
import type { Portal } from "./portal.ts";
import type { RenderedPage } from "./render/render-pages.ts";

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

/** Everything public that may have had other addresses, with its present one (without base). */
export function movedItems(portal: Portal): readonly (Moved & { readonly path: string })[] {
  const { listings, notices, documentsBySlug, texts, withdrawn } = portal;
  const of = <Item extends Moved>(items: Iterable<Item>, path: (item: Item) => string) =>
    [...items]
      .filter(({ redirectFrom }) => redirectFrom.length > 0)
      .map((item) => ({ folder: item.folder, redirectFrom: item.redirectFrom, path: path(item) }));
  return [
    ...of([...listings.recent, ...withdrawn], ({ id }) => paths.article(id)),
    ...of(notices, ({ slug }) => paths.notice(slug)),
    ...of(documentsBySlug.values(), ({ slug }) => paths.document(slug)),
    ...of(texts, ({ path }) => paths.text(path)),
  ];
}

/** Old addresses from `redirectFrom`, redirects.yml and renames in git's history: `redirects.json`, which publishing turns into server rules. */
export function redirectRules(portal: Portal): readonly RedirectRule[] {
  const { editorial, options } = portal;
  const url = (path: string) => (path.startsWith("/") ? withBase(options.host, path) : path);
  const rule = (from: string, to: string): RedirectRule => ({ from: url(from), to: url(to), status: 301 });
  const own = movedItems(portal).flatMap(({ redirectFrom, path }) =>
    redirectFrom.map((from) => rule(from, path)),
  );
  const listed = editorial.redirects.map(({ from, to }) => rule(from, to));
  // What an editor wrote wins over what git remembers, and a page that is there again over both.
  const known = new Set([...own, ...listed].map(({ from }) => from));
  const renamed = portal.renames
    .filter(({ from, to }) => !portal.byId.has(from) && portal.byId.has(to))
    .map(({ from, to }) => rule(paths.article(from), paths.article(to)))
    .filter(({ from }) => !known.has(from));
  return [...own, ...listed, ...renamed].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A file of the output: path from its root, and text. */
export interface MachineFile {
  readonly path: string;
  readonly text: string;
}

/** Site maps, OpenSearch description, robots.txt, redirects, and when to build again. */
export function machineFiles(
  specs: readonly PageSpec[],
  context: PageContext,
  templates: Templates,
): readonly MachineFile[] {
  const { portal, site } = context;
  const pages = specs.flatMap(({ path, sitemap }) =>
    sitemap === null ? [] : [{ url: context.absolute(path), ...sitemap }],
  );
  const addressOf = (name: string) => context.absolute(`/${name}`);
  const sitemaps = sitemapFiles(
    pages,
    { addressOf, publication: site.name, now: portal.options.now },
    templates.file,
  );
  const openSearch = {
    shortName: portal.editorial.site.shortName,
    name: site.name,
    description: portal.editorial.site.description,
    language: site.language,
    search: context.absolute(paths.search),
    self: addressOf("opensearch.xml"),
    icon: portal.options.host.origin + site.assets.icons.png32,
  };
  const nextPublish = { at: portal.nextChange === null ? null : isoInstant(portal.nextChange) };
  const tables = statisticsOf(context).parts.map(({ csv }) => csv);
  return [
    ...tables.map(({ name, text }) => ({ path: `${paths.statistics.slice(1)}${name}`, text })),
    ...sitemaps.map(({ name, text }) => ({ path: name, text })),
    { path: "opensearch.xml", text: openSearchFile(openSearch, templates.file) },
    { path: "robots.txt", text: robotsText(portal, addressOf("sitemap.xml")) },
    { path: "redirects.json", text: `${JSON.stringify(redirectRules(portal), null, 1)}\n` },
    { path: "next-publish.json", text: `${JSON.stringify(nextPublish)}\n` },
  ];
}

/** `robots.txt`: everything may be read, except a preview. */
function robotsText(portal: Portal, sitemap: string): string {
  if (portal.options.preview) return "User-agent: *\nDisallow: /\n";
  return `User-agent: *\nAllow: ${portal.options.host.base}\nDisallow: ${portal.options.host.base}api/\n\nSitemap: ${sitemap}\n`;
}
