import { formatProblem } from "#domain/problem.ts";
import { checkPortal } from "#site/check-portal.ts";
import { readBuildOptions } from "#site/options.ts";
import { createProgress } from "#site/progress.ts";

/* npm run check -- [--content DIR] [--cache DIR] [--now ISO]: every problem of the content, in Vietnamese, nothing built. */
try {
  const options = readBuildOptions(process.argv.slice(2), process.env, Date.now());
  const problems = await checkPortal(
    options,
    createProgress("quiet", process.stderr, () => performance.now()),
  );
  for (const problem of problems) console.log(formatProblem(problem));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  console.log(
    errors === 0
      ? `Không có lỗi, ${problems.length} cảnh báo.`
      : `${errors} lỗi, ${problems.length - errors} cảnh báo.`,
  );
  if (errors > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
