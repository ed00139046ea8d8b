import type { Article } from "#domain/article.ts";
import type { Editorial } from "#domain/editorial.ts";
import type { LibraryDocument, Notice, TextEntry } from "#domain/library.ts";
import type { Problem } from "#domain/problem.ts";
import { listContentFiles } from "./list-files.ts";
import { loadEditorial } from "./load-editorial.ts";
import { openParseCache } from "./parse-cache.ts";
import { folderOf, kindOf, type Entry, type Kind } from "./parse-file.ts";
import { parseFiles } from "./parse-files.ts";
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

/**
 * Reads a content folder: the same function for build and check, on all cores where there is much to read. A file whose
 * size and times did not change since the last run costs one stat call.
 * @returns models of the files without errors, in path order, and all problems; never throws for bad content.
 * @example await loadContent({ folder: "content", label: "content", cache: ".cache", program: "1" })
 */
export async function loadContent(options: LoadOptions): Promise<Content> {
  const { folder, label } = options;
  const { editorial, registers, problems: dataProblems, registersKey } = loadEditorial(folder, label);
  const problems: Problem[] = [...dataProblems];
  const cache = openParseCache<Parsed<Entry>>(options.cache, `${options.program}-${registersKey}-${label}`);
  const tree = options.tree ?? readTree(folder, options.cache);
  const listing = listContentFiles(tree, label);
  problems.push(...listing.problems);
  const found = new Map<string, Parsed<Entry> | null>();
  for (const path of listing.files) {
    const state = tree.files.get(path);
    if (state !== undefined) found.set(path, cache.find(path, state)); // Else deleted this instant.
  }
  const unread = [...found.keys()].filter((path) => found.get(path) === null);
  await parseFiles(unread, { folder, label }, registers, (path, parsed) => {
    const state = tree.files.get(path);
    if (state !== undefined) cache.keep(path, state, parsed);
    found.set(path, parsed);
  });
  cache.save();

  const models: Record<Kind, Entry[]> = { articles: [], notices: [], documents: [], pages: [] };
  const broken: string[] = [];
  for (const [path, parsed] of found) {
    if (parsed === null) continue; // parseFiles gives each file or throws.
    problems.push(...parsed.problems);
    if (parsed.model === null) broken.push(folderOf(path));
    else models[kindOf(path)].push(parsed.model);
  }
  const counts = { files: listing.files.length, read: unread.length };
  return { editorial, ...named(models), problems, broken, ...counts };
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
