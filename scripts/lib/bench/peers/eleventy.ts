import { cpSync, existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contender } from "../contender.ts";
import { once, type Corpus } from "../corpora.ts";
import { peerArticles } from "./peer-article.ts";
import { setAside } from "../set-aside.ts";

const PROJECT = join(import.meta.dirname, "../../../..");
const FIXTURE = join(PROJECT, "tests/fixtures/peers/eleventy");
const PACKAGE = join(PROJECT, "node_modules/@11ty/eleventy");

/** Writes the idiomatic Eleventy site of a corpus below `work` and gives its build. */
export async function eleventyContender(work: string, corpus: Corpus): Promise<Contender> {
  const site = join(work, `eleventy-${corpus.articles}`);
  const output = join(work, `eleventy-${corpus.articles}-site`);
  await once(site, corpus.fingerprint, () => writeArticles(corpus, site));
  cpSync(FIXTURE, site, { recursive: true });
  if (!existsSync(join(site, "node_modules")))
    symlinkSync(join(PROJECT, "node_modules"), join(site, "node_modules"));
  return {
    key: "eleventy",
    name: `Eleventy ${eleventyVersion()}, idiomatic`,
    lacks:
      "place, author, topic and date archives; picture variants; RSS and JSON feeds; news site map; search; content checks",
    prepare: () => setAside(output),
    command: {
      program: process.execPath,
      args: [join(PACKAGE, "cmd.cjs"), "--quiet", `--output=${output}`],
      folder: site,
    },
    output,
  };
}

function writeArticles(corpus: Corpus, site: string): void {
  for (const { id, section, frontMatter, body, files } of peerArticles(corpus.folder)) {
    const folder = join(site, "content/articles", id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.md"), `---\n${frontMatter}\nsection: ${section}\n---\n${body}`);
    for (const name of files) linkSync(join(corpus.folder, "articles", id, name), join(folder, name));
  }
}

function eleventyVersion(): string {
  // The manifest of an installed package always has a version.
  return (JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string }).version;
}
