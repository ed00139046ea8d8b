import { keepCompiledModules } from "#site/compile-cache.ts";

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
