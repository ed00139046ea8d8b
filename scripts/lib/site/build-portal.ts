import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { readTree, type Tree } from "#content/tree.ts";
import { ContentError, type Problem } from "#domain/problem.ts";
import { beginAssets } from "./assets/begin-assets.ts";
import { renamedArticles } from "./git-renames.ts";
import type { BuildOptions } from "./options.ts";
import { fingerprintOf, rememberBuild, unchangedBuild } from "./output/last-build.ts";
import { openStaging } from "./output/staging.ts";
import { programFingerprint } from "./program.ts";
import type { Progress } from "./progress.ts";
import { knowsPages } from "./render/page-store.ts";
import { largestPages, type PageSize } from "./render/page-sizes.ts";
import { validUntil } from "./valid-until.ts";

/**
 * Percent by which the heap may grow between two full collections of a first build. Left alone, V8 lets it grow to
 * several times of what is in use; an edit is over before that, and would only wait for the collections.
 */
const GROWTH = 25;

/** What a build did. */
export interface BuildReport {
  readonly pages: number;
  /** Pages rendered now; the others were found in the store. */
  readonly rendered: number;
  /** The largest pages, largest first. */
  readonly largest: readonly PageSize[];
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/**
 * Builds the portal: content → model → lists → views → HTML → feeds and search index, in a staging folder; the output
 * changes at the very end, and only where it differs. Where nothing changed since the last build, nothing is done.
 * @throws {ContentError} with every problem of the run where content has errors; the previous output stays.
 * @throws {Error} with an operator's message where a folder cannot be written; the previous output stays.
 */
export async function buildPortal(options: BuildOptions, progress: Progress): Promise<BuildReport> {
  const { content, label, output, cache, now, host, search, preview } = options;
  const staging = openStaging(output, cache);
  let indexing: Promise<void> | null = null;
  let placing: Promise<number> | null = null;
  try {
    const program = programFingerprint();
    const assets = beginAssets(cache);
    // Let go when the build has read the content: 15 MB at 10,000 articles.
    let tree: Tree | null = readTree(content, cache);
    const renames = renamedArticles(options);
    const inputs = fingerprintOf([program, tree.digest, renames, content, label, host, search, preview]);
    const last = unchangedBuild(cache, output, inputs, now);
    if (last !== null) {
      staging.discard();
      const { pages, largest, problems } = last;
      return { pages, largest, problems, rendered: 0 };
    }
    // Nothing is rendered yet: now the limit counts for all collections.
    if (!knowsPages(cache)) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
    // Where it fails, each file is looked at when it is placed.
    const examined = staging.examine().catch(() => undefined);
    // Loaded only now: a build that has nothing to do needs none of it.
    const { Build } = await import("./build.ts");
    const opening = Build.open(options, program, staging, progress, tree, renames, assets);
    tree = null;
    const build = await opening;
    await examined;
    // With little to index, its thread works beside the pages. With all of it, they have the memory one after the other.
    if (search && !build.isBroken) indexing = build.indexPages();
    indexing?.catch(() => undefined); // Awaited below, also where rendering fails first.
    if (!build.isWarm) await indexing;
    await turn(); // The index thread has its work before this one goes on.
    placing = build.isBroken ? Promise.resolve(0) : build.placeMedia();
    placing.catch(() => undefined); // Awaited below, as well.
    const { runEleventy } = await import("./eleventy.ts");
    await runEleventy(build);
    const { problems, pages } = build;
    if (problems.some(({ severity }) => severity === "error")) throw new ContentError(problems);
    await build.placePages(placing);
    await indexing;
    staging.publish();
    const until = validUntil(build.portal);
    const report = { pages: pages.length, largest: largestPages(pages), problems };
    rememberBuild(cache, output, { inputs, now, validUntil: until, ...report });
    return { ...report, rendered: pages.filter(({ fresh }) => fresh).length };
  } catch (error) {
    // What they still place would come back into a folder that is gone.
    await Promise.allSettled([indexing, placing]);
    staging.discard();
    throw error;
  }
}
