import {
  DOCUMENT_TYPES,
  RELATIONS,
  VALIDITIES,
  type DocumentType,
  type LibraryDocument,
} from "#domain/library.ts";
import { localDay } from "#domain/dates.ts";
import { paths } from "#domain/urls.ts";
import type { LinkView } from "../views/common.ts";
import type { DocumentPage, DocumentRow, DocumentsPage } from "../views/page.ts";
import { attachmentViews, breadcrumb, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";
import { headView } from "./head.ts";
import { pagerView, paginate } from "./pager.ts";
import { plainSearchEntry } from "./search-entry.ts";
import { bodySource, type PageSpec } from "./spec.ts";

/** One shelf: the whole library, the documents of one type, or the internal bulletins. */
interface Shelf {
  readonly path: string;
  readonly title: string;
  readonly intro: string | null;
  readonly documents: readonly LibraryDocument[];
  readonly trail: readonly (LinkView | string)[];
}

const LIBRARY = "Văn bản";
const BULLETINS = "Bản tin nội bộ";

/** The documents library by type, the internal bulletins, and the page of each document. */
export function documentPages(context: PageContext): readonly PageSpec[] {
  const { documents, bulletins } = context.portal;
  const library = { label: LIBRARY, url: context.url(paths.documents) };
  const types = [...new Set(documents.map(({ type }) => type))].sort();
  const shelves: readonly Shelf[] = [
    {
      path: paths.documents,
      title: "Thư viện văn bản",
      intro:
        "Văn bản mà tin bài trên trang dẫn chiếu: số hiệu, ngày ban hành, cơ quan ban hành, trích yếu và quan hệ giữa các văn bản.",
      documents,
      trail: [LIBRARY],
    },
    ...types.map((type) => ({
      path: paths.documentType(type),
      title: DOCUMENT_TYPES[type],
      intro: null,
      documents: documents.filter((document) => document.type === type),
      trail: [library, DOCUMENT_TYPES[type]],
    })),
    { path: paths.bulletins, title: BULLETINS, intro: null, documents: bulletins, trail: [BULLETINS] },
  ];
  const filters = filtersOf(types, context);
  const incoming = incomingRelations([...documents, ...bulletins]);
  return [
    ...shelves.flatMap((shelf) => shelfPages(shelf, shelf.path === paths.bulletins ? [] : filters, context)),
    ...[...documents, ...bulletins].map((document) => documentPage(document, incoming, context)),
  ];
}

/** A document as lists show it. */
export function documentRow(document: LibraryDocument, context: PageContext): DocumentRow {
  return {
    url: context.url(paths.document(document.slug)),
    number: document.number,
    type: DOCUMENT_TYPES[document.type],
    abstract: document.title,
    date: document.date === null ? null : dateView(document.date),
    issuer: document.issuer,
    validity: VALIDITIES[document.validity],
    files: attachmentViews(document, context),
  };
}

/** How a document is called in a sentence: `Chỉ thị số 05-CT/TW`. */
export function documentName(document: LibraryDocument): string {
  if (document.number === null) return document.title;
  return document.type === "ban-tin"
    ? `${BULLETINS} ${document.number.toLocaleLowerCase("vi")}`
    : `${DOCUMENT_TYPES[document.type]} số ${document.number}`;
}

function filtersOf(
  types: readonly DocumentType[],
  context: PageContext,
): DocumentsPage["documents"]["filters"] {
  return [
    {
      title: "Loại văn bản",
      links: [
        { label: "Tất cả", url: context.url(paths.documents) },
        ...types.map((type) => ({ label: DOCUMENT_TYPES[type], url: context.url(paths.documentType(type)) })),
      ],
    },
  ];
}

function shelfPages(
  shelf: Shelf,
  filters: DocumentsPage["documents"]["filters"],
  context: PageContext,
): readonly PageSpec[] {
  return paginate(shelf.path, shelf.documents, context.portal.editorial.site.pageSize).map((page) => ({
    path: page.path,
    file: null,
    body: null,
    sitemap:
      page.number === 1
        ? { modified: shelf.documents[0]?.date?.epoch ?? null, images: [], news: null }
        : null,
    search: null,
    view: (): DocumentsPage => {
      const trail = breadcrumb(...shelf.trail);
      return {
        layout: "documents",
        path: page.path,
        url: context.url(page.path),
        language: context.site.language,
        head: headView(context, {
          path: page.path,
          title: page.number === 1 ? shelf.title : `${shelf.title} - trang ${page.number}`,
          description: shelf.intro ?? `${shelf.title} trên ${context.site.name}.`,
          previous: page.previous,
          next: page.next,
        }),
        breadcrumb: trail,
        menuUrl: context.url(shelf.path === paths.bulletins ? paths.bulletins : paths.documents),
        documents: {
          title: shelf.title,
          intro: shelf.intro,
          rows: page.items.map((document) => documentRow(document, context)),
          filters,
          pager: pagerView(shelf.path, page, context.url),
        },
      };
    },
  }));
}

type Incoming = ReadonlyMap<
  string,
  readonly { readonly heading: string; readonly document: LibraryDocument }[]
>;

/** For each document, those that name it, under the heading seen from it. */
function incomingRelations(documents: readonly LibraryDocument[]): Incoming {
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

function documentPage(document: LibraryDocument, incoming: Incoming, context: PageContext): PageSpec {
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
