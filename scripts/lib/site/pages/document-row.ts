import { DOCUMENT_TYPES, VALIDITIES, type LibraryDocument } from "#domain/library.ts";
import { paths } from "#domain/urls.ts";
import type { DocumentRow } from "../views/page.ts";
import { attachmentViews, type PageContext } from "./context.ts";
import { dateView } from "./dates.ts";

/** Names of the two shelves, as readers see them. */
export const LIBRARY = "Văn bản";
export const BULLETINS = "Bản tin nội bộ";

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
