/*
 * A process that makes what the cache does not hold, for prepare-assets.ts: the memory that its tools take (sharp,
 * esbuild, WebAssembly for fonts) goes with it. Its argument is the cache folder; it ends with 1 and one message.
 */
import { assetFiles } from "./asset-files.ts";
import { cachedStep } from "./step-cache.ts";

try {
  await assetFiles(process.argv[2] ?? "", cachedStep);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(error instanceof Error ? error.message : String(error));
}
