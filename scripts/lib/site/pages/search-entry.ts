import type { Attachment } from "#domain/article.ts";
import type { SearchEntry } from "./spec.ts";

/** What the search index knows of a notice, a document or a text page. */
export function plainSearchEntry(
  kind: SearchEntry["kind"],
  item: {
    readonly title: string;
    readonly lead?: string | null;
    readonly attachments: readonly Attachment[];
  },
  more: Partial<Pick<SearchEntry, "date" | "section" | "documentCodes" | "keywords">>,
): SearchEntry {
  return {
    kind,
    title: item.title,
    kicker: null,
    lead: item.lead ?? null,
    section: more.section ?? null,
    place: null,
    otherPlaces: [],
    date: more.date ?? null,
    image: null,
    documentCodes: more.documentCodes ?? [],
    attachments: item.attachments.map(({ title }) => title),
    keywords: more.keywords ?? [],
  };
}
