import type { Build } from "#site/build.ts";

/** Old addresses, for publishing. */
export const data = { permalink: "redirects.json" };

export function render({ build }: { readonly build: Build }): string {
  return `${JSON.stringify(build.redirects, null, 1)}\n`;
}
