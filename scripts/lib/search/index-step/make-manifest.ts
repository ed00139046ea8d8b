import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packVocabulary, type SearchManifest } from "../manifest.ts";
import type { Part } from "./part.ts";
import type { PartFrequencies } from "./make-part.ts";

/** A manifest to make, of parts that the cache has. */
export interface ManifestJob {
  readonly kind: "manifest";
  readonly cache: string;
  readonly parts: readonly ManifestPart[];
}

interface ManifestPart {
  readonly key: string;
  readonly folder: string;
  readonly pages: number;
}

/** What the manifest of these parts is made from. */
export function manifestJob(parts: readonly Part[], cache: string): ManifestJob {
  return {
    kind: "manifest",
    cache,
    parts: parts.map(({ key, folder, sources }) => ({ key, folder, pages: sources.length })),
  };
}

/** The name of the manifest’s file in the cache. */
export function manifestName(parts: readonly Pick<Part, "key">[]): string {
  return `manifest-${tagOf(parts)}.json`;
}

/** Makes search.json in the cache, in one step. */
export function makeManifest({ cache, parts }: ManifestJob): void {
  const frequencies = new Map<string, number>();
  for (const { key } of parts) {
    const text = readFileSync(join(cache, key, "frequencies.json"), "utf8");
    const own = JSON.parse(text) as PartFrequencies; // written by the part worker of this format
    for (const [term, count] of own) frequencies.set(term, (frequencies.get(term) ?? 0) + count);
  }
  const documents = parts.reduce((sum, { pages }) => sum + pages, 0);
  const sorted = new Map([...frequencies].sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest: SearchManifest = {
    format: 1,
    tag: tagOf(parts),
    documents,
    parts: parts.filter(({ folder, pages }) => folder === "" || pages > 0).map(({ folder }) => folder),
    vocabulary: packVocabulary(sorted, documents),
  };
  const name = manifestName(parts);
  const unfinished = join(cache, `${name}.unfinished-${process.pid}`);
  writeFileSync(unfinished, JSON.stringify(manifest));
  renameSync(unfinished, join(cache, name));
}

function tagOf(parts: readonly Pick<Part, "key">[]): string {
  return createHash("sha256")
    .update(parts.map((part) => part.key).join())
    .digest("hex")
    .slice(0, 10);
}
