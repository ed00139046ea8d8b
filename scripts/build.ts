import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

// Every core renders pages; the garbage collector's helpers would only take turns with them: 10 % of a cold build.
setFlagsFromString("--no-parallel-scavenge");
// Compiled modules of the last run; everything else is loaded after this, so that it counts for all of it.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));
const { readBuildOptions } = await import("#site/options.ts");
const { runBuild } = await import("#site/run-build.ts");

/*
 * npm run build -- [--content DIR] [--output DIR] [--cache DIR] [--now ISO] [--base-url URL]
 *                  [--no-search] [--preview] [--quiet] [--json]
 */
await runBuild(
  () => readBuildOptions(process.argv.slice(2), process.env, Date.now()),
  process.stderr,
  () => performance.now(),
);
