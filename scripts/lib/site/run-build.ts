import { ContentError, formatProblem } from "#domain/problem.ts";
import { buildPortal } from "./build-portal.ts";
import type { BuildOptions } from "./options.ts";
import { createProgress, seconds, type Terminal } from "./progress.ts";

/**
 * Runs one build as a command does: progress and problems go to the terminal, failure sets the exit code.
 * @param read gives the options; what it throws is an operator's message.
 * @returns the options of a build that succeeded, else `null`.
 */
export async function runBuild(
  read: () => BuildOptions,
  terminal: Terminal,
  clock: () => number,
): Promise<BuildOptions | null> {
  const say = (line: string) => terminal.write(`${line}\n`);
  try {
    const options = read();
    const progress = createProgress(options.report, terminal, clock);
    const report = await buildPortal(options, progress);
    for (const problem of report.problems) say(formatProblem(problem));
    progress.say(
      `${report.pages} pages (${report.rendered} rendered) in ${seconds(clock())}, ${memory()} → ${options.output}`,
    );
    return options;
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof ContentError) {
      for (const problem of error.problems) say(formatProblem(problem));
      const errors = error.problems.filter(({ severity }) => severity === "error").length;
      say(`${errors} lỗi. Trang chưa được dựng; bản trước vẫn giữ nguyên.`);
    } else say(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** `peak 310 MB`. */
function memory(): string {
  return `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
}
