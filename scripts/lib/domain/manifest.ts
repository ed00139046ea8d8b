/**
 * The form of a release's manifest, shared by the publisher, `publish verify` and the page `/kiem-tra/`.
 *
 * The manifest is a tree of sums. Its root (`manifest/manifest.json`, signed) holds the SHA-256 of lists
 * (`manifest/4f.sha256`) of GNU `sha256sum` lines. A list of the last level names the files whose *path* hashes to its
 * prefix; a list above names the lists below it (`manifest/4f1.sha256`). So one changed file changes one short list of
 * each level, and a reader's browser fetches one list of each level, not the sums of 100,000 files.
 */

/** Folder of the manifest inside the site, with the closing slash. */
export const MANIFEST_FOLDER = "manifest/";

/** Root document: what the signature covers. */
export interface ManifestRoot {
  readonly format: 2;
  /** Release identity: `20260717T093012Z-4f1c2a9`. */
  readonly release: string;
  /** ISO 8601 in UTC, to the second. */
  readonly created: string;
  /** Public address of the front page, with the closing slash: `https://btg.example.vn/`. */
  readonly site: string;
  /** Commit the site was built from; `null` where unknown. */
  readonly commit: string | null;
  readonly pages: number;
  readonly files: number;
  /** Sum of all file sizes, compressed variants included. */
  readonly bytes: number;
  /** Hexadecimal digits in the names of each level's lists, from the root downwards: `[]` for the one list `all`. */
  readonly levels: readonly number[];
  /** SHA-256 (lower-case hexadecimal) of each list of the first level, by name. */
  readonly lists: Readonly<Record<string, string>>;
  /** Ed25519 public key (32 bytes, base64) the signature is made with; `null` for an unsigned release. */
  readonly key: string | null;
}

/**
 * Chooses the levels of lists, so that a list of files has about 2 to 32 lines and a list of lists 16.
 * @example listLevelsFor(80_000) // [2, 3]: 256 lists of 16 lists of about 20 files
 */
export function listLevelsFor(files: number): readonly number[] {
  const digits = Math.min(MOST_DIGITS, Math.ceil(Math.log(files / FILES_IN_A_LIST) / Math.log(16)));
  if (digits <= 0) return [];
  return digits <= 2 ? [digits] : Array.from({ length: digits - 1 }, (_, level) => level + 2);
}

/**
 * Names the lists that lead to a path, from the root downwards.
 * @param subjectSha256 SHA-256 in hexadecimal of `listSubject(path)` in UTF-8
 * @example listNamesFor("4f1c…", [2, 3]) // ["4f", "4f1"]
 */
export function listNamesFor(
  subjectSha256: string,
  levels: readonly number[],
): readonly [string, ...string[]] {
  const [first, ...below] = levels.map((digits) => subjectSha256.slice(0, digits));
  return first === undefined ? ["all"] : [first, ...below];
}

/**
 * What is hashed to find a path's list: a page and its compressed forms, which change together, share one.
 * @example listSubject("2022/07/x/index.html.br") // "2022/07/x/index.html"
 */
export function listSubject(path: string): string {
  return path.replace(/\.(br|gz)$/, "");
}

/** Address of a list from the site's front page: `manifest/4f.sha256`. */
export function listPath(name: string): string {
  return `${MANIFEST_FOLDER}${name}.sha256`;
}

/** Name of the list at an address; `null` for every other path. @example listNameOf("manifest/4f.sha256") // "4f" */
export function listNameOf(path: string): string | null {
  return /^manifest\/(all|[0-9a-f]{1,5})\.sha256$/.exec(path)?.[1] ?? null;
}

/**
 * Writes one list as `sha256sum --check` reads it, sorted by path.
 * @param entries path → SHA-256
 */
export function formatList(entries: Iterable<readonly [path: string, sha256: string]>): string {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join("");
}

/**
 * Reads one list back.
 * @throws RangeError for a line that is not `<64 hexadecimal digits>  <path>`
 */
export function parseList(text: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    if (!/^[0-9a-f]{64} {2}[^\0]+$/.test(line))
      throw new RangeError(`not a sha256sum line: ${line.slice(0, 100)}`);
    entries.set(line.slice(66), line.slice(0, 64));
  }
  return entries;
}

/**
 * Reads a root document.
 * @throws RangeError where the text is not JSON or a field is missing or of another type
 */
export function parseManifestRoot(text: string): ManifestRoot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError("manifest.json is not JSON");
  }
  if (!isRoot(value)) throw new RangeError("manifest.json is not a manifest of format 2");
  return value;
}

/**
 * Shows a key or sum as people read it aloud: groups of four, upper case.
 * @example groupHex("4f1c2a9b…", 16) // "4F1C 2A9B …"
 */
export function groupHex(hex: string, digits: number): string {
  return (
    hex
      .slice(0, digits)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(" ");
}

const FILES_IN_A_LIST = 32;
const MOST_DIGITS = 5;

function isRoot(value: unknown): value is ManifestRoot {
  if (typeof value !== "object" || value === null) return false;
  // The cast only opens the object for the field checks that follow.
  const root = value as Record<string, unknown>;
  const texts = ["release", "created", "site"].every((name) => typeof root[name] === "string");
  const numbers = ["pages", "files", "bytes"].every((name) => Number.isSafeInteger(root[name]));
  const nullable = ["commit", "key"].every((name) => root[name] === null || typeof root[name] === "string");
  return (
    root["format"] === 2 &&
    texts &&
    numbers &&
    nullable &&
    isLevels(root["levels"]) &&
    isListTable(root["lists"])
  );
}

function isLevels(value: unknown): boolean {
  return Array.isArray(value) && value.every((digits) => Number.isSafeInteger(digits) && digits > 0);
}

function isListTable(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(
    ([name, sum]) =>
      listNameOf(listPath(name)) !== null && typeof sum === "string" && /^[0-9a-f]{64}$/.test(sum),
  );
}
