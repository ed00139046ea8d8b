/**
 * The form of a release's manifest, shared by the publisher, `publish verify` and the page `/kiem-tra/`.
 *
 * The manifest is a root document (`manifest/manifest.json`, signed) that holds the SHA-256 of some lists
 * (`manifest/<prefix>.sha256`); each list holds lines of GNU `sha256sum` for the files whose *path* hashes to that
 * prefix. A reader's browser fetches the root and one list, not the sums of 100,000 files.
 */

/** Folder of the manifest inside the site, with the closing slash. */
export const MANIFEST_FOLDER = "manifest/";

/** Root document: what the signature covers. */
export interface ManifestRoot {
  readonly format: 1;
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
  /** Length of the prefix that shares the files out among the lists: 0 to 3 hexadecimal digits. */
  readonly prefixLength: number;
  /** SHA-256 (lower-case hexadecimal) of each list, by prefix; the one list of prefix length 0 is called `all`. */
  readonly lists: Readonly<Record<string, string>>;
  /** Ed25519 public key (32 bytes, base64) the signature is made with; `null` for an unsigned release. */
  readonly key: string | null;
}

/**
 * Chooses how many hexadecimal digits share the files out, so that a list stays about 10 to 60 KB.
 * @example prefixLengthFor(80_000) // 2: 256 lists of about 310 files
 */
export function prefixLengthFor(files: number): number {
  return files <= 500 ? 0 : files <= 8_000 ? 1 : files <= 130_000 ? 2 : 3;
}

/**
 * Names the list that holds a path.
 * @param pathSha256 SHA-256 of the UTF-8 path in hexadecimal
 * @example listNameFor("4f1c…", 2) // "4f"
 */
export function listNameFor(pathSha256: string, prefixLength: number): string {
  return prefixLength === 0 ? "all" : pathSha256.slice(0, prefixLength);
}

/** Address of a list from the site's front page: `manifest/4f.sha256`. */
export function listPath(name: string): string {
  return `${MANIFEST_FOLDER}${name}.sha256`;
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
  if (!isRoot(value)) throw new RangeError("manifest.json is not a manifest of format 1");
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

function isRoot(value: unknown): value is ManifestRoot {
  if (typeof value !== "object" || value === null) return false;
  // The cast only opens the object for the field checks that follow.
  const root = value as Record<string, unknown>;
  const texts = ["release", "created", "site"].every((name) => typeof root[name] === "string");
  const numbers = ["pages", "files", "bytes", "prefixLength"].every((name) =>
    Number.isSafeInteger(root[name]),
  );
  const nullable = ["commit", "key"].every((name) => root[name] === null || typeof root[name] === "string");
  return root["format"] === 1 && texts && numbers && nullable && isListTable(root["lists"]);
}

function isListTable(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(
    ([name, sum]) =>
      /^(all|[0-9a-f]{1,3})$/.test(name) && typeof sum === "string" && /^[0-9a-f]{64}$/.test(sum),
  );
}
