import type { Article } from "#domain/article.ts";
import { addressMonth } from "#domain/listings.ts";
import { articleKey } from "./article-key.ts";
import type { PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import type { SearchEntry, SearchKey } from "./spec.ts";

/** What the search index knows of an article beyond its text. */
export function searchEntry(article: Article, context: PageContext): SearchEntry {
  const { editorial } = context.portal;
  const place = article.place === null ? undefined : editorial.places.get(article.place);
  const { year } = addressMonth(article);
  const unit = article.unit === null ? undefined : editorial.units.get(article.unit);
  return {
    kind: "tin-bai",
    title: article.title,
    kicker: article.kicker,
    lead: article.lead,
    section: context.sectionLink(article.section).label,
    place: place?.name ?? null,
    otherPlaces: place === undefined ? [] : [...place.aliases, ...(place.now === null ? [] : [place.now])],
    date: dateView(article.date).iso,
    image: article.cover === null ? null : context.media.smallest(`${article.folder}/${article.cover.file}`),
    documentCodes: [],
    attachments: article.attachments.map(({ title }) => title),
    keywords: [
      ...article.tags,
      ...article.authors.map(({ name }) => name),
      ...(unit === undefined ? [] : [unit.name]),
      String(year),
    ],
  };
}

/** See PageSpec: covers all that `searchEntry` reads, and the text with its pictures and files. */
export function searchKey(article: Article, context: PageContext): SearchKey {
  return { key: articleKey(article, context), date: dateView(article.date).iso };
}
