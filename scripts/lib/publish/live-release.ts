import { MANIFEST_FOLDER, parseManifestRoot, type ManifestRoot } from "#domain/manifest.ts";
import { ManifestError, readLists } from "./manifest-lists.ts";
import { parsePublished } from "./published-addresses.ts";
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
  const [text, signature, texts, published] = await Promise.all([
    target.read(id, `${folder}${MANIFEST_FOLDER}manifest.json`),
    target.read(id, `${folder}${MANIFEST_FOLDER}manifest.sig`),
    target.readLists(id, `${folder}${MANIFEST_FOLDER}`),
    target.read(id, `${folder}published.txt`),
  ]);
  if (text === null) throw new ManifestError(`${id}: manifest.json is missing`);
  const root = checkRoot(text, signature, publicKey);
  const { files, lists } = await readLists(root, (paths) =>
    paths.map((path) => texts.get(path.slice(MANIFEST_FOLDER.length)) ?? ""),
  );
  const unlisted = [
    `${MANIFEST_FOLDER}manifest.json`,
    ...(root.key === null ? [] : [`${MANIFEST_FOLDER}manifest.sig`]),
  ];
  const everything = new Map([...files, ...lists, ...unlisted.map((path) => [path, ""] as const)]);
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

/** The site lies under its base path, which `server/site-url.txt` tells. */
async function findSiteFolder(target: ReleaseFolder, id: string): Promise<string> {
  const address = await target.read(id, "server/site-url.txt");
  return address === null ? "site/" : `site${parseSiteAddress(address.trim()).basePath}`;
}
