import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { BuildOptions } from "esbuild";
import type { OutputFile } from "./output-file.ts";

/** Runs before the first paint, so it is no module. */
const CLASSIC = "settings.entry.ts";
/** Becomes the service worker, which is made last: it names the other files. */
const WORKER = "offline.entry.ts";

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  legalComments: "none",
  target: ["es2020", "chrome80", "firefox78", "safari13.1"],
  // Safari 13 knows it; esbuild counts one rare fault of it as "not supported".
  supported: { destructuring: true },
} as const satisfies BuildOptions;

/**
 * Bundles every `*.entry.ts` of a folder but the service worker. Each entry is bundled by itself, so that a page asks for one
 * file; what an entry imports only when it is needed becomes a hashed part.
 * @returns `page.js`, `search.js` … named by entry, and their parts
 */
export async function makeScripts(folder: string): Promise<readonly OutputFile[]> {
  const entries = (await readdir(folder)).filter((name) => name.endsWith(".entry.ts") && name !== WORKER);
  const bundles = await Promise.all(
    entries
      .sort()
      .map((name) =>
        bundle(folder, name, name === CLASSIC ? { format: "iife" } : { format: "esm", splitting: true }),
      ),
  );
  // Two entries may share a part.
  return [...new Map(bundles.flat().map((file) => [file.path, file])).values()];
}

/**
 * Bundles the service worker.
 * @param stored addresses to keep from the start, relative to the front page
 * @param version changes with any of them
 */
export async function makeServiceWorker(
  folder: string,
  stored: readonly string[],
  version: string,
): Promise<OutputFile> {
  const [file] = await bundle(folder, WORKER, {
    format: "iife",
    define: { STORED_FILES: JSON.stringify(stored), VERSION: JSON.stringify(version) },
  });
  if (file === undefined) throw new Error(`${WORKER} gave no file.`);
  return { ...file, name: "service-worker.js", path: "service-worker.js" };
}

/**
 * JavaScript of a script that imports nothing, readable as it was written: the preview's.
 * @throws Error naming file and line where it does not compile
 * @example await plainScript("scripts/lib/site/serve/client.ts")
 */
export async function plainScript(file: string): Promise<string> {
  const { transform } = await import("esbuild");
  const { code } = await transform(await readFile(file, "utf8"), { loader: "ts", sourcefile: file });
  return code;
}

async function bundle(folder: string, name: string, options: BuildOptions): Promise<readonly OutputFile[]> {
  // Loaded only where a script changed: it starts a process.
  const { build } = await import("esbuild");
  const result = await build({
    ...COMMON,
    ...options,
    entryPoints: [join(folder, name)],
    absWorkingDir: folder,
    outdir: join(folder, "assets"),
    entryNames: "[name].[hash]",
    chunkNames: "part.[hash]",
    metafile: true,
    write: false,
  });
  const outputs = Object.entries(result.metafile.outputs);
  const files = result.outputFiles.map((file) => {
    const path = `assets/${basename(file.path)}`;
    const entry = outputs.find(([name]) => name === path)?.[1].entryPoint;
    const name = entry === undefined ? basename(path) : basename(entry).replace(".entry.ts", ".js");
    return { name, path: publicPath(path), bytes: file.contents };
  });
  const renamed = files.map((file) => ({ ...file, bytes: withPublicNames(file.bytes) }));
  return renamed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** esbuild writes hashes in capitals; our addresses are lower case. */
function publicPath(path: string): string {
  return path.replace(".entry.", ".").toLowerCase();
}

/** Imports of chunks follow the new names. */
function withPublicNames(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(text.replace(/part\.[A-Z0-9]{8}\.js/g, publicPath));
}
