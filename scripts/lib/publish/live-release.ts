import {
  listPath,
  MANIFEST_FOLDER,
  parseList,
  parseManifestRoot,
  type ManifestRoot,
} from "#domain/manifest.ts";
import { sha256 } from "./hash-files.ts";
import { parsePublished } from "./published-addresses.ts";
import { makeLists } from "./release.ts";
import { isSignedBy } from "./signature.ts";
import { parseSiteAddress } from "./site-address.ts";
import type { ReleaseFolder } from "./targets/release-folder.ts";

/** A complete release as it lies on a target, its manifest checked. */
export interface LiveRelease {
  readonly id: string;
  readonly root: ManifestRoot;
  /** Folder of the site inside the release, with the base path: `site/` or `site/btg/`. */
  readonly folder: string;
  /** Path inside the site → SHA-256, of every file the manifest lists. */
  readonly files: ReadonlyMap<string, string>;
  /** The same with the manifest's own files, whose sums are "" where nothing records them. */
  readonly everything: ReadonlyMap<string, string>;
  readonly published: readonly string[];
}

/** Thrown where a manifest does not fit its own signature or sums. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

/**
 * Reads a release's manifest from a target.
 * @param publicKey the key it must be signed with; `null` accepts the key that it names
 * @throws ManifestError where it is missing, not signed as expected, or its lists are not those that were signed
 */
export async function readLiveRelease(
  target: ReleaseFolder,
  id: string,
  publicKey: string | null,
): Promise<LiveRelease> {
  const folder = await findSiteFolder(target, id);
  const [text, signature, lists, published] = await Promise.all([
    target.read(id, `${folder}${MANIFEST_FOLDER}manifest.json`),
    target.read(id, `${folder}${MANIFEST_FOLDER}manifest.sig`),
    target.readLists(id, `${folder}${MANIFEST_FOLDER}`),
    target.read(id, `${folder}published.txt`),
  ]);
  if (text === null) throw new ManifestError(`${id}: manifest.json is missing`);
  const root = checkRoot(text, signature, publicKey);
  const files = parseList(lists);
  checkAllLists(root, files);
  const everything = new Map([...files, ...manifestFiles(root)]);
  return { id, root, folder, files, everything, published: parsePublished(published ?? "") };
}

/**
 * Checks the signature of a root document and reads it.
 * @throws ManifestError with what is wrong
 */
export function checkRoot(text: string, signature: string | null, publicKey: string | null): ManifestRoot {
  const root = parseManifestRoot(text);
  const key = publicKey ?? root.key;
  if (key === null) return root;
  if (signature === null) throw new ManifestError(`${root.release}: not signed`);
  if (!isSignedBy(text, signature.trim(), key)) {
    throw new ManifestError(`${root.release}: the signature does not fit the manifest and the key`);
  }
  return root;
}

/**
 * Checks that a list is the one the root speaks of, and reads it.
 * @throws ManifestError where it is another
 */
export function checkList(root: ManifestRoot, name: string, text: string): ReadonlyMap<string, string> {
  if (sha256(text) !== root.lists[name])
    throw new ManifestError(`${listPath(name)} is not the list that was signed`);
  return parseList(text);
}

/** Sorts the files into lists again and compares each with what was signed. */
function checkAllLists(root: ManifestRoot, files: ReadonlyMap<string, string>): void {
  const lists = makeLists(files, root.prefixLength);
  const names = new Set([...lists.keys(), ...Object.keys(root.lists)]);
  for (const name of names) checkList(root, name, lists.get(name) ?? "");
}

function manifestFiles(root: ManifestRoot): readonly (readonly [string, string])[] {
  const own = [
    `${MANIFEST_FOLDER}manifest.json`,
    ...(root.key === null ? [] : [`${MANIFEST_FOLDER}manifest.sig`]),
  ];
  const lists = Object.entries(root.lists).map(([name, sum]) => [listPath(name), sum] as const);
  return [...own.map((path) => [path, ""] as const), ...lists];
}

/** The site lies under its base path, which `server/site-url.txt` tells. */
async function findSiteFolder(target: ReleaseFolder, id: string): Promise<string> {
  const address = await target.read(id, "server/site-url.txt");
  return address === null ? "site/" : `site${parseSiteAddress(address.trim()).basePath}`;
}
