import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import type { SearchRecord } from "../record.ts";
import type { IndexedDocument } from "./document.ts";
import { packResult } from "./result-file.ts";

/** All that a part needs of a page; the cache keeps it, so that an edit of one page prepares one page. */
export interface PreparedPage {
  /** Address and hash of the content: `/2022/07/so-ket/#1f3a…`. */
  readonly key: string;
  /** Terms separated by spaces, as in `IndexedDocument`. */
  readonly head: string;
  readonly body: string;
  readonly fingerprints: readonly number[];
  readonly section: string | null;
  readonly place: string | null;
  readonly kind: SearchRecord["kind"];
  /** `20220708`, 0 for none. */
  readonly day: number;
  readonly result: ResultFile;
}

/** The result file of a page: its bytes, or the file of the cache that has them. */
export type ResultFile = Uint8Array | { readonly file: string };

/** What the cache keeps of a page beside its result file. */
type CachedPage = Omit<PreparedPage, "result"> & { readonly id: string };

/** Names pages by address and content. */
export function pageKey(url: string, contentHash: string): string {
  return `${url}#${contentHash}`;
}

/** Prepares a page from its record. */
export function preparePage(key: string, record: SearchRecord, document: IndexedDocument): PreparedPage {
  return {
    key,
    head: document.head.join(" "),
    body: document.body.join(" "),
    fingerprints: document.fingerprints,
    section: record.section,
    place: record.place,
    kind: record.kind,
    day: record.date === null ? 0 : Number(record.date.slice(0, 10).replaceAll("-", "")),
    result: packResult(record),
  };
}

/** The files that keep the pages of a part in its folder of the cache. */
export function keepPages(
  pages: readonly PreparedPage[],
  ids: ReadonlyMap<string, string>,
): readonly { readonly path: string; readonly content: Uint8Array }[] {
  const cached = pages.map(({ key, head, body, fingerprints, section, place, kind, day }): CachedPage => ({
    ...{ key, head, body, fingerprints, section, place, kind, day },
    id: ids.get(key) ?? "",
  }));
  return [
    { path: "keys.json", content: Buffer.from(JSON.stringify(pages.map(({ key }) => key))) },
    { path: "pages.json.gz", content: gzipSync(JSON.stringify(cached), { level: constants.Z_BEST_SPEED }) },
  ];
}

/** The keys of the pages that a folder of the cache keeps; none when there is no such folder. */
export function keptKeys(folder: string | null): ReadonlySet<string> {
  if (folder === null) return new Set();
  return new Set(JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")) as readonly string[]); // written above
}

/** The pages that a folder of the cache keeps, by key. */
export function keptPages(folder: string | null): ReadonlyMap<string, PreparedPage> {
  if (folder === null) return new Map();
  const text = gunzipSync(readFileSync(join(folder, "pages.json.gz"))).toString("utf8");
  const cached = JSON.parse(text) as readonly CachedPage[]; // written above
  return new Map(
    cached.map(({ id, ...page }) => [
      page.key,
      { ...page, result: { file: join(folder, `fragment/${id}.pf_fragment`) } },
    ]),
  );
}
