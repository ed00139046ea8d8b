import { setFlagsFromString } from "node:v8";
import { keepCompiledModules } from "#site/compile-cache.ts";

// Every core renders pages; the garbage collector's helpers would only take turns with them: 10 % of a cold build.
setFlagsFromString("--no-parallel-scavenge");
keepCompiledModules();
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
