import { ContentError, type Problem } from "#domain/problem.ts";
import { Build } from "./build.ts";
import { runEleventy } from "./eleventy.ts";
import type { BuildOptions } from "./options.ts";
import { programFingerprint } from "./program.ts";
import type { Progress } from "./progress.ts";
import { openStaging } from "./output/staging.ts";

/** What a build did. */
export interface BuildReport {
  readonly pages: number;
  /** Pages rendered now; the others were found in the store. */
  readonly rendered: number;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/**
 * Builds the portal: content → model → lists → views → HTML → feeds and search index, in a staging folder that takes
 * the output's place at the very end.
 * @throws {ContentError} with every problem of the run where content has errors; the previous output stays.
 * @throws {Error} with an operator's message where a folder cannot be written; the previous output stays.
 */
export async function buildPortal(options: BuildOptions, progress: Progress): Promise<BuildReport> {
  const staging = openStaging(options.output, options.cache);
  try {
    const build = await Build.open(options, programFingerprint(), staging, progress);
    await runEleventy(build);
    const { problems, pages } = build;
    if (problems.some(({ severity }) => severity === "error")) throw new ContentError(problems);
    build.placeFiles();
    if (options.search) await build.indexPages();
    staging.publish();
    return { pages: pages.length, rendered: pages.filter(({ fresh }) => fresh).length, problems };
  } catch (error) {
    staging.discard();
    throw error;
  }
}
