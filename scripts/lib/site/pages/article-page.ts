import type { Article } from "#domain/article.ts";
import { paths } from "#domain/urls.ts";
import type { ArticlePage, ArticleView, TombstonePage } from "../views/page.ts";
import { articleHead, pictureAddresses, translations } from "./article-head.ts";
import { articleInputs } from "./article-inputs.ts";
import { searchEntry, searchKey } from "./article-search.ts";
import { cardView, figureView } from "./cards.ts";
import { attachmentViews, breadcrumb, sectionTrail, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { headView } from "./head.ts";
import {
  bodySource,
  type BodySource,
  type PageSpec,
  type SearchEntry,
  type SearchKey,
  type SitemapEntry,
} from "./spec.ts";

/** The page of one public article. There are so many that everything but the address is made when asked for. */
export class ArticleSpec implements PageSpec {
  readonly path: string;
  readonly #article: Article;
  readonly #context: PageContext;

  constructor(article: Article, context: PageContext) {
    this.path = paths.article(article.id);
    this.#article = article;
    this.#context = context;
  }

  get file(): string {
    return this.#article.file;
  }

  get body(): BodySource {
    return bodySource(this.#article);
  }

  get sitemap(): SitemapEntry {
    const { updated, date, title, language } = this.#article;
    return {
      modified: (updated ?? date).epoch,
      images: pictureAddresses(this.#article, this.#context),
      news: { title, published: date.epoch, language },
    };
  }

  search(): SearchEntry {
    return searchEntry(this.#article, this.#context);
  }

  searchKey(): SearchKey {
    return searchKey(this.#article, this.#context);
  }

  inputs(): readonly unknown[] {
    return articleInputs(this.#article, this.#context);
  }

  view(): ArticlePage {
    const [article, context] = [this.#article, this.#context];
    const section = context.sectionLink(article.section);
    return {
      layout: "article",
      path: this.path,
      url: context.url(this.path),
      language: article.language,
      head: articleHead(article, context),
      breadcrumb: breadcrumb(...sectionTrail(article.section, context), article.title),
      menuUrl: section.url,
      article: articleView(article, context),
    };
  }
}

/** The page of a withdrawn article: its address and the reason, not its text. */
export function tombstonePage(article: Article, context: PageContext): PageSpec {
  const path = paths.article(article.id);
  const title = "Bài đã được gỡ";
  const withdrawn = article.withdrawn ?? { date: article.date, text: "" };
  return {
    path,
    file: article.file,
    body: null,
    sitemap: null,
    search: null,
    view: (): TombstonePage => {
      const trail = breadcrumb(...sectionTrail(article.section, context), title);
      return {
        layout: "tombstone",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title,
          description: withdrawn.text,
          indexed: false,
        }),
        breadcrumb: trail,
        menuUrl: null,
        tombstone: {
          reason: withdrawn.text,
          date: dateView(withdrawn.date),
          section: context.sectionLink(article.section),
        },
      };
    },
  };
}

function articleView(article: Article, context: PageContext): ArticleView {
  const { portal } = context;
  const { editorial } = portal;
  const path = paths.article(article.id);
  const { newer, older, related, stream } = context.surroundings.of(article);
  const place = article.place === null ? undefined : editorial.places.get(article.place);
  return {
    kicker: article.kicker,
    title: article.title,
    lead: article.lead,
    date: dateView(article.date),
    updated: article.updated === null ? null : dateView(article.updated),
    section: context.sectionLink(article.section),
    authors: article.authors.map(({ key, name, unit }) => ({
      name,
      unit,
      url: key === null ? null : context.url(paths.author(key)),
    })),
    place:
      place === undefined
        ? null
        : {
            label: place.name,
            url: context.url(paths.place(place.key)),
            note: place.now === null ? null : `nay thuộc ${place.now}`,
          },
    unit: article.unit === null ? null : (editorial.units.get(article.unit)?.name ?? null),
    source: article.source === null ? null : { name: article.source.name, url: article.source.link },
    cover: figureView(article, article.cover, context),
    audio: audioView(article, context),
    body: "",
    toc: [],
    attachments: attachmentViews(article, context),
    tags: article.tags.map((tag) => ({ label: tag, url: context.url(paths.tag(tag)) })),
    topic: topicView(article, stream, context),
    newer: newer.map((other) => cardView(other, context)),
    older: older.map((other) => cardView(other, context)),
    related: related.map((other) => cardView(other, context)),
    permalink: context.absolute(path),
    qr: { src: "" },
    verifyQr: { src: "" },
    corrections: article.corrections.map(({ date, text }) => ({ date: dateView(date), text })),
    readingMinutes: 1,
    views: context.counts.views(context.url(path)),
    saveAs: `${article.slug}.html`,
    translations: translations(article, context),
    verifyUrl: `${context.url(paths.verify)}?p=${context.url(path)}`,
  };
}

/** The story stream: up to five other pieces of the topic, newest first. */
function topicView(article: Article, stream: readonly Article[], context: PageContext): ArticleView["topic"] {
  const topic = article.topic === null ? undefined : context.portal.editorial.topics.get(article.topic);
  if (topic === undefined) return null;
  return {
    label: topic.name,
    url: context.url(paths.topic(topic.key)),
    items: stream.map((other) => cardView(other, context)),
  };
}

function audioView(article: Article, context: PageContext): ArticleView["audio"] {
  if (article.audio === null) return null;
  const source = context.media.file(`${article.folder}/${article.audio.file}`);
  return source.ok
    ? { title: article.audio.title, url: source.value.url, type: source.value.mediaType }
    : null;
}
