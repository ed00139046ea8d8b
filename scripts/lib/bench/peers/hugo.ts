import { spawnSync } from "node:child_process";
import { cpSync, linkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contender } from "../contender.ts";
import { once, type Corpus } from "../corpora.ts";
import { CORPUS_SECTIONS } from "../corpus/themes.ts";
import { peerArticles } from "./peer-article.ts";
import { setAside } from "../set-aside.ts";

const FIXTURE = join(import.meta.dirname, "../../../../tests/fixtures/peers/hugo");
const LACKS =
  "related articles (its own `.Related` doubles its time and more); place, author, topic and date archives; picture variants; Atom and JSON feeds; news site map; search; content checks";

/** Version of the `hugo` on the PATH, as `0.111.3`; `null` where there is none. */
export function hugoVersion(): string | null {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" }) as { stdout: string | null };
  return /v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1] ?? null;
}

/** Writes the Hugo site of a corpus below `work` and gives its build. `related` switches its own related pages on. */
export async function hugoContender(
  work: string,
  corpus: Corpus,
  version: string,
  related: boolean,
): Promise<Contender> {
  const site = join(work, `hugo-${corpus.articles}`);
  const output = join(work, `hugo-${corpus.articles}-site`);
  await once(site, corpus.fingerprint, () => writeSite(corpus, site));
  cpSync(FIXTURE, site, { recursive: true });
  return {
    key: related ? "hugo-related" : "hugo",
    name: related ? `Hugo ${version} with .Related` : `Hugo ${version}`,
    lacks: related ? LACKS.replace(/^related[^;]*; /, "") : LACKS,
    prepare: () => setAside(output),
    command: {
      program: "hugo",
      args: ["--quiet", "--source", site, "--destination", output],
      folder: site,
      environment: related ? { HUGO_PARAMS_RELATED: "true" } : {},
    },
    output,
  };
}

function writeSite(corpus: Corpus, site: string): void {
  for (const { key, name } of CORPUS_SECTIONS) {
    mkdirSync(join(site, "content", key), { recursive: true });
    writeFileSync(join(site, "content", key, "_index.md"), `---\ntitle: ${name}\n---\n`);
  }
  for (const { id, section, frontMatter, body, files } of peerArticles(corpus.folder)) {
    const bundle = join(site, "content", section, id.replaceAll("/", "-"));
    mkdirSync(bundle, { recursive: true });
    const fields = frontMatter.replace(/^lead: /m, "description: ");
    writeFileSync(join(bundle, "index.md"), `---\n${fields}\n---\n${body}`);
    for (const name of files) linkSync(join(corpus.folder, "articles", id, name), join(bundle, name));
  }
}
