import { join } from "node:path";
import type { Article } from "#domain/article.ts";
import type { LibraryDocument, Notice, TextEntry } from "#domain/library.ts";
import { parseArticle, type Registers } from "./parse-article.ts";
import { parseDocument, parseNotice, parseTextEntry } from "./parse-library.ts";
import { readBytes } from "./read-bytes.ts";
import type { Parsed } from "./source-file.ts";

/** Parsers by the first folder of a file. */
const KINDS = {
  articles: parseArticle,
  notices: parseNotice,
  documents: parseDocument,
  pages: parseTextEntry,
} as const;

export type Kind = keyof typeof KINDS;
export type Entry = Article | Notice | LibraryDocument | TextEntry;

/** Where content lies, and how messages name the folder: `content`. */
export interface ContentFolder {
  readonly folder: string;
  readonly label: string;
}

/**
 * Reads and parses one file of the content folder.
 * @param path from the content folder: `articles/2022/07/x/index.md`.
 * @throws {Error} of the file system.
 * @example parseFile("notices/hop/index.md", { folder: "content", label: "content" }, registers).model?.title
 */
export function parseFile(path: string, { folder, label }: ContentFolder, registers: Registers): Parsed<Entry> {
  return KINDS[kindOf(path)](folderOf(path), `${label}/${path}`, readBytes(join(folder, path)), registers);
}

/** The kind of a file that `listContentFiles` gives: it gives files of these folders only. */
export function kindOf(path: string): Kind {
  return path.slice(0, path.indexOf("/")) as Kind;
}

/** `articles/2022/07/x`. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
