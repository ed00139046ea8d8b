import { precompress } from "./precompress.ts";
import { formatPublished } from "./published-addresses.ts";
import { redirectPages } from "./redirect-page.ts";
import { makeRelease, textFile, type Release, type ReleaseFile } from "./release.ts";
import type { SigningKey } from "./signature.ts";
import type { SiteAddress } from "./site-address.ts";
import type { SiteFolder } from "./site-folder.ts";

export interface PrepareOptions {
  readonly site: SiteAddress;
  readonly cacheFolder: string;
  /** Every page path that was ever public. */
  readonly published: readonly string[];
  /** Hosts that compress by themselves need no variants. */
  readonly withVariants: boolean;
  readonly key: SigningKey | null;
  readonly commit: string | null;
  readonly now: Date;
  /** Newest release identity of the target. */
  readonly newest: string | null;
}

/** Turns a finished site into a release: compressed forms, redirect pages, list of addresses, signed manifest. */
export async function prepareRelease(folder: SiteFolder, options: PrepareOptions): Promise<Release> {
  const files = new Map<string, ReleaseFile>();
  for (const { path, sha256 } of folder.files) {
    files.set(path, { path, sha256, source: { kind: "file", file: `${folder.folder}/${path}` } });
  }
  const taken = new Set(files.keys());
  for (const page of redirectPages(folder.redirects, options.site, taken)) files.set(page.path, page);
  files.set("published.txt", textFile("published.txt", formatPublished(options.published, folder.paths)));
  if (options.withVariants) {
    const { cacheFolder } = options;
    const { variants } = await precompress({ files: folder.files, folder: folder.folder, cacheFolder });
    for (const { path, sha256, file } of variants)
      files.set(path, { path, sha256, source: { kind: "file", file } });
  }
  return makeRelease({
    files,
    pages: folder.paths.length,
    bytes: folder.files.reduce((sum, file) => sum + file.size, 0),
    siteUrl: options.site.url,
    commit: options.commit,
    now: options.now,
    newest: options.newest,
    key: options.key,
  });
}
