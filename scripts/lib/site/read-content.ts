import { existsSync } from "node:fs";
import type { Editorial } from "#domain/editorial.ts";
import { ContentError, sortProblems, type Problem } from "#domain/problem.ts";
import { checkReferences } from "#content/check-references.ts";
import { loadContent, type Content } from "#content/load.ts";
import { locateFindings } from "#content/locate.ts";
import type { Tree } from "#content/tree.ts";
import type { BuildOptions } from "./options.ts";
import type { Progress } from "./progress.ts";

/**
 * Content and its problems.
 * @throws {ContentError} where the registers have errors. @throws {Error} where the folder does not exist.
 */
export async function readContent(
  options: BuildOptions,
  tree: Tree,
  program: string,
  progress: Progress,
): Promise<{
  readonly content: Content;
  readonly editorial: Editorial;
  readonly problems: readonly Problem[];
}> {
  if (!existsSync(options.content)) throw new Error(`--content: there is no folder "${options.label}"`);
  const stage = progress.stage("content");
  const content = await loadContent({
    folder: options.content,
    tree,
    label: options.label,
    cache: options.cache,
    program,
  });
  stage.end(`${content.files} files, ${content.read} read`);
  const { editorial } = content;
  if (editorial === null) throw new ContentError(sortProblems(content.problems));
  const findings = locateFindings(options.content, options.label, checkReferences(content, editorial));
  return { content, editorial, problems: [...content.problems, ...findings] };
}
