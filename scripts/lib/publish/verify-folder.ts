import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { MANIFEST_FOLDER, type ManifestRoot } from "#domain/manifest.ts";
import { compareFiles, type Differences } from "./compare-files.ts";
import { checkRoot } from "./live-release.ts";
import { ManifestError, readLists } from "./manifest-lists.ts";
import { isReleaseId } from "./release.ts";
import { scanFolder } from "./scan-folder.ts";
import { parseSiteAddress } from "./site-address.ts";

/** Result of comparing a site with its signed manifest. */
export interface Verification extends Differences {
  readonly root: ManifestRoot;
}

/**
 * Compares a folder with its manifest: a folder of releases (the live one and the kept files), one release, or a site.
 * @param publicKey base64; `null` accepts the key that the manifest names
 * @throws ManifestError where the manifest itself is missing or not as signed
 */
export async function verifyFolder(folder: string, publicKey: string | null): Promise<Verification> {
  const isRoot = existsSync(`${folder}/current/site`);
  const named = isRoot ? `${folder}/current` : folder;
  // The release that is live now, to the end, also where a publish switches to another meanwhile.
  const site = findSite(existsSync(named) ? realpathSync(named) : named);
  const { root, files, own } = await readManifest(site, publicKey);
  const { files: scanned, irregular } = await scanFolder(site);
  const found = new Map(
    scanned.filter(({ path }) => !own.has(path)).map(({ path, sha256 }) => [path, sha256]),
  );
  for (const path of irregular) found.set(path, "not a plain file");
  const differences = compareFiles(files, found);
  if (!isRoot) return { root, ...differences };
  const foreign = await foreignKeptFiles(folder, publicKey);
  return { root, ...differences, extra: [...differences.extra, ...foreign] };
}

interface Manifest {
  readonly root: ManifestRoot;
  readonly files: ReadonlyMap<string, string>;
  /** The manifest's own files. */
  readonly own: ReadonlySet<string>;
}

async function readManifest(site: string, publicKey: string | null): Promise<Manifest> {
  const rootFile = `${MANIFEST_FOLDER}manifest.json`;
  const signatureFile = `${MANIFEST_FOLDER}manifest.sig`;
  if (!existsSync(`${site}/${rootFile}`))
    throw new ManifestError(`${site}/${rootFile}: no manifest; was this published?`);
  const signature = existsSync(`${site}/${signatureFile}`)
    ? readFileSync(`${site}/${signatureFile}`, "utf8")
    : null;
  const root = checkRoot(readFileSync(`${site}/${rootFile}`, "utf8"), signature, publicKey);
  const { files, lists } = await readLists(root, (paths) =>
    paths.map((path) => (existsSync(`${site}/${path}`) ? readFileSync(`${site}/${path}`, "utf8") : "")),
  );
  return { root, files, own: new Set([rootFile, signatureFile, ...lists.keys()]) };
}

/** The site's own folder inside a release, below the base path. */
function findSite(folder: string): string {
  const address = `${folder}/server/site-url.txt`;
  if (!existsSync(address)) return existsSync(`${folder}/site`) ? `${folder}/site` : folder;
  const { basePath } = parseSiteAddress(readFileSync(address, "utf8").trim());
  return `${folder}/site${basePath.replace(/\/$/, "")}`;
}

/** Kept files are served too, so each must be a file of some release that is still here. */
async function foreignKeptFiles(folder: string, publicKey: string | null): Promise<readonly string[]> {
  const known = new Set<string>();
  for (const id of readdirSync(`${folder}/releases`).filter(isReleaseId)) {
    const site = findSite(`${folder}/releases/${id}`);
    const prefix = site.slice(`${folder}/releases/${id}/site`.length).replace(/^\//, "");
    const { files } = await readManifest(site, publicKey);
    for (const [path, sum] of files) known.add(`${prefix === "" ? "" : `${prefix}/`}${path} ${sum}`);
  }
  const { files } = await scanFolder(`${folder}/kept`);
  return files
    .filter(({ path, sha256 }) => !known.has(`${path} ${sha256}`))
    .map(({ path }) => `kept/${path}`);
}
