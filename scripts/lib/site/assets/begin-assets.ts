import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("make-assets.ts", import.meta.url));

/**
 * Begins to make the files that pages share where the cache is new, in a process of its own: it takes a second, in which
 * a build lists its content.
 * @returns `null` where the cache has files of an earlier build.
 * @example await prepareAssets(".cache", beginAssets(".cache"))
 */
export function beginAssets(cache: string): Promise<void> | null {
  if (existsSync(join(cache, "assets"))) return null;
  const made = makeAside(cache);
  made.catch(() => undefined); // Told by prepareAssets.
  return made;
}

/**
 * Makes what the cache does not hold, in a process whose memory goes with it.
 * @throws {Error} naming file and line where a style sheet or a script does not compile.
 */
export function makeAside(cache: string): Promise<void> {
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
