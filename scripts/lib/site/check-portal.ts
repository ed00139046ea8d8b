import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError, type Problem } from "#domain/problem.ts";
import { Build } from "./build.ts";
import type { BuildOptions } from "./options.ts";
import { programFingerprint } from "./program.ts";
import type { Progress } from "./progress.ts";
import { openStaging } from "./output/staging.ts";

/**
 * Finds every problem that a build would find, by the same code, and writes no site.
 * @returns errors and warnings in reading order.
 * @throws {Error} with an operator's message where a folder cannot be read or written.
 */
export async function checkPortal(options: BuildOptions, progress: Progress): Promise<readonly Problem[]> {
  const staging = openStaging(join(tmpdir(), `trang-tin-check-${process.pid}`), null);
  try {
    const build = await Build.open(options, programFingerprint(), staging, progress);
    await build.renderPages({ place: false });
    return build.problems;
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  } finally {
    staging.discard();
  }
}
