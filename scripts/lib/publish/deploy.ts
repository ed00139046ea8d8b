import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { isImmutable } from "./path-class.ts";
import { sha256 } from "./hash-files.ts";
import { changesSince, type Release, type ReleaseFile } from "./release.ts";
import type { LiveRelease } from "./live-release.ts";
import type { ReleaseFolder } from "./targets/release-folder.ts";

/** Steps of a deployment, in order; a process killed after any of them leaves the old or the new release live. */
export const DEPLOY_STEPS = ["staged", "checked", "sent", "removed", "sealed", "switched", "tidied"] as const;
export type DeployStep = (typeof DEPLOY_STEPS)[number];

export interface DeployOptions {
  /** Release the new one is built upon: the live one, or `null` for a first or full deployment. */
  readonly base: LiveRelease | null;
  /** Digest of the paths in `incoming/<staging>`, once it holds the base; staging runs while the site is being read. */
  readonly staged: Promise<string>;
  readonly staging: string;
  /** Live release identity when this publish began. */
  readonly expected: string | null;
  /** Folder of the site inside the release: `site/` or `site/btg/`. */
  readonly siteFolder: string;
  /** Private files for the web server, by name: redirects. */
  readonly serverFiles: readonly ReleaseFile[];
  /** How many releases stay to roll back to. */
  readonly keep: number;
  /** Called after each step. */
  readonly onStep: (step: DeployStep) => void;
}

/** What travelled. */
export interface Deployed {
  readonly changedFiles: number;
  readonly removedFiles: number;
  /** Sum of the sizes of the changed files. */
  readonly changedBytes: number;
  /** Bytes that went over the wire, protocol included. */
  readonly sentBytes: number;
  /** Files that lay in the live release and in no manifest: somebody else put them there. They are gone now. */
  readonly foreignFiles: readonly string[];
}

/** Brings a prepared release to a release folder and makes it live. */
export async function deploy(
  release: Release,
  target: ReleaseFolder,
  options: DeployOptions,
): Promise<Deployed> {
  const { changed, removed } = changesSince(options.base?.everything ?? new Map<string, string>(), release);
  const outgoing = mkdtempSync(`${target.shell.scratch}/outgoing-`);
  try {
    // Copies carry the mode along; the web server, another user, must be able to enter.
    chmodSync(outgoing, 0o755);
    const changedBytes = writeOutgoing(outgoing, release, changed, options);
    const digest = await options.staged;
    options.onStep("staged");
    const foreignFiles = await removeForeign(digest, target, options);
    options.onStep("checked");
    const sentBytes = await target.send(options.staging, outgoing);
    options.onStep("sent");
    await target.remove(
      options.staging,
      removed.map((path) => options.siteFolder + path),
    );
    options.onStep("removed");
    await target.flush(
      options.staging,
      changed.map((file) => options.siteFolder + file.path),
    );
    const immutable = changed.filter((file) => isImmutable(file.path));
    const prefix = options.siteFolder.replace(/^site\//, "");
    await target.seal(
      options.staging,
      release.id,
      immutable.map((file) => prefix + file.path),
    );
    options.onStep("sealed");
    await target.switchTo(release.id, options.expected);
    options.onStep("switched");
    await target.tidy(options.keep);
    options.onStep("tidied");
    return {
      changedFiles: changed.length,
      removedFiles: removed.length,
      changedBytes,
      sentBytes,
      foreignFiles,
    };
  } finally {
    rmSync(outgoing, { recursive: true, force: true });
  }
}

function writeOutgoing(
  folder: string,
  release: Release,
  changed: readonly ReleaseFile[],
  options: DeployOptions,
): number {
  const made = new Date(release.root.created);
  let bytes = 0;
  const site = changed.map((file) => ({ file, path: options.siteFolder + file.path }));
  const server = options.serverFiles.map((file) => ({ file, path: `server/${file.path}` }));
  for (const { file, path } of [...site, ...server]) {
    const to = `${folder}/${path}`;
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
    if (file.source.kind === "text") writeFileSync(to, file.source.text);
    else copyFileSync(file.source.file, to);
    chmodSync(to, 0o644);
    // Web servers make ETag and Last-Modified from the file's time: it says when this content went live.
    utimesSync(to, made, made);
    bytes += statSync(to).size;
  }
  return bytes;
}

/** What lies in the base must be what its manifest lists, no file more and no file less. */
async function removeForeign(
  digest: string,
  target: ReleaseFolder,
  { base, staging, siteFolder, serverFiles }: DeployOptions,
): Promise<readonly string[]> {
  if (base === null) return [];
  const site = [...base.everything.keys()].map((path) => siteFolder + path);
  const wanted = new Set([...site, ...serverFiles.map((file) => `server/${file.path}`)]);
  if (sha256([...wanted].sort().join("\n") + "\n") === digest) return [];
  const present = new Set(await target.stagedPaths(staging));
  const missing = site.filter((path) => !present.has(path));
  if (missing.length > 0) {
    throw new Error(
      `the live release has lost ${missing.length} files, for example ${missing[0]}. Publish with --full`,
    );
  }
  const foreign = [...present].filter((path) => !wanted.has(path));
  await target.remove(staging, foreign);
  return foreign;
}
