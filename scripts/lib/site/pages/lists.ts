import type { Article } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import type { LinkView } from "../views/common.ts";
import { sectionTrail, type PageContext } from "./context.ts";

/** What one list is called and holds; its pages follow from it. */
export interface List {
  readonly path: string;
  /** `Chuyên mục`, `Thẻ` … */
  readonly kind: string;
  readonly title: string;
  readonly intro: string | null;
  readonly articles: readonly Article[];
  readonly trail: readonly (LinkView | string)[];
  readonly style?: "rows" | "grid";
  readonly children?: readonly LinkView[];
  readonly feeds?: boolean;
  readonly menuPath?: string;
}

/** Every list of articles: sections, tags, authors, topics, places, archive, libraries. */
export function* allLists(context: PageContext): Generator<List> {
  yield* sectionLists(context);
  yield* tagLists(context);
  yield* registerLists(context);
  yield* archiveLists(context);
  yield* mediaLists(context);
}

function* sectionLists(context: PageContext): Generator<List> {
  const { editorial, listings, options } = context.portal;
  for (const section of editorial.sections.values()) {
    const articles = listings.sections.get(section.key) ?? [];
    const pinned = articles.filter(
      ({ pinnedUntil }) => pinnedUntil !== null && pinnedUntil.epoch > options.now,
    );
    const trail = sectionTrail(section.key, context);
    yield {
      path: paths.section(section.key),
      kind: "Chuyên mục",
      title: section.name,
      intro: section.description,
      articles:
        pinned.length === 0
          ? articles
          : [...pinned, ...articles.filter((article) => !pinned.includes(article))],
      trail: [...trail.slice(0, -1), section.name],
      children: [...editorial.sections.values()]
        .filter(({ parent }) => parent === section.key)
        .map(({ key }) => context.sectionLink(key)),
      feeds: true,
    };
  }
}

function* tagLists(context: PageContext): Generator<List> {
  const list = entryLists("Thẻ", paths.tags, context);
  for (const { name, articles } of context.portal.listings.tags.values()) {
    yield list(paths.tag(name), name, null, articles);
  }
}

function* registerLists(context: PageContext): Generator<List> {
  const { editorial, listings } = context.portal;
  const ofAuthor = entryLists("Tác giả", paths.authors, context);
  for (const { key, name, unit, bio } of editorial.authors.values()) {
    const intro = [unit, bio].filter((text) => text !== null).join(". ") || null;
    yield ofAuthor(paths.author(key), name, intro, listings.authors.get(key));
  }
  const ofTopic = entryLists("Dòng sự kiện", paths.topics, context);
  for (const { key, name, description } of editorial.topics.values()) {
    yield ofTopic(paths.topic(key), name, description, listings.topics.get(key));
  }
  const ofPlace = entryLists("Địa bàn", paths.places, context);
  for (const { key, name, now } of editorial.places.values()) {
    const intro = now === null ? null : `Tên gọi tại thời điểm đưa tin; nay thuộc ${now}.`;
    yield ofPlace(paths.place(key), name, intro, listings.places.get(key));
  }
}

/** Makes the lists of one register's entries, below the page that names them all. */
function entryLists(kind: string, index: string, context: PageContext) {
  const parent = { label: kind, url: context.url(index) };
  return (
    path: string,
    title: string,
    intro: string | null,
    articles: readonly Article[] | undefined,
  ): List => ({ path, kind, title, intro, articles: articles ?? [], trail: [parent, title] });
}

function* archiveLists(context: PageContext): Generator<List> {
  const { listings } = context.portal;
  const archive = { label: "Lưu trữ", url: context.url(paths.archive) };
  yield {
    path: paths.recent,
    kind: "Lưu trữ",
    title: "Tin mới nhất",
    intro: null,
    articles: listings.recent,
    trail: ["Tin mới nhất"],
  };
  for (const [year, { articles, months }] of listings.years) {
    const yearLink = { label: `Năm ${year}`, url: context.url(paths.year(year)) };
    yield {
      path: paths.year(year),
      kind: "Lưu trữ",
      title: `Tin bài năm ${year}`,
      intro: null,
      articles,
      trail: [archive, yearLink.label],
      children: [...months.keys()]
        .toSorted((a, b) => a - b)
        .map((month) => ({ label: `Tháng ${month}`, url: context.url(paths.month(year, month)) })),
    };
    for (const [month, inMonth] of months) {
      yield {
        path: paths.month(year, month),
        kind: "Lưu trữ",
        title: `Tin bài tháng ${month} năm ${year}`,
        intro: null,
        articles: inMonth,
        trail: [archive, yearLink, `Tháng ${month}`],
      };
    }
  }
}

function* mediaLists(context: PageContext): Generator<List> {
  const { formats } = context.portal.listings;
  const libraries = [
    ["photo", paths.photos, "Thư viện ảnh"],
    ["video", paths.videos, "Thư viện video"],
    ["audio", paths.audio, "Bản tin âm thanh"],
    ["infographic", paths.infographics, "Đồ họa thông tin"],
  ] as const;
  for (const [format, path, title] of libraries) {
    yield {
      path,
      kind: "Thư viện",
      title,
      intro: null,
      articles: formats.get(format) ?? [],
      trail: [title],
      style: "grid",
    };
  }
}
