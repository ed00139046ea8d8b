import { constants, gunzipSync, gzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import type { FacetTable } from "../manifest.ts";
import { SEARCH_KIND_LABELS, type SearchKind } from "../record.ts";
import type { PreparedPage, ResultFile } from "./prepared-page.ts";

/** A file of a bundle. */
export interface BundleFile {
  readonly path: string;
  readonly content: ResultFile;
}

/** What Pagefind made. */
type MadeFiles = readonly { readonly path: string; readonly content: Uint8Array }[];

/** The files of one part by path, its table of filter values, and the id of the result of each page by its key. */
export interface Bundle {
  readonly files: readonly BundleFile[];
  readonly facets: FacetTable;
  readonly ids: ReadonlyMap<string, string>;
}

/** Bytes of a result file that surely hold its address. */
const FRAGMENT_START = 600;
const KINDS = Object.keys(SEARCH_KIND_LABELS) as readonly SearchKind[]; // the keys of that record are its type
/** What our search page loads; Pagefind’s own interfaces are left out. */
const RUNTIME = /^(?:pagefind\.js|wasm\.unknown\.pagefind)$/;
const DATA = /^(?:pagefind-entry\.json|index\/.*)$/;
const OWN_PREFIX = /^vi_/;
/** A page in Pagefind’s list, in CBOR: an array of its id, its number of words and no date. */
const LISTED_PAGE = /(\x83[\x60-\x77])(vi_[\da-f]+)(?:[\x00-\x17]|\x18[^]|\x19[^]{2}|\x1a[^]{4})\x60/g;

/** Settles when the service has done what it was asked last: with two indexes at a time it takes twice the memory. */
let idle: Promise<unknown> = Promise.resolve();

/**
 * Indexes pages through Pagefind’s Node API and gives the files of the bundle, with the text for readers put
 * into the result files instead of the indexed terms. The root part (0) also has Pagefind’s program.
 * Bundles are made one after the other, in whatever order they are asked for.
 *
 * @throws {Error} with Pagefind’s own words when it refuses a page.
 */
export async function makeBundle(
  pages: readonly PreparedPage[],
  textOf: (page: PreparedPage) => string,
  part: number,
): Promise<Bundle> {
  const made = idle.then(() => indexPages(pages, textOf));
  idle = made.catch(() => undefined);
  return withDisplayText(await made, new Map(pages.map((page) => [page.key, page])), part);
}

/** Stops Pagefind’s service; a process that made bundles calls it once at its end. */
export async function closePagefind(): Promise<void> {
  await close();
}

async function indexPages(
  pages: readonly PreparedPage[],
  textOf: (page: PreparedPage) => string,
): Promise<MadeFiles> {
  const { index, errors } = await createIndex({ forceLanguage: "vi" });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  const replies = await Promise.all(
    // The hash in the key makes Pagefind name the result file after the text for readers, too.
    pages.map((page) =>
      index.addCustomRecord({ url: page.key, content: textOf(page) || "-", language: "vi" }),
    ),
  );
  const refused = [...errors, ...replies.flatMap((reply) => reply.errors)];
  if (refused.length > 0) throw new Error(`Pagefind refused pages: ${refused.slice(0, 5).join("; ")}`);
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`Pagefind made no index: ${made.errors.join("; ")}`);
  await index.deleteIndex();
  return made.files;
}

function withDisplayText(made: MadeFiles, pages: ReadonlyMap<string, PreparedPage>, part: number): Bundle {
  const files: BundleFile[] = [];
  const sections = new Map<string, number>();
  const places = new Map<string, number>();
  const rows: [string, readonly [number, number, number, number]][] = [];
  const ids = new Map<string, string>();
  for (const { path, content } of made) {
    if (path.startsWith("fragment/")) {
      const page = pages.get(readFragmentUrl(content));
      if (page === undefined) throw new Error(`Pagefind made a result of an unknown page: ${path}`);
      const id = idIn(part, path.slice("fragment/".length, -".pf_fragment".length));
      files.push({ path: `fragment/${id}.pf_fragment`, content: page.result });
      rows.push([id, rowOf(page, sections, places)]);
      ids.set(page.key, id);
    } else if (path.endsWith(".pf_meta")) {
      files.push({ path, content: withIdsOf(part, content, pages.size) });
    } else if (DATA.test(path) || (part === 0 && RUNTIME.test(path))) {
      files.push({ path, content });
    }
  }
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files,
    facets: { sections: [...sections.keys()], places: [...places.keys()], pages: Object.fromEntries(rows) },
    ids,
  };
}

/** The name of a result in all parts: Pagefind’s own are too short to differ between parts. */
function idIn(part: number, id: string): string {
  return id.replace(OWN_PREFIX, `${String(part).padStart(2, "0")}_`);
}

/**
 * Puts the names of results into the list of pages, which a first search fetches whole. The number of words
 * of each page, of no use to us, becomes 1: a fifth less to fetch.
 */
function withIdsOf(part: number, content: Uint8Array, pages: number): Uint8Array {
  let found = 0;
  const text = gunzipSync(content)
    .toString("latin1")
    .replace(LISTED_PAGE, (_, start: string, id: string) => {
      found += 1;
      return `${start}${idIn(part, id)}\x01\x60`;
    });
  if (found !== pages) throw new Error("Pagefind wrote its list of pages in a form we do not know");
  return gzipSync(Buffer.from(text, "latin1"), { level: 9 });
}

/** The address in a result file; Pagefind writes it first, so the rest need not be unpacked. */
function readFragmentUrl(content: Uint8Array): string {
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  for (const part of [content.subarray(0, FRAGMENT_START), content]) {
    const text = gunzipSync(part, options).toString("utf8");
    const url = /^pagefind_dcd\{"url":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
    if (url !== undefined) return String(JSON.parse(url));
  }
  throw new Error("Pagefind wrote a result file in a form we do not know");
}

function rowOf(
  page: PreparedPage,
  sections: Map<string, number>,
  places: Map<string, number>,
): readonly [number, number, number, number] {
  const numberOf = (values: Map<string, number>, value: string | null): number => {
    if (value === null) return -1;
    const known = values.get(value) ?? values.size;
    values.set(value, known);
    return known;
  };
  return [numberOf(sections, page.section), numberOf(places, page.place), KINDS.indexOf(page.kind), page.day];
}
