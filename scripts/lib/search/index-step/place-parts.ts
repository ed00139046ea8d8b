import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { linkOrCopy } from "./link-or-copy.ts";
import { manifestName } from "./make-manifest.ts";
import type { Part } from "./part.ts";
import type { PartState } from "./make-part.ts";

/**
 * Puts a file of the cache into the site.
 * @param path from the site’s folder
 * @param key changes when the file does; `""` where the path itself names the content
 */
export type PlaceFile = (path: string, source: string, key: string) => void;

/** Files that Pagefind names by their content. */
const NAMED_BY_CONTENT = /^(?:fragment|index)\//;

/** Hands the files of parts over, also of those unchanged since the last run. */
export async function handOver(parts: readonly Part[], cache: string, place: PlaceFile): Promise<void> {
  const states = await Promise.all(parts.map((part) => readState(join(cache, part.key))));
  for (const [index, part] of parts.entries()) {
    for (const path of states[index]?.files ?? []) {
      const key = NAMED_BY_CONTENT.test(path) ? "" : part.key;
      place(`pagefind/${part.folder}${path}`, `${cache}/${part.key}/${path}`, key); // Thousands: `join` is slow.
    }
  }
}

/** Hands the manifest over. @param parts all of them. */
export function handOverManifest(parts: readonly Part[], cache: string, place: PlaceFile): void {
  const manifest = manifestName(parts);
  place("pagefind/search.json", join(cache, manifest), manifest);
}

/** Brings the folder of the index up to date: parts that stand there already are not touched, nor even read. */
export async function updateFolder(parts: readonly Part[], cache: string, target: string): Promise<void> {
  const placed = await readPlaced(target);
  const stale = parts.filter((part) => placed[part.folder] !== part.key);
  if (stale.length === 0 && Object.keys(placed).length === parts.length) return;
  for (const part of stale) {
    const folder = join(target, part.folder);
    const { files } = await readState(join(cache, part.key));
    await removePart(folder, part.index === 0);
    for (const parent of new Set(files.map((path) => dirname(join(folder, path)))))
      await mkdir(parent, { recursive: true });
    for (const path of files) linkOrCopy(join(cache, part.key, path), join(folder, path));
  }
  for (const entry of await readdir(target)) {
    if (entry.startsWith("part-") && !parts.some((part) => part.folder === `${entry}/`))
      await rm(join(target, entry), { recursive: true });
  }
  await writeFile(join(target, "search.json"), await readFile(join(cache, manifestName(parts))));
  const keys = Object.fromEntries(parts.map((part) => [part.folder, part.key]));
  await writeFile(join(target, "parts.json"), JSON.stringify(keys));
}

async function readState(folder: string): Promise<PartState> {
  return JSON.parse(await readFile(join(folder, "part.json"), "utf8")) as PartState; // written by the part worker of this format
}

async function readPlaced(target: string): Promise<Readonly<Record<string, string>>> {
  try {
    return JSON.parse(await readFile(join(target, "parts.json"), "utf8")) as Record<string, string>; // written above
  } catch {
    return {};
  }
}

async function removePart(folder: string, root: boolean): Promise<void> {
  if (!root) return rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const own = (await readdir(folder)).filter((entry) => !entry.startsWith("part-"));
  await Promise.all(own.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
}
