import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";

/** A file of the site that the asset step makes. */
export interface OutputFile {
  /** What it is, without its hash: `site.css`, `page.js`. */
  readonly name: string;
  /** Where it stands below the output folder: `assets/site.3f2a91c0b7.css`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Gives a file an address that changes with its bytes, so that browsers may keep it for ever.
 * @returns the file below `assets/`; `hashedFile("site.css", bytes).path` is `assets/site.3f2a91c0b7.css`
 */
export function hashedFile(name: string, bytes: Uint8Array): OutputFile {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  return { name, path: `assets/${stem}.${hashOf([bytes])}${extension}`, bytes };
}

/**
 * Hashes bytes and strings in order.
 * @returns the first ten hexadecimal digits of SHA-256; `hashOf(["a"])` is `ca978112ca`
 */
export function hashOf(parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 10);
}

/**
 * Finds a file by its name.
 * @throws Error where no file has that name: a fault of the asset step, never of content
 */
export function fileNamed(files: readonly OutputFile[], name: string): OutputFile {
  const found = files.find((file) => file.name === name);
  if (found === undefined) throw new Error(`The asset step made no "${name}".`);
  return found;
}

/** Writes files below a folder; missing folders are made. */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  await Promise.all(
    files.map(async (file) => {
      const target = join(folder, file.path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, file.bytes);
    }),
  );
}
