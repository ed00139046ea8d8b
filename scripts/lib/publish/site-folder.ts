import { existsSync, readFileSync } from "node:fs";
import { parseRedirects, RedirectError, type Redirect } from "./redirects.ts";
import { scanFolder, type FolderScan } from "./scan-folder.ts";

/** A finished site as `npm run build` leaves it. */
export interface SiteFolder extends FolderScan {
  readonly folder: string;
  /** Public paths of all pages, base path included, as `paths.json` lists them. */
  readonly paths: readonly string[];
  readonly redirects: readonly Redirect[];
}

/** Thrown where a folder is not a finished site; `message` says what to do. */
export class SiteFolderError extends Error {
  override readonly name = "SiteFolderError";
}

/**
 * Reads a finished site: all files with their sums, the page list and the redirects.
 * @param cacheFolder see scanFolder
 * @throws SiteFolderError where the folder or one of its two lists is missing or malformed
 */
export async function readSiteFolder(folder: string, cacheFolder: string | null = null): Promise<SiteFolder> {
  if (!existsSync(folder))
    throw new SiteFolderError(`${folder}: no such folder. Build the site first: npm run build`);
  const paths = readJson(folder, "paths.json");
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === "string" && path.startsWith("/"))) {
    throw new SiteFolderError(
      `${folder}/paths.json: expected an array of public paths such as "/2022/07/x/"`,
    );
  }
  try {
    const redirects = parseRedirects(readJson(folder, "redirects.json"));
    const scan = await scanFolder(folder, cacheFolder);
    const names = new Set(scan.files.map((file) => file.path));
    const own = scan.files.filter((file) => !isLeftOverVariant(file.path, names));
    return { folder, paths: paths as readonly string[], redirects, files: own, irregular: scan.irregular };
  } catch (error) {
    if (error instanceof RedirectError) throw new SiteFolderError(error.message, { cause: error });
    throw error;
  }
}

function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
  } catch (error) {
    const cause = error instanceof SyntaxError ? "is not JSON" : "is missing";
    throw new SiteFolderError(`${folder}/${name} ${cause}. Build the site again: npm run build`, {
      cause: error,
    });
  }
}

/** Compressed files beside their originals are always made anew. */
function isLeftOverVariant(path: string, names: ReadonlySet<string>): boolean {
  return /\.(br|gz)$/.test(path) && names.has(path.replace(/\.(br|gz)$/, ""));
}
