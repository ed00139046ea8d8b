import { statisticsView, type StatisticsView } from "#counter/statistics.ts";
import { paths } from "#domain/urls.ts";
import type { NotFoundPage, OfflinePage, SearchPage, StatisticsPage, VerifyPage } from "../views/page.ts";
import { cardView } from "./cards.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { headView } from "./head.ts";
import type { PageSpec } from "./spec.ts";

/** Search, statistics, verification, 404 and offline: pages that every portal has once. */
export function fixedPages(context: PageContext): readonly PageSpec[] {
  return [
    searchPage(context),
    statisticsPage(context),
    verifyPage(context),
    notFoundPage(context),
    offlinePage(context),
  ];
}

function searchPage(context: PageContext): PageSpec {
  const path = paths.search;
  const title = "Tìm kiếm";
  return {
    path,
    file: null,
    body: null,
    sitemap: null,
    search: null,
    view: (): SearchPage => {
      const trail = breadcrumb(title);
      return {
        layout: "search",
        ...frame(context, path, title, `Tìm tin bài, thông báo và văn bản trên ${context.site.name}.`, trail),
        search: { title, siteMapUrl: context.url(paths.siteMap) },
      };
    },
  };
}

function statisticsPage(context: PageContext): PageSpec {
  const path = paths.statistics;
  return {
    path,
    file: null,
    body: null,
    sitemap: { modified: null, images: [], news: null },
    search: null,
    view: (): StatisticsPage => {
      const statistics = statisticsOf(context);
      return {
        layout: "statistics",
        ...frame(context, path, statistics.title, statistics.intro, breadcrumb(statistics.title)),
        statistics,
      };
    },
  };
}

/** What the counter counted, with the titles of the articles that are still public. */
export function statisticsOf({ counts, portal, site }: PageContext): StatisticsView {
  const titleOf = (path: string) => {
    const article = portal.byId.get(path.slice(site.base.length).replace(/\/$/, ""));
    return article === undefined || article.withdrawn !== null ? null : article.title;
  };
  return statisticsView(counts.snapshot, { unit: "visits", titleOf });
}

function verifyPage(context: PageContext): PageSpec {
  const path = paths.verify;
  const title = "Kiểm tra bài viết";
  return {
    path,
    file: null,
    body: null,
    sitemap: { modified: null, images: [], news: null },
    search: null,
    view: (): VerifyPage => ({
      layout: "verify",
      ...frame(context, path, title, "So một trang của cổng với bản đã công bố và ký số.", breadcrumb(title)),
      verify: { title },
    }),
  };
}

function notFoundPage(context: PageContext): PageSpec {
  const path = "/404.html";
  const title = "Không tìm thấy trang";
  return {
    path,
    file: null,
    body: null,
    sitemap: null,
    search: null,
    view: (): NotFoundPage => ({
      layout: "not-found",
      ...frame(context, path, title, "Địa chỉ này không có trang nào.", breadcrumb(title), false),
      notFound: {
        title,
        links: [
          { label: "Trang chủ", url: context.url(paths.home) },
          { label: "Sơ đồ cổng", url: context.url(paths.siteMap) },
          { label: "Tin mới nhất", url: context.url(paths.recent) },
        ],
        recent: context.portal.listings.recent.slice(0, 5).map((article) => cardView(article, context)),
      },
    }),
  };
}

function offlinePage(context: PageContext): PageSpec {
  const path = paths.offline;
  const title = "Đọc khi không có mạng";
  return {
    path,
    file: null,
    body: null,
    sitemap: null,
    search: null,
    view: (): OfflinePage => ({
      layout: "offline",
      ...frame(
        context,
        path,
        title,
        "Những trang đã mở trước đây vẫn đọc được khi không có mạng.",
        breadcrumb(title),
        false,
      ),
      offline: { title },
    }),
  };
}

function frame(
  context: PageContext,
  path: string,
  title: string,
  description: string,
  trail: ReturnType<typeof breadcrumb>,
  indexed = true,
) {
  return {
    path,
    url: context.url(path),
    language: context.site.language,
    head: headView(context, { path, title, description, indexed }),
    breadcrumb: trail,
    menuUrl: context.url(path),
  };
}
