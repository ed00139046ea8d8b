import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CommandContext } from "./context.ts";
import { rulesFor } from "./config.ts";
import { signingKey } from "./publish-to-folder.ts";
import { UsageError, type CommandOptions } from "../command-options.ts";
import { fetchLiveSite } from "../live-site.ts";
import { preflight } from "../preflight.ts";
import { prepareRelease } from "../prepare.ts";
import { PublishRefused } from "../publish-release.ts";
import type { Release } from "../release.ts";
import { headersFile, redirectsFile } from "../servers/headers-file.ts";
import { readSiteFolder } from "../site-folder.ts";
import { runProgram } from "../targets/shell.ts";

/** Files in one deployment of the free plan; paid plans take 100,000. Wrangler refuses what its plan does not take. */
const FREE_FILES = 20_000;

/**
 * `publish --target pages`: hands the site to Cloudflare's own tool, which uploads only files it does not have and
 * switches to the new deployment at once. Needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID in the environment.
 */
export async function publishToPages(options: CommandOptions, context: CommandContext): Promise<void> {
  const { site, to } = options;
  if (site === null)
    throw new UsageError("--base-url is missing: the public address, for example https://btg.example.vn/");
  if (to === null) throw new UsageError("--to is missing: the name of the Pages project");
  const folder = await readSiteFolder(options.siteFolder, `${options.cacheFolder}/sums`);
  const live = options.full || options.preview ? null : await fetchLiveSite(site);
  const problems = preflight(folder, { ...options, site, live });
  if (problems.length > 0) throw new PublishRefused(problems);
  const release = await prepareRelease(folder, {
    site,
    cacheFolder: options.cacheFolder,
    published: live?.published ?? [],
    withVariants: false,
    key: signingKey(options, context),
    commit: context.environment["GITHUB_SHA"] ?? context.environment["CI_COMMIT_SHA"] ?? null,
    now: context.now,
    newest: null,
  });
  const work = resolve(options.cacheFolder, "pages");
  const redirects = redirectsFile(folder.redirects);
  writeDeployment(work, release, site.basePath);
  writeFileSync(`${work}/site/_headers`, headersFile(rulesFor(site, options.preview), site.basePath));
  writeFileSync(`${work}/site/_redirects`, redirects.text);
  writeFileSync(`${work}/wrangler.json`, JSON.stringify(wranglerConfig(to), null, 2));
  if (redirects.left > 0)
    context.print(`note: ${redirects.left} redirects do not fit _redirects; pages carry those that can`);
  const files = release.files.size + release.manifest.length + 2;
  if (files > FREE_FILES) context.print(`note: ${files} files; the free plan takes ${FREE_FILES}`);
  const branch = options.branch === null ? [] : ["--branch", options.branch];
  const commit = release.root.commit === null ? [] : ["--commit-hash", release.root.commit];
  const wrangler = resolve("node_modules/.bin/wrangler");
  const words = ["pages", "deploy", "--project-name", to, ...branch, ...commit, "--commit-dirty=true"];
  context.print(await runProgram(wrangler, words, { cwd: work, env: context.environment }));
}

function writeDeployment(work: string, release: Release, basePath: string): void {
  rmSync(work, { recursive: true, force: true });
  for (const file of [...release.files.values(), ...release.manifest]) {
    const to = `${work}/site${basePath}${file.path}`;
    mkdirSync(dirname(to), { recursive: true });
    if (file.source.kind === "text") writeFileSync(to, file.source.text);
    else copyFileSync(file.source.file, to);
  }
}

function wranglerConfig(name: string) {
  return { name, pages_build_output_dir: "site", compatibility_date: "2026-01-01", send_metrics: false };
}
