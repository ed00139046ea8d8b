import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contender } from "./contender.ts";
import { copyContent, filesBelow, once, type Corpus } from "./corpora.ts";
import { CORPUS_DEFAULTS } from "./corpus/generate.ts";
import type { Command } from "./measure-process.ts";
import { ASIDE, setAside } from "./set-aside.ts";

const PROJECT = join(import.meta.dirname, "../../..");

/** Parts of the cache that a cold build keeps: pictures are encoded once in their life. */
const PICTURES = new Set(["pictures", "share-images"]);

/** The portal's builds of one corpus. */
export interface PortalContenders {
  /** Everything but pictures made anew, without the search index. */
  readonly cold: Contender;
  /** The same with the search index. Leaves output and cache as the warm builds expect them. */
  readonly coldSearch: Contender;
  /** A new process, nothing changed since the run before. */
  readonly warm: Contender;
  /** A new process after the newest article got another sentence in its lead and its text. */
  readonly edited: Contender;
  /** The same of an article from the middle of the archive. */
  readonly editedOld: Contender;
  /** Fills the picture cache. Not measured. */
  readonly prime: Command;
}

/** Copies a corpus below `work`, so that it may be edited, and gives the builds of the portal. */
export async function portalContenders(work: string, corpus: Corpus): Promise<PortalContenders> {
  const home = join(work, `portal-${corpus.articles}`);
  const content = join(home, "content");
  const output = join(home, "site");
  const cache = join(home, "cache");
  await once(home, corpus.fingerprint, () => copyContent(corpus.folder, content));
  const edit = (article: string | null): Contender["prepare"] => {
    if (article === null) return () => undefined;
    const original = readFileSync(join(corpus.folder, article), "utf8");
    return (round) => {
      replaceFile(join(content, article), editArticle(original, round));
    };
  };
  const empty = (): void => {
    setAside(output);
    emptyCache(cache);
  };
  const contender = (
    key: string,
    name: string,
    flags: readonly string[],
    prepare: Contender["prepare"],
  ): Contender => ({
    key,
    name: `Trang Tin, ${name}`,
    lacks: null,
    prepare,
    command: buildCommand({ content, output, cache }, flags),
    output,
  });
  return {
    cold: contender("portal-cold", "cold, without search", ["--no-search"], empty),
    coldSearch: contender("portal-cold-search", "cold, with search", [], empty),
    warm: contender("portal-warm", "nothing changed", [], () => undefined),
    edited: contender("portal-edited", "newest article edited", [], edit(newestArticle(content))),
    editedOld: contender("portal-edited-old", "old article edited", [], edit(middleArticle(content))),
    prime: buildCommand({ content, output, cache }, ["--no-search"]),
  };
}

/**
 * Adds a sentence to the lead and one to the end of the text.
 * @example editArticle("---\nlead: A\n---\nB\n", 0) // "---\nlead: A Cập nhật lần 1.\n---\nB\n\nCập nhật lần 1.\n"
 */
export function editArticle(text: string, round: number): string {
  const sentence = `Cập nhật lần ${round + 1}.`;
  const lead = text.replace(
    /^(lead: .*?)("?)$/m,
    (_, start: string, quote: string) => `${start} ${sentence}${quote}`,
  );
  return `${lead}\n${sentence}\n`;
}

/** Removes everything from a build cache but its pictures. */
export function emptyCache(cache: string): void {
  for (const name of listed(cache)) if (!PICTURES.has(name) && name !== ASIDE) setAside(join(cache, name));
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Not made yet.
  }
}

function buildCommand(
  folders: { content: string; output: string; cache: string },
  flags: readonly string[],
): Command {
  const { words, environment } = buildScript();
  return {
    program: process.execPath,
    environment,
    args: [
      ...words,
      ...["--content", folders.content, "--output", folders.output, "--cache", folders.cache],
      ...["--now", `${CORPUS_DEFAULTS.until}T08:00:00+07:00`],
      ...["--base-url", "https://tuyengiao-mau.example/", "--quiet"],
      ...flags,
    ],
    folder: PROJECT,
  };
}

/** What `npm run build` starts Node with: `NAME=value … node …`. */
function buildScript(): { readonly words: readonly string[]; readonly environment: Record<string, string> } {
  const manifest = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    readonly scripts: { readonly build: string }; // Our own file.
  };
  const [before = "", after = ""] = manifest.scripts.build.split(/(?<=^| )node /);
  const settings = Array.from(
    before.matchAll(/(\w+)=(\S+)/g),
    ([, name = "", value = ""]) => [name, value] as const,
  );
  return { words: after.split(" "), environment: Object.fromEntries(settings) };
}

/** Path of the newest article from the content folder, `null` where there is none. */
export function newestArticle(content: string): string | null {
  let newest: { path: string; date: string } | null = null;
  const articles = articlesIn(content);
  // Folders are named by year and month, so the newest lies in the last of them.
  const last = articles.at(-1)?.slice(0, "articles/2026/10/".length);
  for (const path of articles.filter((article) => last !== undefined && article.startsWith(last))) {
    const date = /^date: (.*)$/m.exec(readFileSync(join(content, path), "utf8"))?.[1] ?? "";
    if (newest === null || date > newest.date) newest = { path, date };
  }
  return newest?.path ?? null;
}

/** Path of the article in the middle of all, by year and month. */
function middleArticle(content: string): string | null {
  const articles = articlesIn(content);
  return articles[Math.floor(articles.length / 2)] ?? null;
}

function articlesIn(content: string): readonly string[] {
  return filesBelow(content).filter((path) => path.startsWith("articles/") && path.endsWith(".md"));
}

/** Saves a file as careful editors do: written aside, then renamed. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
