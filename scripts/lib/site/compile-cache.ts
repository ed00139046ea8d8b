import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../node_modules/.cache/compile", import.meta.url));

/**
 * Keeps compiled modules for the next run, in this thread and in those it starts. Import everything else after the
 * call, dynamically: only what is loaded later is kept. Where the folder cannot be written, nothing is kept.
 * `npm run build` names the folder before Node starts (package.json): then the first modules come from it, too, and
 * Node need not load what turns TypeScript into JavaScript.
 * @example keepCompiledModules(); const { runBuild } = await import("#site/run-build.ts");
 */
export function keepCompiledModules(): void {
  enableCompileCache(FOLDER);
  process.env["NODE_COMPILE_CACHE"] ??= FOLDER; // Threads read it when they start.
}
