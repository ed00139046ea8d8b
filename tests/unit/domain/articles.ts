import type { Article } from "../../../scripts/lib/domain/article.ts";
import type { Section } from "../../../scripts/lib/domain/editorial.ts";
import { parseMoment } from "../../../scripts/lib/domain/dates.ts";
import type { Moment } from "../../../scripts/lib/domain/moment.ts";

/** A moment from text; a mistake in a test is an error. */
export function at(text: string): Moment {
  const moment = parseMoment(text);
  if (typeof moment === "string") throw new RangeError(`${text}: ${moment}`);
  return moment;
}

/** A published article of 2022; anything may be put in its place. */
export function article(id: string, fields: Partial<Article> = {}): Article {
  return {
    file: `content/articles/${id}/index.md`,
    folder: `articles/${id}`,
    id,
    slug: id.split("/").at(-1) ?? "",
    title: id,
    kicker: null,
    lead: "",
    date: at("2022-07-08 16:43"),
    updated: null,
    section: "tin-tuc",
    tags: [],
    topic: null,
    place: null,
    unit: null,
    authors: [],
    source: null,
    cover: null,
    audio: null,
    attachments: [],
    format: "news",
    featuredUntil: null,
    pinnedUntil: null,
    expires: null,
    draft: false,
    withdrawn: null,
    corrections: [],
    related: [],
    redirectFrom: [],
    language: "vi",
    translationOf: null,
    hash: "",
    cardHash: "",
    mentions: [],
    bodyLine: 1,
    ...fields,
  };
}

/** Sections by key, each with its parent or `null`. */
export function sections(parents: Readonly<Record<string, string | null>>): ReadonlyMap<string, Section> {
  return new Map(
    Object.entries(parents).map(([key, parent]) => [
      key,
      { key, name: key, parent, description: null, menu: true },
    ]),
  );
}

/** Ids of articles, for comparisons. */
export function ids(articles: Iterable<Article>): readonly string[] {
  return [...articles].map(({ id }) => id);
}
