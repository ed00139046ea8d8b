import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import type { DeployStep } from "#publish/deploy.ts";
import { publishRelease, type Published } from "#publish/publish-release.ts";
import { generateSigningKey, parseSigningKey, type SigningKey } from "#publish/signature.ts";
import { parseSiteAddress } from "#publish/site-address.ts";
import { ReleaseFolder } from "#publish/targets/release-folder.ts";
import { LocalShell } from "#publish/targets/shell.ts";
import { writeFixtureSite, type FixtureOptions } from "./fixture-site.ts";

/** Runs something when a test is over; a test's own context is one. */
export interface Cleanup {
  after(clean: () => void | Promise<void>): void;
}

/** A folder of its own for one test, readable by servers that drop their rights. */
export function makeFolder(after: Cleanup): string {
  const folder = mkdtempSync(`${tmpdir()}/trang-tin-test-`);
  chmodSync(folder, 0o755);
  // A publish answers while it still tidies; what it writes meanwhile is removed by a later try.
  after.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

/** A free TCP port on loopback. */
export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}

/** A signing key that lives as long as the test. */
export function makeKey(): SigningKey {
  const key = parseSigningKey(generateSigningKey().privateKey);
  if (key === null) throw new Error("no key made");
  return key;
}

export interface FixturePublish {
  readonly folder: string;
  readonly key: SigningKey | null;
  readonly site?: Partial<FixtureOptions>;
  readonly target?: ReleaseFolder;
  readonly now?: Date;
  readonly keep?: number;
  readonly allowShrink?: boolean;
  readonly full?: boolean;
  readonly onStep?: (step: DeployStep) => void;
}

/** Local folder of releases that `publishFixture` uses. */
export function localTarget(folder: string): ReleaseFolder {
  return new ReleaseFolder(new LocalShell(`${folder}/www`), `${folder}/www`, { durable: false });
}

/** Writes the fixture site and publishes it; what the publish tidies behind its answer is done, too. */
export async function publishFixture(options: FixturePublish): Promise<Published> {
  const { folder } = options;
  const { baseUrl } = writeFixtureSite({ folder: `${folder}/_site`, ...options.site });
  const target = options.target ?? localTarget(folder);
  const published = await publishRelease({
    siteFolder: `${folder}/_site`,
    site: parseSiteAddress(baseUrl),
    target,
    cacheFolder: `${folder}/cache`,
    key: options.key,
    now: options.now ?? new Date("2026-07-17T09:30:00Z"),
    commit: null,
    keep: options.keep ?? 5,
    allowShrink: options.allowShrink ?? false,
    preview: false,
    full: options.full ?? false,
    onStep: options.onStep ?? (() => undefined),
  });
  await target.tidied();
  return published;
}
