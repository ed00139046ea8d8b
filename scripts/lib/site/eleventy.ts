import Eleventy, { type EleventyConfig } from "@11ty/eleventy";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Build } from "./build.ts";
import { createMarkdown } from "./markdown/parser.ts";
import { LAYOUTS, ROOT } from "./program.ts";
import { createEnvironment } from "./render/templates.ts";

export type { EleventyConfig };

/** Markdown of any template goes through the articles' own parser. */
export function addMarkdown(eleventy: EleventyConfig): void {
  eleventy.setLibrary("md", createMarkdown());
}

/** Nunjucks over layouts/, strict. */
export function addTemplates(eleventy: EleventyConfig): void {
  eleventy.setLibrary("njk", createEnvironment(LAYOUTS));
}

/**
 * Templates written in TypeScript: modules with `data` and `render`. Eleventy would import them under a new address in
 * each build, so that nothing compiled could be kept of them.
 */
export function addTypeScriptTemplates(eleventy: EleventyConfig): void {
  const load = (path: string) => import(pathToFileURL(path).href) as Promise<Template>; // All of layouts/generated are such.
  eleventy.addExtension("11ty.ts", {
    read: false,
    getData: ["data"],
    getInstanceFromInputPath: load,
    compile: async (_text, path) => (await load(path)).render,
  });
}

interface Template {
  readonly data: object;
  readonly render: (data: object) => unknown;
}

/**
 * Runs Eleventy over layouts/generated into the build's staging folder. Templates see the build as `build`.
 * @throws {Error} where a template fails; nothing was published then.
 */
export async function runEleventy(build: Build): Promise<void> {
  process.chdir(ROOT); // Eleventy resolves its configuration and folders from the working directory.
  const eleventy = new Eleventy(join("layouts", "generated"), build.staging.folder, {
    configPath: ".eleventy.ts",
    quietMode: true,
    source: "script",
    config: (config) => {
      config.setUseGitIgnore(false);
      config.addGlobalData("build", build);
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    throw new Error(deepest(error), { cause: error });
  }
}

/** Eleventy wraps what a template threw in errors of its own; an operator wants the first one's message. */
function deepest(error: unknown): string {
  let at = error;
  while (at instanceof Error && "originalError" in at && at.originalError instanceof Error)
    at = at.originalError;
  return at instanceof Error ? at.message : String(at);
}
