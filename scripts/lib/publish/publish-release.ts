import { randomUUID } from "node:crypto";
import { deploy, type Deployed, type DeployStep } from "./deploy.ts";
import { readLiveRelease, type LiveRelease } from "./live-release.ts";
import { scanPage } from "./page-scan.ts";
import { preflight, type LiveSite } from "./preflight.ts";
import { prepareRelease } from "./prepare.ts";
import { lostPaths } from "./published-addresses.ts";
import { textFile, type Release, type ReleaseFile } from "./release.ts";
import {
  caddyOldHostMap,
  caddyRedirectMap,
  nginxOldHostMap,
  nginxRedirectMap,
} from "./servers/redirect-maps.ts";
import type { SigningKey } from "./signature.ts";
import type { SiteAddress } from "./site-address.ts";
import { readSiteFolder, type SiteFolder } from "./site-folder.ts";
import type { ReleaseFolder } from "./targets/release-folder.ts";

export interface PublishOptions {
  /** Folder that the build wrote. */
  readonly siteFolder: string;
  readonly site: SiteAddress;
  readonly target: ReleaseFolder;
  readonly cacheFolder: string;
  readonly key: SigningKey | null;
  readonly now: Date;
  readonly commit: string | null;
  /** How many releases stay to roll back to. */
  readonly keep: number;
  readonly allowShrink: boolean;
  readonly preview: boolean;
  /** Send everything again, trusting nothing that lies on the target. */
  readonly full: boolean;
  readonly onStep: (step: DeployStep) => void;
}

/** What a publish did. */
export interface Published extends Deployed {
  readonly release: Release;
  /** What the operator should know although it is published. */
  readonly notices: readonly string[];
}

/** Thrown where the site is not fit to be published; the live release is untouched. */
export class PublishRefused extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`not published, ${problems.length} problem(s):\n${problems.map((line) => `  ${line}`).join("\n")}`);
    this.name = "PublishRefused";
    this.problems = problems;
  }
}

/**
 * Publishes a finished site to a release folder, here or on a server.
 * @throws PublishRefused with every reason; SiteFolderError; Error where the target fails or changed meanwhile
 */
export async function publishRelease(options: PublishOptions): Promise<Published> {
  const { target, site } = options;
  // Read while the target tells what is live.
  const reading = readSiteFolder(options.siteFolder, options.full ? null : `${options.cacheFolder}/sums`);
  reading.catch(() => undefined); // reported below, unless the target fails first
  const expected = await target.current();
  const notices: string[] = [];
  const { live, isSound } = await readLive(expected, options, notices);
  const base = options.full || !isSound || live?.root.site !== site.url ? null : live;
  const staging = `new-${randomUUID().slice(0, 8)}`;
  const staged = target.stage(staging, base?.id ?? null);
  staged.catch(() => undefined); // reported by deploy; without this a refusal below would leave it unhandled
  try {
    const folder = await reading;
    const problems = preflight(folder, {
      ...options,
      live: live === null ? null : await describe(live, folder, target),
    });
    if (problems.length > 0) throw new PublishRefused(problems);
    const newest = (await target.list()).at(-1) ?? null;
    const published = live?.published ?? [];
    const release = await prepareRelease(folder, { ...options, published, withVariants: true, newest });
    const siteFolder = `site${site.basePath}`;
    const serverFiles = makeServerFiles(folder, site);
    const deployed = await deploy(release, target, {
      ...options,
      base,
      staged,
      staging,
      expected,
      siteFolder,
      serverFiles,
    });
    if (deployed.foreignFiles.length > 0) {
      notices.push(
        `removed ${deployed.foreignFiles.length} foreign files: ${deployed.foreignFiles.slice(0, 20).join(", ")}`,
      );
    }
    return { ...deployed, release, notices };
  } catch (error) {
    await staged.catch(() => undefined);
    await target.discard(staging).catch(() => undefined); // the first error is the one to report
    throw error;
  }
}

/** The live release, and whether its manifest is sound enough to build the next release upon it. */
interface LiveState {
  readonly live: LiveRelease | null;
  readonly isSound: boolean;
}

async function readLive(id: string | null, options: PublishOptions, notices: string[]): Promise<LiveState> {
  if (id === null) return { live: null, isSound: false };
  try {
    return { live: await readLiveRelease(options.target, id, options.key?.publicKey ?? null), isSound: true };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    if (!options.full) {
      throw new Error(
        `the live release cannot be trusted: ${cause}. Look into it, then publish with --full`,
        {
          cause: error,
        },
      );
    }
    notices.push(`${cause}; every file was sent again`);
    // Its page count and addresses still serve to compare with.
    return { live: await readLiveRelease(options.target, id, null).catch(() => null), isSound: false };
  }
}

async function describe(live: LiveRelease, folder: SiteFolder, target: ReleaseFolder): Promise<LiveSite> {
  const redirectedFrom = folder.redirects.flatMap((one) => (one.host === null ? one.from : []));
  const lost = lostPaths({ published: live.published, paths: folder.paths, redirectedFrom }).slice(0, 100);
  const titles = new Map<string, string>();
  for (const path of lost) {
    const page = await target.read(live.id, `site${path}index.html`);
    if (page !== null) titles.set(path, scanPage(page).title);
  }
  return {
    files: live.files,
    pages: live.root.pages,
    published: live.published,
    titleOf: (path) => titles.get(path) ?? null,
  };
}

function makeServerFiles({ redirects }: SiteFolder, site: SiteAddress): readonly ReleaseFile[] {
  return [
    textFile("site-url.txt", `${site.url}\n`),
    textFile("redirects.map", nginxRedirectMap(redirects)),
    textFile("old-hosts.map", nginxOldHostMap(redirects, site.origin)),
    textFile("redirects.caddy", caddyRedirectMap(redirects)),
    textFile("old-hosts.caddy", caddyOldHostMap(redirects, site.origin)),
  ];
}
