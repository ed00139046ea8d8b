import type { MachineFile } from "#site/machine-files.ts";

/** Feeds, site maps, redirects and other files for machines: one output for each. */
export const data = {
  pagination: { data: "build.files", size: 1, alias: "file" },
  permalink: ({ file }: { readonly file: MachineFile }) => file.path,
};

export function render({ file }: { readonly file: MachineFile }): string {
  return file.text;
}
