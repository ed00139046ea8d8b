import { formatNumber } from "#domain/vietnamese/numbers.ts";
import { compareVietnamese } from "#domain/vietnamese/collation.ts";
import { pageOf } from "#domain/urls.ts";
import type { LinkView } from "../views/common.ts";
import type { ListingPage } from "../views/page.ts";
import { cardKey, cardView } from "./cards.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { feedLinks } from "./feed-links.ts";
import { headView } from "./head.ts";
import { allLists, type List } from "./lists.ts";
import { pagerView, paginate } from "./pager.ts";
import type { PageSpec } from "./spec.ts";

/** The pages of every list of articles. */
export function listingPages(context: PageContext): readonly PageSpec[] {
  return [...allLists(context)].flatMap((list) => pagesOf(list, context));
}

function pagesOf(list: List, context: PageContext): readonly PageSpec[] {
  const pages = paginate(list.path, list.articles, context.portal.editorial.site.pageSize);
  const newest = list.articles.reduce(
    (latest, { date, updated }) => Math.max(latest, (updated ?? date).epoch),
    0,
  );
  return pages.map((page) => ({
    path: page.path,
    file: null,
    body: null,
    sitemap: page.number === 1 ? { modified: newest || null, images: [], news: null } : null,
    search: null,
    inputs: () => [
      { ...list, articles: list.articles.length },
      { ...page, items: page.items.map((article) => cardKey(article, context)) },
    ],
    view: (): ListingPage => {
      const title = page.number === 1 ? list.title : `${list.title} - trang ${page.number}`;
      const trail = breadcrumb(...list.trail);
      const feeds = list.feeds === true ? feedLinks(list.title, list.path, context.url) : [];
      return {
        layout: "listing",
        path: page.path,
        url: context.url(page.path),
        language: context.site.language,
        head: headView(context, {
          path: page.path,
          title,
          description:
            list.intro ?? `${list.kind}: ${list.title}. ${context.portal.editorial.site.description}`,
          previous: page.previous,
          next: page.next,
          feeds,
        }),
        breadcrumb: trail,
        menuUrl: context.url(pageOf(list.path, 1)),
        listing: {
          kind: list.kind,
          title: list.title,
          intro: page.number === 1 ? list.intro : null,
          count: `${formatNumber(list.articles.length)} bài`,
          cards: page.items.map((article) => cardView(article, context)),
          style: list.style ?? "rows",
          pager: pagerView(list.path, page, context.url),
          children: list.children ?? [],
          feeds,
        },
      };
    },
  }));
}

/** Names of entries in Vietnamese order, as links. */
export function sortedLinks(links: Iterable<LinkView>): readonly LinkView[] {
  return [...links].sort((a, b) => compareVietnamese(a.label, b.label));
}
