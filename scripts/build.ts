import { ContentError, formatProblem } from "#domain/problem.ts";
import { buildPortal } from "#site/build-portal.ts";
import { readBuildOptions } from "#site/options.ts";
import { createProgress, seconds } from "#site/progress.ts";

/*
 * npm run build -- [--content DIR] [--output DIR] [--cache DIR] [--now ISO] [--base-url URL]
 *                  [--no-search] [--preview] [--quiet] [--json]
 */
try {
  const options = readBuildOptions(process.argv.slice(2), process.env, Date.now());
  const progress = createProgress(options.report, process.stderr, () => performance.now());
  const report = await buildPortal(options, progress);
  for (const problem of report.problems) console.error(formatProblem(problem));
  progress.say(
    `${report.pages} pages (${report.rendered} rendered) in ${seconds(performance.now())} → ${options.output}`,
  );
} catch (error) {
  if (error instanceof ContentError) {
    for (const problem of error.problems) console.error(formatProblem(problem));
    const errors = error.problems.filter(({ severity }) => severity === "error").length;
    console.error(`\n${errors} lỗi. Trang chưa được dựng; bản trước vẫn giữ nguyên.`);
  } else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
