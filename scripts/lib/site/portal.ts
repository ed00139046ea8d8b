import type { Article } from "#domain/article.ts";
import type { Editorial } from "#domain/editorial.ts";
import type { LibraryDocument, Notice, TextEntry } from "#domain/library.ts";
import { makeListings, newestFirst, type Listings } from "#domain/listings.ts";
import { nextChange, publicationOf } from "#domain/publication.ts";
import { Positions } from "#domain/related.ts";
import { isoWeek, localDay, startOfDay } from "#domain/dates.ts";
import type { Content } from "#content/load.ts";
import { renamedArticles } from "./git-renames.ts";
import type { BuildOptions } from "./options.ts";

const DAY_MS = 86_400_000;

/** Everything public at the time of the build, sorted into lists: what pages are made from. */
export interface Portal {
  readonly options: BuildOptions;
  readonly editorial: Editorial;
  readonly listings: Listings;
  readonly positions: Positions;
  /** Public and withdrawn articles by id. */
  readonly byId: ReadonlyMap<string, Article>;
  readonly withdrawn: readonly Article[];
  /** Pinned first, then newest first. */
  readonly notices: readonly Notice[];
  /** Newest first, undated ones last; without internal bulletins. */
  readonly documents: readonly LibraryDocument[];
  readonly bulletins: readonly LibraryDocument[];
  readonly documentsBySlug: ReadonlyMap<string, LibraryDocument>;
  readonly texts: readonly TextEntry[];
  /** Versions in other languages, by id of the Vietnamese article. */
  readonly translations: ReadonlyMap<string, readonly Article[]>;
  /** Articles that were renamed in git's history, as ids. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** When the site changes next by itself: a piece, a banner, a week of the calendar; in milliseconds. */
  readonly nextChange: number | null;
}

/**
 * Takes from the content what is public at `options.now`. What is not public is not in the result in any form.
 * @param editorial registers of a content folder without errors.
 * @param renames asked of git unless given.
 */
export function makePortal(
  content: Content,
  editorial: Editorial,
  options: BuildOptions,
  renames: Portal["renames"] = renamedArticles(options),
): Portal {
  const { now } = options;
  const articles = content.articles.map((article) => ({ article, state: publicationOf(article, now) }));
  const published = articles.filter(({ state }) => state === "published").map(({ article }) => article);
  const withdrawn = articles.filter(({ state }) => state === "withdrawn").map(({ article }) => article);
  const documents = content.documents
    .filter((document) => publicationOf({ ...document, expires: null }, now) === "published")
    .sort((a, b) => (b.date?.epoch ?? 0) - (a.date?.epoch ?? 0) || (a.slug < b.slug ? -1 : 1));
  const listings = makeListings(published, editorial.sections);
  return {
    options,
    editorial,
    listings,
    positions: new Positions(),
    byId: new Map([...published, ...withdrawn].map((article) => [article.id, article])),
    withdrawn: newestFirst(withdrawn),
    notices: content.notices
      .filter((notice) => publicationOf(notice, now) === "published")
      .sort(
        (a, b) =>
          Number(b.pinned) - Number(a.pinned) || b.date.epoch - a.date.epoch || (a.slug < b.slug ? -1 : 1),
      ),
    documents: documents.filter(({ type }) => type !== "ban-tin"),
    bulletins: documents.filter(({ type }) => type === "ban-tin"),
    documentsBySlug: new Map(documents.map((document) => [document.slug, document])),
    texts: content.texts.toSorted((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1)),
    translations: translationsOf(listings.recent),
    renames,
    nextChange: nextChange([...changesOf(content), ...calendarChanges(editorial, now)], now),
  };
}

function translationsOf(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const versions = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.translationOf === null) continue;
    versions.set(article.translationOf, [...(versions.get(article.translationOf) ?? []), article]);
  }
  return versions;
}

/** Every instant at which something about a piece changes; drafts do not count. */
function* changesOf(content: Content): Generator<number> {
  for (const item of content.articles) {
    if (item.draft) continue;
    for (const moment of [item.date, item.expires, item.featuredUntil, item.pinnedUntil]) {
      if (moment !== null) yield moment.epoch;
    }
  }
  for (const item of content.notices) {
    if (item.draft) continue;
    yield item.date.epoch;
    if (item.expires !== null) yield item.expires.epoch;
  }
  for (const item of content.documents) if (!item.draft && item.date !== null) yield item.date.epoch;
}

/** Every instant near `now` at which a banner comes or goes, a week of the calendar begins, or the department is renamed. */
function* calendarChanges(editorial: Editorial, now: number): Generator<number> {
  for (const { from } of editorial.site.departments) yield from.epoch;
  for (const { week } of editorial.calendar) {
    const monday = isoWeek(week)?.days[0];
    if (monday !== undefined) yield monday;
  }
  const { year } = localDay(now);
  for (const { month, day, before, after } of editorial.anniversaries) {
    for (const at of [year - 1, year, year + 1]) {
      const midnight = startOfDay({ year: at, month, day });
      if (midnight === null) continue;
      yield midnight - before * DAY_MS;
      yield midnight + (after + 1) * DAY_MS;
    }
  }
}
