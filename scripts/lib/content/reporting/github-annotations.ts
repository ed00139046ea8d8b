import type { Problem } from "#domain/problem.ts";

/**
 * Formats problems as GitHub Actions commands, which GitHub shows beside the line of a pull request.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 * @returns one line for each, in the given order
 * @example githubAnnotations([problem]) // '::error file=content/…/index.md,line=5,col=10,title=section::"kinhte" …\n'
 */
export function githubAnnotations(problems: readonly Problem[]): string {
  return problems
    .map(({ severity, file, line, column, field, message }) => {
      const properties = [`file=${escapeProperty(file)}`, `line=${line}`, `col=${column}`];
      const title = field === null ? [] : [`title=${escapeProperty(field)}`];
      return `::${severity} ${[...properties, ...title].join(",")}::${escapeData(message)}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
