import type { Article } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import { feedTexts } from "./feeds/feed-files.ts";
import { FEED_LIMIT, type FeedItem } from "./feeds/feed.ts";
import type { MachineFile } from "./machine-files.ts";
import type { PageContext } from "./pages/context.ts";
import { FEED_FILES } from "./pages/feed-links.ts";
import type { Templates } from "./render/templates.ts";

/** RSS, Atom and JSON Feed of the portal and of each section, with the leads of the newest pieces. */
export function feedFiles(context: PageContext, templates: Templates): readonly MachineFile[] {
  const { editorial, listings } = context.portal;
  const whole = {
    path: paths.home,
    title: context.site.name,
    description: editorial.site.description,
    articles: listings.recent,
  };
  const sections = [...editorial.sections.values()].map(({ key, name, description }) => ({
    path: paths.section(key),
    title: `${name} | ${context.site.name}`,
    description: description ?? name,
    articles: listings.sections.get(key) ?? [],
  }));
  return [whole, ...sections].flatMap(({ path, title, description, articles }) => {
    const address = (file: string) => context.absolute(path + file);
    const { rss, atom, json } = feedTexts(
      {
        title,
        description,
        language: context.site.language,
        page: context.absolute(path),
        addresses: {
          rss: address(FEED_FILES.rss),
          atom: address(FEED_FILES.atom),
          json: address(FEED_FILES.json),
        },
        publisher: context.site.department,
        rights: context.site.imprint.reuse,
        icon: context.facts.logo?.url ?? null,
        items: articles.slice(0, FEED_LIMIT).map((article) => feedItem(article, context)),
        now: context.portal.options.now,
      },
      templates.file,
    );
    const folder = path.slice(1);
    return [
      { path: folder + FEED_FILES.rss, text: rss },
      { path: folder + FEED_FILES.atom, text: atom },
      { path: folder + FEED_FILES.json, text: json },
    ];
  });
}

function feedItem(article: Article, context: PageContext): FeedItem {
  const { origin } = context.portal.options.host;
  const jpeg =
    article.cover === null ? null : context.media.enclosure(`${article.folder}/${article.cover.file}`);
  return {
    url: context.absolute(paths.article(article.id)),
    title: article.title,
    lead: article.lead,
    published: article.date.epoch,
    updated: article.updated?.epoch ?? null,
    authors: article.authors.map(({ key, name }) => ({
      name,
      url: key === null ? null : context.absolute(paths.author(key)),
    })),
    section: context.sectionLink(article.section).label,
    tags: article.tags,
    language: article.language,
    image:
      jpeg === null
        ? null
        : {
            url: origin + jpeg.src,
            type: "image/jpeg",
            bytes: jpeg.bytes,
            width: jpeg.width,
            height: jpeg.height,
            alt: article.cover?.alt ?? null,
          },
    html: null,
  };
}
