import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { changedFiles, problemsOfChange } from "#content/reporting/changed-files.ts";
import { githubAnnotations } from "#content/reporting/github-annotations.ts";
import { gitlabCodeQuality } from "#content/reporting/gitlab-code-quality.ts";
import { formatProblem, type Problem } from "#domain/problem.ts";
import { checkPortal } from "#site/check-portal.ts";
import { BUILD_FLAGS, buildArguments, readBuildOptions } from "#site/options.ts";
import { createProgress } from "#site/progress.ts";

/*
 * npm run check -- [--changed [--base REF]] [--format text|github|gitlab] [build flags]
 * Finds every problem of the content, in Vietnamese, and builds nothing.
 */
const own = {
  changed: { type: "boolean" },
  base: { type: "string" },
  format: { type: "string", default: "text" },
} as const;
const FORMATS: Readonly<Record<string, (problems: readonly Problem[]) => string>> = {
  text: (problems) => problems.map((problem) => `${formatProblem(problem)}\n`).join("") + summary(problems),
  github: (problems) => githubAnnotations(problems) + summary(problems),
  gitlab: (problems) => `${JSON.stringify(gitlabCodeQuality(problems, sha256), null, 1)}\n`,
};

try {
  const { values } = parseArgs({ options: { ...BUILD_FLAGS, ...own } });
  const format = FORMATS[values.format];
  if (format === undefined)
    throw new Error(`--format: "${values.format}" is not one of ${Object.keys(FORMATS).join(", ")}`);
  const options = readBuildOptions(buildArguments(values), process.env, Date.now());
  const all = await checkPortal(
    options,
    createProgress("quiet", process.stderr, () => performance.now()),
  );
  const shown =
    values.changed === true ? problemsOfChange(all, changedFiles(values.base ?? null, process.env)) : all;
  process.stdout.write(format(shown));
  if (shown.some(({ severity }) => severity === "error")) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return errors === 0 ? `Không có lỗi, ${warnings} cảnh báo.\n` : `${errors} lỗi, ${warnings} cảnh báo.\n`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
