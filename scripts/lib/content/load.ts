import { join } from "node:path";
import type { Article } from "#domain/article.ts";
import type { Editorial } from "#domain/editorial.ts";
import type { LibraryDocument, Notice, TextEntry } from "#domain/library.ts";
import type { Problem } from "#domain/problem.ts";
import { listContentFiles } from "./list-files.ts";
import { loadEditorial } from "./load-editorial.ts";
import { parseArticle } from "./parse-article.ts";
import { parseDocument, parseNotice, parseTextEntry } from "./parse-library.ts";
import { openParseCache } from "./parse-cache.ts";
import { readBytes } from "./read-bytes.ts";
import type { Parsed } from "./source-file.ts";
import { readTree, type Tree } from "./tree.ts";

/** All content of one portal, parsed; problems of every file of the run. */
export interface Content {
  /** `null` where content/_data has errors. */
  readonly editorial: Editorial | null;
  readonly articles: readonly Article[];
  readonly notices: readonly Notice[];
  readonly documents: readonly LibraryDocument[];
  readonly texts: readonly TextEntry[];
  readonly problems: readonly Problem[];
  /** Changes with any byte of the registers in content/_data. */
  readonly fingerprint: string;
  /** Folders of the files with errors: what names them is not at fault. */
  readonly broken: readonly string[];
  /** Files in the folder, and how many of them had to be read this time. */
  readonly files: number;
  readonly read: number;
}

/** Where content is and what may be remembered of it. */
export interface LoadOptions {
  /** The content folder. */
  readonly folder: string;
  /** What is in it; read now unless given. */
  readonly tree?: Tree;
  /** How messages name the folder: `content`. */
  readonly label: string;
  /** Cache folder; `null`: remember nothing. */
  readonly cache: string | null;
  /** Fingerprint of the program: a new program reads every file again. */
  readonly program: string;
}

/** Parsers by the first folder of a file. */
const KINDS = {
  articles: parseArticle,
  notices: parseNotice,
  documents: parseDocument,
  pages: parseTextEntry,
} as const;
type Kind = keyof typeof KINDS;
type Entry = Article | Notice | LibraryDocument | TextEntry;

/**
 * Reads a content folder: the same function for build and check. A file whose size and times did not change since the
 * last run costs one stat call.
 * @returns models of the files without errors, in path order, and all problems; never throws for bad content.
 * @example loadContent({ folder: "content", label: "content", cache: ".cache", program: "1" })
 */
export function loadContent(options: LoadOptions): Content {
  const { editorial, registers, problems: dataProblems, fingerprint } = loadEditorial(options.folder, options.label);
  const problems: Problem[] = [...dataProblems];
  const models: Record<Kind, Entry[]> = { articles: [], notices: [], documents: [], pages: [] };
  const cache = openParseCache<Parsed<Entry>>(options.cache, `${options.program}-${fingerprint}-${options.label}`);
  const tree = options.tree ?? readTree(options.folder, options.cache);
  const listing = listContentFiles(tree, options.label);
  problems.push(...listing.problems);
  const broken: string[] = [];
  let read = 0;
  for (const path of listing.files) {
    const state = tree.files.get(path);
    if (state === undefined) continue; // Deleted this instant.
    const parsed = cache.get(path, state, () => {
      read++;
      const kind = path.slice(0, path.indexOf("/")) as Kind; // listContentFiles gives files of these folders only.
      const folder = path.slice(0, path.lastIndexOf("/"));
      return KINDS[kind](folder, `${options.label}/${path}`, readBytes(join(options.folder, path)), registers);
    });
    problems.push(...parsed.problems);
    if (parsed.model === null) broken.push(path.slice(0, path.lastIndexOf("/")));
    else models[path.slice(0, path.indexOf("/")) as Kind].push(parsed.model);
  }
  cache.save();
  return { editorial, fingerprint, ...named(models), problems, broken, files: listing.files.length, read };
}

/** Gives the lists their types back: each was filled by the parser of its own kind only. */
function named(models: Readonly<Record<Kind, readonly Entry[]>>) {
  return {
    articles: models.articles as readonly Article[],
    notices: models.notices as readonly Notice[],
    documents: models.documents as readonly LibraryDocument[],
    texts: models.pages as readonly TextEntry[],
  };
}
