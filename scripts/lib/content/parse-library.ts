import { DOCUMENT_TYPES, RELATIONS, VALIDITIES } from "#domain/library.ts";
import type {
  DocumentType,
  LibraryDocument,
  Notice,
  RelationKind,
  TextEntry,
  Validity,
} from "#domain/library.ts";
import type { FieldReader } from "./fields.ts";
import type { Registers } from "./parse-article.ts";
import { readAttachment, readLink, readRedirects, readTitle } from "./shared-fields.ts";
import { readMarkdownFile, type Parsed } from "./source-file.ts";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Parses one notice. @param folder `notices/slug`. */
export function parseNotice(
  folder: string,
  file: string,
  bytes: Uint8Array,
  registers: Registers,
): Parsed<Notice> {
  return readMarkdownFile(file, bytes, (fields, body) => ({
    file,
    folder,
    slug: readSlug(folder.replace(/^notices\//, ""), fields),
    title: readTitle(fields),
    lead: fields.text("lead"),
    date: fields.requiredDate("date"),
    expires: fields.date("expires"),
    unit: fields.key("unit", registers.units, "đơn vị"),
    pinned: fields.flag("pinned"),
    attachments: fields.groups("attachments", readAttachment),
    draft: fields.flag("draft"),
    redirectFrom: readRedirects(fields),
    ...body,
  }));
}

/** Parses one document of the library. @param folder `documents/slug`. */
export function parseDocument(folder: string, file: string, bytes: Uint8Array): Parsed<LibraryDocument> {
  return readMarkdownFile(file, bytes, (fields, body) => ({
    file,
    folder,
    slug: readSlug(folder.replace(/^documents\//, ""), fields),
    number: fields.text("number"),
    type: readType(fields),
    title: readTitle(fields),
    date: fields.date("date"),
    issuer: fields.required("issuer"),
    signer: fields.text("signer"),
    effective: fields.date("effective"),
    validity: fields.choice("validity", keysOf<Validity>(VALIDITIES), "chua-ro"),
    relations: fields.groups("relations", (relation) => ({
      kind: relation.choice("kind", keysOf<RelationKind>(RELATIONS), "lien-quan"),
      document: relation.required("document"),
    })),
    sourceUrl: readLink(fields, "sourceUrl"),
    attachments: fields.groups("attachments", readAttachment),
    draft: fields.flag("draft"),
    redirectFrom: readRedirects(fields),
    ...body,
  }));
}

/** Parses one text page. @param folder `pages/huong-dan/viet-bai`. */
export function parseTextEntry(folder: string, file: string, bytes: Uint8Array): Parsed<TextEntry> {
  return readMarkdownFile(file, bytes, (fields, body) => ({
    file,
    folder,
    path: folder
      .replace(/^pages\//, "")
      .split("/")
      .map((part) => readSlug(part, fields))
      .join("/"),
    title: readTitle(fields),
    lead: fields.text("lead"),
    updated: fields.date("updated"),
    order: fields.integer("order", 100),
    attachments: fields.groups("attachments", readAttachment),
    redirectFrom: readRedirects(fields),
    ...body,
  }));
}

function readSlug(name: string, fields: FieldReader): string {
  if (!SLUG.test(name)) {
    fields.report(null, `Thư mục "${name}" chỉ được gồm chữ thường không dấu, số và gạch ngang: ten-trang.`);
  }
  return name;
}

function readType(fields: FieldReader): DocumentType {
  if (fields.text("type") === null) fields.required("type");
  return fields.choice("type", keysOf<DocumentType>(DOCUMENT_TYPES), "bao-cao");
}

/** Keys of a constant table, which TypeScript widens to string[]; the tables have no other keys. */
function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}
