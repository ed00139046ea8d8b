import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildPortal } from "../../../scripts/lib/site/build-portal.ts";
import { optionsOf, silent, type Flags } from "../../helpers/build-fixture.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PARTS = ["layouts", "scripts", "assets", "package.json", "package-lock.json", ".eleventy.ts"];

/** The program in a folder of its own, so that a test may change its layouts. */
export interface ProjectCopy {
  readonly root: string;
  /** Builds with the copy's code and layouts, in this process. */
  build(flags: Flags): Promise<unknown>;
}

/** Copies the program; its packages are those of the project. */
export async function copyOfProject(): Promise<ProjectCopy> {
  const root = join(temporaryFolder(), "project");
  for (const part of PARTS) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  const file = pathToFileURL(join(root, "scripts/lib/site/build-portal.ts")).href;
  // The copy of the very module whose type is named.
  const module = (await import(file)) as { readonly buildPortal: typeof buildPortal };
  return { root, build: (flags) => module.buildPortal(optionsOf(flags), silent()) };
}
