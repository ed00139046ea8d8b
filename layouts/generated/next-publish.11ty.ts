import type { Build } from "#site/build.ts";

/** When the site has to be built again. */
export const data = { permalink: "next-publish.json" };

export function render({ build }: { readonly build: Build }): string {
  return `${JSON.stringify(build.nextPublish)}\n`;
}
