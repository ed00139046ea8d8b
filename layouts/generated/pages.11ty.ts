import type { Build } from "#site/build.ts";

/** Renders every page of the plan in bulk; the list of their paths is the template's own output. */
export const data = { permalink: "paths.json" };

export async function render({ build }: { readonly build: Build }): Promise<string> {
  await build.renderPages();
  return `${JSON.stringify(build.paths, null, 1)}\n`;
}
