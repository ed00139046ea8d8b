import { DOCUMENT_TYPES, RELATIONS, type LibraryDocument } from "#domain/library.ts";
import { localDay } from "#domain/dates.ts";
import { paths } from "#domain/urls.ts";
import type { LinkView } from "../views/common.ts";
import type { DocumentPage } from "../views/page.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { BULLETINS, documentName, documentRow, LIBRARY } from "./document-row.ts";
import { headView } from "./head.ts";
import { plainSearchEntry } from "./search-entry.ts";
import { bodySource, type PageSpec } from "./spec.ts";

/** For each document by its slug, those that name it, under the heading seen from it. */
type Incoming = ReadonlyMap<
  string,
  readonly { readonly heading: string; readonly document: LibraryDocument }[]
>;

/** Turns the relations of all documents round. @example incomingRelations(documents).get("chi-thi-05-ct-tw") */
export function incomingRelations(documents: readonly LibraryDocument[]): Incoming {
  const incoming = new Map<string, { heading: string; document: LibraryDocument }[]>();
  for (const document of documents) {
    for (const relation of document.relations) {
      const rows = incoming.get(relation.document) ?? [];
      incoming.set(relation.document, rows);
      rows.push({ heading: RELATIONS[relation.kind].to, document });
    }
  }
  return incoming;
}

/** The page of one document, with the documents that it names and those that name it. */
export function documentPage(document: LibraryDocument, incoming: Incoming, context: PageContext): PageSpec {
  const path = paths.document(document.slug);
  const name = documentName(document);
  const bulletin = document.type === "ban-tin";
  const shelf = bulletin
    ? { label: BULLETINS, url: context.url(paths.bulletins) }
    : { label: LIBRARY, url: context.url(paths.documents) };
  return {
    path,
    file: document.file,
    body: bodySource(document),
    sitemap: { modified: document.date?.epoch ?? null, images: [], news: null },
    search: () =>
      plainSearchEntry(
        "van-ban",
        { title: `${name}: ${document.title}`, attachments: document.attachments },
        {
          date: document.date === null ? null : dateView(document.date).iso,
          section: DOCUMENT_TYPES[document.type],
          documentCodes: document.number === null ? [] : [document.number],
          keywords: [document.issuer],
        },
      ),
    view: (): DocumentPage => {
      const trail = breadcrumb(shelf, name);
      const year = document.date === null ? null : localDay(document.date.epoch).year;
      return {
        layout: "document",
        path,
        url: context.url(path),
        language: context.site.language,
        head: headView(context, {
          path,
          title: `${name}${year === null ? "" : ` (${year})`}: ${document.title}`,
          description: `${name} của ${document.issuer}. ${document.title}`,
        }),
        breadcrumb: trail,
        menuUrl: shelf.url,
        document: {
          ...documentRow(document, context),
          title: name,
          signer: document.signer,
          effective: document.effective === null ? null : dateView(document.effective),
          body: "",
          relations: relationsOf(document, incoming, context),
          citedBy: [],
          sourceUrl: document.sourceUrl,
        },
      };
    },
  };
}

function relationsOf(
  document: LibraryDocument,
  incoming: Incoming,
  context: PageContext,
): DocumentPage["document"]["relations"] {
  const bySlug = context.portal.documentsBySlug;
  const groups = new Map<string, Map<string, LinkView>>();
  const add = (heading: string, other: LibraryDocument | undefined) => {
    if (other === undefined) return;
    const items = groups.get(heading) ?? new Map<string, LinkView>();
    groups.set(heading, items);
    items.set(other.slug, {
      label: `${documentName(other)}: ${other.title}`,
      url: context.url(paths.document(other.slug)),
    });
  };
  for (const relation of document.relations)
    add(RELATIONS[relation.kind].from, bySlug.get(relation.document));
  for (const { heading, document: other } of incoming.get(document.slug) ?? []) add(heading, other);
  return [...groups].map(([kind, items]) => ({ kind, items: [...items.values()] }));
}
