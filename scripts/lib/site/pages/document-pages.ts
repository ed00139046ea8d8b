import { DOCUMENT_TYPES, type DocumentType, type LibraryDocument } from "#domain/library.ts";
import { paths } from "#domain/urls.ts";
import type { LinkView } from "../views/common.ts";
import type { DocumentsPage } from "../views/page.ts";
import { breadcrumb, type PageContext } from "./context.ts";
import { documentPage, incomingRelations } from "./document-page.ts";
import { BULLETINS, documentRow, LIBRARY } from "./document-row.ts";
import { headView } from "./head.ts";
import { pagerView, paginate } from "./pager.ts";
import type { PageSpec } from "./spec.ts";

/** One shelf: the whole library, the documents of one type, or the internal bulletins. */
interface Shelf {
  readonly path: string;
  readonly title: string;
  readonly intro: string | null;
  readonly documents: readonly LibraryDocument[];
  readonly trail: readonly (LinkView | string)[];
}

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
