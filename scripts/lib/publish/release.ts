import { listLevelsFor, listPath, MANIFEST_FOLDER, type ManifestRoot } from "#domain/manifest.ts";
import { sha256 } from "./hash-files.ts";
import { makeLists } from "./manifest-lists.ts";
import { signText, type SigningKey } from "./signature.ts";

/** Where the bytes of a published file come from. */
export type FileSource =
  { readonly kind: "file"; readonly file: string } | { readonly kind: "text"; readonly text: string };

/** One public file of a release; paths start at the site's front page, without the base path. */
export interface ReleaseFile {
  readonly path: string;
  readonly sha256: string;
  readonly source: FileSource;
}

/** A release that is ready to travel: everything is known, nothing is written yet. */
export interface Release {
  readonly id: string;
  readonly root: ManifestRoot;
  /** The files the manifest lists, by path. */
  readonly files: ReadonlyMap<string, ReleaseFile>;
  /** The manifest itself: root, signature and lists. */
  readonly manifest: readonly ReleaseFile[];
}

export interface ReleaseOptions {
  readonly files: ReadonlyMap<string, ReleaseFile>;
  readonly pages: number;
  /** Bytes of the site's own files, without compressed variants. */
  readonly bytes: number;
  readonly siteUrl: string;
  readonly commit: string | null;
  /** The moment of publishing; comes from the command. */
  readonly now: Date;
  /** Newest release the target has; the new identity sorts after it whatever the clock says. */
  readonly newest: string | null;
  readonly key: SigningKey | null;
}

/** Puts the manifest together, signs it and gives the release its identity. */
export function makeRelease(options: ReleaseOptions): Release {
  const levels = listLevelsFor(options.files.size);
  const lists = makeLists(
    [...options.files].map(([path, file]) => [path, file.sha256]),
    levels,
  );
  const sums = Object.fromEntries(
    lists.filter((list) => list.isFirst).map(({ name, sha256 }) => [name, sha256]),
  );
  const created = laterThan(options.now, options.newest);
  const root: ManifestRoot = {
    format: 2,
    release: releaseId(created, sha256(JSON.stringify(sums))),
    created: `${created.toISOString().slice(0, 19)}Z`,
    site: options.siteUrl,
    commit: options.commit,
    pages: options.pages,
    files: options.files.size,
    bytes: options.bytes,
    levels,
    lists: sums,
    key: options.key?.publicKey ?? null,
  };
  const text = `${JSON.stringify(root, null, 1)}\n`;
  const signature =
    options.key === null ? [] : [textFile(`${MANIFEST_FOLDER}manifest.sig`, signText(text, options.key))];
  const listFiles = lists.map(({ name, sha256, text }): ReleaseFile => {
    return { path: listPath(name), sha256, source: { kind: "text", text } };
  });
  const manifest = [textFile(`${MANIFEST_FOLDER}manifest.json`, text), ...signature, ...listFiles];
  return { id: root.release, root, files: options.files, manifest };
}

/** A file whose bytes are made here, in UTF-8. */
export function textFile(path: string, text: string): ReleaseFile {
  return { path, sha256: sha256(text), source: { kind: "text", text } };
}

/** What distinguishes a release from the one that is live. */
export interface ReleaseChanges {
  readonly changed: readonly ReleaseFile[];
  readonly removed: readonly string[];
}

/**
 * Compares by content.
 * @param before path → SHA-256 of the live release; empty for a first release
 */
export function changesSince(before: ReadonlyMap<string, string>, release: Release): ReleaseChanges {
  const now = new Map(release.files);
  for (const file of release.manifest) now.set(file.path, file);
  return {
    changed: [...now.values()].filter((file) => before.get(file.path) !== file.sha256),
    removed: [...before.keys()].filter((path) => !now.has(path)),
  };
}

/** Tells a release identity from other folder names. */
export function isReleaseId(name: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-f]{7}$/.test(name);
}

function releaseId(created: Date, digest: string): string {
  return `${created.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z-${digest.slice(0, 7)}`;
}

/** Whole seconds, and at least one second after the newest release: file times tell contents apart. */
function laterThan(now: Date, newest: string | null): Date {
  const second = Math.floor(now.getTime() / 1000) * 1000;
  if (newest === null) return new Date(second);
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(newest) ?? [];
  const before = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  return new Date(Math.max(second, before + 1000));
}
