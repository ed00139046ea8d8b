import type { Article } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import type { HomePage, HomeView } from "../views/page.ts";
import { cardView } from "./cards.ts";
import type { PageContext } from "./context.ts";
import { headView } from "./head.ts";
import { documentRow } from "./document-row.ts";
import { noticeRow } from "./notice-pages.ts";
import type { PageSpec } from "./spec.ts";

const FEATURED = 4;
const RECENT = 8;
const IN_BLOCK = 5;
const SIDE_ROWS = 5;

/** The front page. */
export function homePage(context: PageContext): PageSpec {
  const path = paths.home;
  return {
    path,
    file: null,
    body: null,
    sitemap: { modified: context.portal.listings.recent[0]?.date.epoch ?? null, images: [], news: null },
    search: null,
    view: (): HomePage => ({
      layout: "home",
      path,
      url: context.url(path),
      language: context.site.language,
      head: headView(context, {
        path,
        title: context.site.name,
        description: context.portal.editorial.site.description,
      }),
      breadcrumb: [],
      menuUrl: context.url(path),
      home: homeView(context),
    }),
  };
}

function homeView(context: PageContext): HomeView {
  const { listings, editorial, options, notices, documents } = context.portal;
  const shown = new Set<Article>();
  const take = (articles: readonly Article[], count: number) => {
    const taken: Article[] = [];
    for (const article of articles) {
      if (taken.length === count) break;
      if (!shown.has(article)) taken.push(article);
    }
    for (const article of taken) shown.add(article);
    return taken.map((article) => cardView(article, context));
  };
  // Featured pieces are few and recent; looking at the newest 200 keeps the cost independent of the archive.
  const newest = listings.recent.slice(0, 200);
  const featured = newest.filter(
    ({ featuredUntil }) => featuredUntil !== null && featuredUntil.epoch > options.now,
  );
  const withPicture = newest.filter(({ cover }) => cover !== null);
  const [lead = null] = take([...featured, ...withPicture, ...newest], 1);
  const side = take([...featured, ...withPicture], FEATURED);
  return {
    lead,
    featured: side,
    recent: take(listings.recent.slice(0, 200), RECENT),
    recentUrl: context.url(paths.recent),
    blocks: [...editorial.sections.values()]
      .filter(({ parent, menu }) => parent === null && menu)
      .map((section) => ({
        section: context.sectionLink(section.key),
        children: [...editorial.sections.values()]
          .filter(({ parent }) => parent === section.key)
          .map(({ key }) => context.sectionLink(key)),
        cards: (listings.sections.get(section.key) ?? [])
          .slice(0, IN_BLOCK)
          .map((article) => cardView(article, context)),
      }))
      .filter(({ cards }) => cards.length > 0),
    notices: notices.slice(0, SIDE_ROWS).map((notice) => noticeRow(notice, context)),
    noticesUrl: context.url(paths.notices),
    documents: documents.slice(0, SIDE_ROWS).map((document) => documentRow(document, context)),
    documentsUrl: context.url(paths.documents),
    mostViewed: context.counts.top.flatMap(({ path, views }) => {
      const article = context.portal.byId.get(path.slice(context.site.base.length).replace(/\/$/, ""));
      return article === undefined || article.withdrawn !== null
        ? []
        : [{ url: path, title: article.title, views }];
    }),
    media: (
      [
        ["Ảnh", paths.photos, "photo"],
        ["Video", paths.videos, "video"],
        ["Đồ họa", paths.infographics, "infographic"],
        ["Âm thanh", paths.audio, "audio"],
      ] as const
    )
      .map(([title, path, format]) => ({
        title,
        url: context.url(path),
        cards: (listings.formats.get(format) ?? []).slice(0, 2).map((article) => cardView(article, context)),
      }))
      .filter(({ cards }) => cards.length > 0),
  };
}
