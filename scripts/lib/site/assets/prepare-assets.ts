import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assetFiles, type AssetFiles } from "./asset-files.ts";
import { keptStep, NotKept } from "./step-cache.ts";

const PROGRAM = fileURLToPath(new URL("make-assets.ts", import.meta.url));

/**
 * Gives the files that pages share. What did not change since an earlier build comes from the cache; the rest is made in
 * a process of its own, which begins at once where the cache is new.
 * @throws Error naming file and line where a style sheet or a script does not compile
 * @example await prepareAssets(".cache")
 */
export async function prepareAssets(cache: string): Promise<AssetFiles> {
  if (!existsSync(join(cache, "assets"))) await makeAside(cache);
  try {
    return await assetFiles(cache, keptStep);
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
  }
  await makeAside(cache);
  return assetFiles(cache, keptStep);
}

function makeAside(cache: string): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, cache], { stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(text === "" ? `The assets were not made: ${signal ?? code}` : text));
    });
  });
}
