import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { HashedFile } from "./hash-files.ts";

/**
 * Sums of files that have not been touched since they were last read, told as git tells them: by inode, size and time
 * of change. Builds hard-link what they did not make anew, so most files of a site are known.
 */
export class HashCache {
  readonly #file: string;
  readonly #known = new Map<string, { readonly identity: string; readonly file: HashedFile }>();
  /** Of files that were known in this run. */
  readonly #identities = new Map<string, string>();

  /** @param file where the cache lives; missing or damaged, it knows nothing */
  constructor(file: string) {
    this.#file = file;
    for (const line of readLines(file)) {
      const [identity = "", sha256 = "", size = "", path = ""] = line.split("\t");
      if (sha256.length === 64)
        this.#known.set(path, { identity, file: { path, sha256, size: Number(size) } });
    }
  }

  /** The file with its known sum, or `null` where it must be read. */
  get(folder: string, path: string): HashedFile | null {
    const known = this.#known.get(path);
    if (known === undefined) return null;
    const identity = identityOf(`${folder}/${path}`);
    if (known.identity !== identity) return null;
    this.#identities.set(path, identity);
    return known.file;
  }

  /** Writes the sums of a run's files, in one rename. */
  save(folder: string, files: readonly HashedFile[]): void {
    const lines = files.map(({ path, sha256, size }) => {
      const identity = this.#identities.get(path) ?? identityOf(`${folder}/${path}`);
      return [identity, sha256, size, path].join("\t");
    });
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.tmp`, `${lines.join("\n")}\n`);
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}

function identityOf(file: string): string {
  const { dev, ino, size, mtimeMs } = lstatSync(file);
  return `${dev}:${ino}:${size}:${mtimeMs}`;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return []; // no cache yet
  }
}
