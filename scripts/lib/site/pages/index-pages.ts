import { paths } from "#domain/urls.ts";
import type { LinkView } from "../views/common.ts";
import type { FeedsPage, SiteMapPage } from "../views/page.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { feedLinks } from "./feed-links.ts";
import { headView } from "./head.ts";
import { sortedLinks } from "./listing-pages.ts";
import type { PageSpec } from "./spec.ts";

type Groups = SiteMapPage["siteMap"]["groups"];

/** Pages that lead to pages: the site map, the indexes of tags, authors, topics and places, the archive, the feeds. */
export function indexPages(context: PageContext): readonly PageSpec[] {
  const { editorial, listings } = context.portal;
  const tags = [...listings.tags.values()].map(({ name }) => ({
    label: name,
    url: context.url(paths.tag(name)),
  }));
  const authors = [...editorial.authors.values()].map(({ key, name }) => ({
    label: name,
    url: context.url(paths.author(key)),
  }));
  const topics = [...editorial.topics.values()].map(({ key, name }) => ({
    label: name,
    url: context.url(paths.topic(key)),
  }));
  const places = [...editorial.places.values()].map(({ key, name }) => ({
    label: name,
    url: context.url(paths.place(key)),
  }));
  return [
    indexPage(paths.siteMap, "Sơ đồ cổng", siteMapGroups(context), context),
    indexPage(paths.tags, "Thẻ", [{ title: "Tất cả các thẻ", links: sortedLinks(tags) }], context),
    indexPage(paths.authors, "Tác giả", [{ title: "Tất cả tác giả", links: sortedLinks(authors) }], context),
    indexPage(paths.topics, "Dòng sự kiện", [{ title: "Tất cả dòng sự kiện", links: topics }], context),
    indexPage(paths.places, "Địa bàn", [{ title: "Tất cả địa bàn", links: sortedLinks(places) }], context),
    indexPage(paths.archive, "Lưu trữ", archiveGroups(context), context),
    feedsPage(context),
  ];
}

function siteMapGroups(context: PageContext): Groups {
  const { editorial, texts } = context.portal;
  const link = (label: string, path: string): LinkView => ({ label, url: context.url(path) });
  return [
    { title: "Chuyên mục", links: [...editorial.sections.keys()].map((key) => context.sectionLink(key)) },
    {
      title: "Thông báo và văn bản",
      links: [
        link("Thông báo", paths.notices),
        link("Thư viện văn bản", paths.documents),
        link("Bản tin nội bộ", paths.bulletins),
        link("Lịch công tác tuần", paths.calendar),
        link("Cơ cấu tổ chức", paths.organisation),
      ],
    },
    {
      title: "Thư viện",
      links: [
        link("Thư viện ảnh", paths.photos),
        link("Thư viện video", paths.videos),
        link("Bản tin âm thanh", paths.audio),
        link("Đồ họa thông tin", paths.infographics),
      ],
    },
    {
      title: "Tìm theo",
      links: [
        link("Tin mới nhất", paths.recent),
        link("Dòng sự kiện", paths.topics),
        link("Thẻ", paths.tags),
        link("Địa bàn", paths.places),
        link("Tác giả", paths.authors),
        link("Lưu trữ theo năm, tháng", paths.archive),
        link("Tìm kiếm", paths.search),
      ],
    },
    { title: "Về trang tin", links: texts.map(({ title, path }) => link(title, paths.text(path))) },
    {
      title: "Tiện ích",
      links: [
        link("Kênh RSS", paths.feeds),
        link("Thống kê truy cập", paths.statistics),
        link("Kiểm tra bài viết", paths.verify),
        link("Đọc khi không có mạng", paths.offline),
      ],
    },
  ].filter(({ links }) => links.length > 0);
}

function archiveGroups(context: PageContext): Groups {
  return [...context.portal.listings.years].map(([year, { months }]) => ({
    title: `Năm ${year}`,
    links: [
      { label: `Cả năm ${year}`, url: context.url(paths.year(year)) },
      ...[...months.keys()]
        .toSorted((a, b) => a - b)
        .map((month) => ({ label: `Tháng ${month}/${year}`, url: context.url(paths.month(year, month)) })),
    ],
  }));
}

function indexPage(path: string, title: string, groups: Groups, context: PageContext): PageSpec {
  return {
    path,
    file: null,
    body: null,
    sitemap: { modified: null, images: [], news: null },
    search: null,
    view: (): SiteMapPage => {
      const trail = breadcrumb(title);
      return {
        layout: "site-map",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title,
          description: `${title} của ${context.site.name}.`,
        }),
        breadcrumb: trail,
        menuUrl: context.url(path),
        siteMap: { title, groups },
      };
    },
  };
}

function feedsPage(context: PageContext): PageSpec {
  const path = paths.feeds;
  const title = "Kênh RSS";
  return {
    path,
    file: null,
    body: null,
    sitemap: { modified: null, images: [], news: null },
    search: null,
    view: (): FeedsPage => {
      const trail = breadcrumb(title);
      const row = (name: string, of: string) => {
        const [rss, atom, json] = feedLinks(name, of, context.url).map(({ url }) => url);
        return { title: name, rss: rss ?? "", atom: atom ?? "", json: json ?? "" };
      };
      return {
        layout: "feeds",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title,
          description: `Các kênh RSS, Atom và JSON Feed của ${context.site.name}.`,
        }),
        breadcrumb: trail,
        menuUrl: context.url(path),
        feedList: {
          title,
          rows: [
            row("Toàn trang", paths.home),
            ...[...context.portal.editorial.sections.values()].map(({ key, name }) =>
              row(name, paths.section(key)),
            ),
          ],
        },
      };
    },
  };
}
