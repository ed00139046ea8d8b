import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { CORPUS_DEFAULTS, generateCorpus } from "./corpus/generate.ts";

/** A corpus on disk and the fingerprint of what is in it. */
export interface Corpus {
  readonly folder: string;
  readonly articles: number;
  readonly fingerprint: string;
}

/**
 * Gives a corpus of that many articles below `work`, generating it where it is missing or comes from another version of
 * the generator.
 */
export async function provideCorpus(work: string, articles: number): Promise<Corpus> {
  const folder = join(work, `corpus-${articles}`);
  const fingerprint = hashOfGenerator();
  await once(folder, fingerprint, () => generateCorpus({ ...CORPUS_DEFAULTS, folder, articles }));
  return { folder, articles, fingerprint };
}

/**
 * Makes a folder anew unless it was made with this stamp before: an interrupted or outdated one is removed first.
 */
export async function once(folder: string, stamp: string, make: () => Promise<void> | void): Promise<void> {
  const mark = `${folder}.stamp`;
  if (existsSync(folder) && existsSync(mark) && readFileSync(mark, "utf8") === stamp) return;
  rmSync(mark, { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make();
  writeFileSync(mark, stamp);
}

/** Copies a content folder: Markdown and YAML as files that may be edited, everything else as hard links. */
export function copyContent(from: string, to: string): void {
  for (const path of filesBelow(from)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    if (/\.(md|yml)$/.test(path)) cpSync(join(from, path), join(to, path), { preserveTimestamps: true });
    else linkSync(join(from, path), join(to, path));
  }
}

/** Paths of all files below a folder, sorted, relative to it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function hashOfGenerator(): string {
  const hash = createHash("sha256");
  const folder = join(import.meta.dirname, "corpus");
  for (const path of filesBelow(folder)) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest("hex").slice(0, 16);
}
