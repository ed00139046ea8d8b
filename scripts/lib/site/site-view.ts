import { startOfDay, localDay } from "#domain/dates.ts";
import type { Anniversary, MenuItem } from "#domain/editorial.ts";
import { absolute, paths, withBase } from "#domain/urls.ts";
import { feedLinks } from "./pages/feed-links.ts";
import type { Portal } from "./portal.ts";
import type { AssetsView, BannerView, CounterView, MenuItemView, SiteView } from "./views/site.ts";

const DAY_MS = 86_400_000;

/** Builds what is the same on every page: names, menus, banner, imprint, assets, counter numbers. */
export function siteView(portal: Portal, assets: AssetsView, counter: CounterView | null): SiteView {
  const { editorial, options } = portal;
  const { site } = editorial;
  const url = (path: string) => withBase(options.host, path);
  const menu = editorial.menus.main.map((item) => menuItem(item, url));
  const footerMenu = editorial.menus.footer.map((item) => menuItem(item, url));
  return {
    name: site.name,
    department: departmentName(portal),
    slogan: site.slogan,
    language: site.language,
    base: options.host.base,
    address: absolute(options.host, "/"),
    menu,
    footerMenu,
    linkedUrls: [options.host.base, ...linkedUrls([...menu, ...footerMenu])],
    partners: editorial.partners,
    imprint: { ...site.imprint, reuse: site.reuse },
    banner: bannerView(editorial.anniversaries, options.now, url),
    assets,
    feeds: feedLinks(site.name, paths.home, url),
    counter,
    searchUrl: url(paths.search),
    badge: site.badge === null ? null : { ...site.badge, image: null },
  };
}

/**
 * The anniversary to show on the day of `now`: the nearest one whose span holds that day.
 * @example bannerView([{ name: "Ngày thành lập …", month: 12, day: 22, year: 1944, before: 7, after: 1, link: null }], now, url)
 */
export function bannerView(
  anniversaries: readonly Anniversary[],
  now: number,
  url: (path: string) => string,
): BannerView | null {
  const today = localDay(now);
  const midnight = startOfDay(today) ?? now;
  let best: { readonly distance: number; readonly banner: BannerView } | null = null;
  for (const anniversary of anniversaries) {
    for (const year of [today.year - 1, today.year, today.year + 1]) {
      const day = startOfDay({ year, month: anniversary.month, day: anniversary.day });
      if (day === null) continue;
      const ahead = Math.round((day - midnight) / DAY_MS);
      if (ahead > anniversary.before || -ahead > anniversary.after) continue;
      const distance = Math.abs(ahead);
      if (best === null || distance < best.distance)
        best = { distance, banner: bannerOf(anniversary, year, url) };
    }
  }
  return best?.banner ?? null;
}

function bannerOf(anniversary: Anniversary, year: number, url: (path: string) => string): BannerView {
  const day = `${String(anniversary.day).padStart(2, "0")}/${String(anniversary.month).padStart(2, "0")}`;
  const age = year - anniversary.year;
  return {
    text: `Kỷ niệm ${age} năm ${anniversary.name} (${day}/${anniversary.year} - ${day}/${year})`,
    url: anniversary.link === null ? null : internal(anniversary.link, url),
  };
}

/** The newest name of the department that has begun. */
function departmentName({ editorial, options }: Portal): string {
  const begun = editorial.site.departments.filter(({ from }) => from.epoch <= options.now);
  return begun.at(-1)?.name ?? editorial.site.imprint.owner;
}

function menuItem(item: MenuItem, url: (path: string) => string): MenuItemView {
  return {
    label: item.label,
    url: internal(item.link, url),
    children: item.children.map((child) => menuItem(child, url)),
  };
}

function linkedUrls(items: readonly MenuItemView[]): readonly string[] {
  return items.flatMap(({ url, children }) => [url, ...linkedUrls(children)]);
}

/** Address of a link in a register: `section:tin-tuc`, `/gioi-thieu/`, or an absolute one. */
function internal(link: string, url: (path: string) => string): string {
  if (link.startsWith("section:")) return url(paths.section(link.slice("section:".length)));
  return link.startsWith("/") ? url(link) : link;
}
