import { assetFiles, type AssetFiles } from "./asset-files.ts";
import { beginAssets, makeAside } from "./begin-assets.ts";
import { keptStep, NotKept } from "./step-cache.ts";

/**
 * Gives the files that pages share. What did not change since an earlier build comes from the cache; the rest is made in
 * a process of its own.
 * @param begun what `beginAssets` has begun.
 * @throws Error naming file and line where a style sheet or a script does not compile
 * @example await prepareAssets(".cache")
 */
export async function prepareAssets(cache: string, begun = beginAssets(cache)): Promise<AssetFiles> {
  await begun;
  try {
    return await assetFiles(cache, keptStep);
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
  }
  await makeAside(cache);
  return assetFiles(cache, keptStep);
}
