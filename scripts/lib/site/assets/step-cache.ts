import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { hashOf, type OutputFile } from "./output-file.ts";

/** Something that makes files which pages share. */
export interface StepOptions {
  /** Folder of the cache; made where missing. */
  readonly cache: string;
  /** `fonts`, `icons`, `scripts`, `styles`. */
  readonly step: string;
  /** Files and folders (all files below) that the step reads. */
  readonly inputs: readonly string[];
  /** Whatever else decides the result. */
  readonly settings: readonly string[];
}

/**
 * Runs a step, or reads what it made the last time that its inputs had the same bytes.
 * @param make makes the files; called only where the cache does not hold them
 * @returns the files in the order in which the step made them
 */
export async function cachedStep(
  options: StepOptions,
  make: () => Promise<readonly OutputFile[]>,
): Promise<readonly OutputFile[]> {
  const folder = folderOf(options);
  const kept = await readKept(folder);
  if (kept !== null) return kept;
  const made = await make();
  await keep(folder, made);
  return made;
}

/** As `cachedStep`, but makes nothing. @throws {NotKept} where the cache does not hold the files. */
export async function keptStep(options: StepOptions): Promise<readonly OutputFile[]> {
  const kept = await readKept(folderOf(options));
  if (kept === null) throw new NotKept(`the cache does not hold the ${options.step}`);
  return kept;
}

/** Thrown where a step has to be made first. */
export class NotKept extends Error {}

function folderOf({ cache, step, inputs, settings }: StepOptions): string {
  return join(cache, "assets", `${step}-${hashOf([...settings, ...inputHashes(inputs)])}`);
}

/** Path and content hash of every file; folders are walked in order of name. A promise for each small file would cost more than reading it. */
function inputHashes(inputs: readonly string[]): readonly string[] {
  return inputs.flatMap((input) =>
    filesBelow(input).flatMap((file) => [file.slice(input.length), hashOf([readFileSync(file)])]),
  );
}

function filesBelow(path: string): readonly string[] {
  if (extname(path) !== "") return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readKept(folder: string): Promise<readonly OutputFile[] | null> {
  try {
    const index = await readFile(join(folder, "index.json"), "utf8");
    // The file is our own: `keep` wrote it.
    const entries = JSON.parse(index) as readonly { readonly name: string; readonly path: string }[];
    return await Promise.all(
      entries.map(async (entry, position) => ({
        ...entry,
        bytes: await readFile(join(folder, String(position))),
      })),
    );
  } catch {
    return null;
  }
}

/** A run that is cut off leaves a folder under another name, which no run reads. */
async function keep(folder: string, files: readonly OutputFile[]): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await Promise.all(files.map((file, position) => writeFile(join(draft, String(position)), file.bytes)));
  const index = files.map(({ name, path }) => ({ name, path }));
  await writeFile(join(draft, "index.json"), JSON.stringify(index));
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
