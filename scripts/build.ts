import { readBuildOptions } from "#site/options.ts";
import { runBuild } from "#site/run-build.ts";

/*
 * npm run build -- [--content DIR] [--output DIR] [--cache DIR] [--now ISO] [--base-url URL]
 *                  [--no-search] [--preview] [--quiet] [--json]
 */
await runBuild(
  () => readBuildOptions(process.argv.slice(2), process.env, Date.now()),
  process.stderr,
  () => performance.now(),
);
