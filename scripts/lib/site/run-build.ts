import { buildPortal } from "./build-portal.ts";
import type { BuildOptions } from "./options.ts";
import { createProgress, type Terminal } from "./progress.ts";
import { failureOf, summaryOf } from "./summary.ts";

/**
 * Runs one build as a command does: progress, problems and a summary go to the terminal, failure sets the exit code.
 * @param read gives the options; what it throws is an operator's message.
 * @returns the options of a build that succeeded, else `null`.
 */
export async function runBuild(
  read: () => BuildOptions,
  terminal: Terminal,
  clock: () => number,
): Promise<BuildOptions | null> {
  const say = (lines: readonly string[]) => lines.forEach((line) => terminal.write(`${line}\n`));
  let form: BuildOptions["report"] = "text";
  try {
    const options = read();
    form = options.report;
    const report = await buildPortal(options, createProgress(form, terminal, clock));
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    say(summaryOf(report, { milliseconds: Math.round(clock()), peakMegabytes }, options));
    return options;
  } catch (error) {
    process.exitCode = 1;
    say(failureOf(error, form));
    return null;
  }
}
