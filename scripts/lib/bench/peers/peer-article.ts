import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../corpora.ts";

/** An article of the corpus in the form that other generators read. */
export interface PeerArticle {
  /** `2022/07/slug`. */
  readonly id: string;
  readonly section: string;
  /** Lines of YAML between the marks, without `section`; dates in ISO 8601. */
  readonly frontMatter: string;
  /** CommonMark with tables and footnotes; our containers (`:::`) are taken off, their content stays. */
  readonly body: string;
  /** Names of the files beside it. */
  readonly files: readonly string[];
}

/** Reads the articles of a corpus one by one, in path order. */
export function* peerArticles(corpus: string): Generator<PeerArticle> {
  const articles = join(corpus, "articles");
  const files = Map.groupBy(filesBelow(articles), (path) => path.slice(0, path.lastIndexOf("/")));
  for (const [id, paths] of files) {
    const names = paths.map((path) => path.slice(id.length + 1)).filter((name) => name !== "index.md");
    yield { id, files: names, ...translateArticle(readFileSync(join(articles, id, "index.md"), "utf8")) };
  }
}

/**
 * Translates the text of an `index.md`.
 * @throws Error where it does not begin with front matter.
 */
export function translateArticle(text: string): Pick<PeerArticle, "section" | "frontMatter" | "body"> {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (head === undefined || body === undefined) throw new Error(`No front matter in ${text.slice(0, 60)}`);
  return {
    section: /^section: (\S+)$/m.exec(head)?.[1] ?? "tin-tuc",
    frontMatter: head.replace(/^section: .*\n/m, "").replace(/^date: (\S+) (\S+)$/m, "date: $1T$2:00+07:00"),
    body: body.replace(/^:::.*\n/gm, ""),
  };
}
