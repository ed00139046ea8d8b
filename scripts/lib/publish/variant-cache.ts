import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { versions } from "node:process";

/** A compressed form of a file, as the cache knows it. */
export interface Variant {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Both compressed forms of one content; `null` where compression gained nothing. */
export interface Variants {
  readonly br: Variant | null;
  readonly gz: Variant | null;
}

/** Levels change the bytes, so they are part of the cache's identity, as is the compressor's version. */
const IDENTITY = `trang-tin variants 1, zlib ${versions.zlib}, brotli ${versions["brotli"] ?? "unknown"}`;

/** Compressed forms by content hash, kept in a folder between builds. */
export class VariantCache {
  readonly #folder: string;
  readonly #known: Map<string, Variants>;
  readonly #used = new Set<string>();
  #changed = false;

  /**
   * Opens the cache; a missing, damaged or outdated one is an empty one.
   * @param folder cache folder, made where it is missing
   */
  constructor(folder: string) {
    this.#folder = `${folder}/variants`;
    mkdirSync(this.#folder, { recursive: true });
    this.#known = readIndex(`${this.#folder}/index.tsv`);
  }

  /** The compressed forms of a content (SHA-256), `null` where it was never compressed. */
  get(content: string): Variants | null {
    const variants = this.#known.get(content) ?? null;
    if (variants !== null) this.#used.add(content);
    return variants;
  }

  /** Keeps a compressed file; the write is atomic, so a killed run leaves no torn file. */
  write(content: string, encoding: keyof Variants, bytes: Uint8Array): void {
    const file = this.fileOf(content, encoding);
    mkdirSync(`${this.#folder}/${content.slice(0, 2)}`, { recursive: true });
    writeFileSync(`${file}.tmp`, bytes);
    renameSync(`${file}.tmp`, file);
  }

  set(content: string, variants: Variants): void {
    this.#known.set(content, variants);
    this.#used.add(content);
    this.#changed = true;
  }

  fileOf(content: string, encoding: keyof Variants): string {
    return `${this.#folder}/${content.slice(0, 2)}/${content}.${encoding}`;
  }

  /** Writes the index; once unused contents outnumber the used ones, forgets the unused. */
  save(): void {
    if (this.#known.size > 2 * this.#used.size + 1_000) this.#forgetUnused();
    if (!this.#changed) return;
    const lines = [...this.#known].map(([content, { br, gz }]) => [
      content,
      formatVariant(br),
      formatVariant(gz),
    ]);
    const text = [IDENTITY, ...lines.map((line) => line.join("\t"))].join("\n");
    writeFileSync(`${this.#folder}/index.tmp`, `${text}\n`);
    renameSync(`${this.#folder}/index.tmp`, `${this.#folder}/index.tsv`);
    this.#changed = false;
  }

  #forgetUnused(): void {
    for (const content of [...this.#known.keys()].filter((key) => !this.#used.has(key))) {
      rmSync(this.fileOf(content, "br"), { force: true });
      rmSync(this.fileOf(content, "gz"), { force: true });
      this.#known.delete(content);
    }
    this.#changed = true;
  }
}

function readIndex(file: string): Map<string, Variants> {
  const known = new Map<string, Variants>();
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return known; // no index yet: an empty cache
  }
  const [identity, ...lines] = text.split("\n");
  if (identity !== IDENTITY) return known;
  for (const line of lines) {
    const [content = "", br = "", gz = ""] = line.split("\t");
    if (content.length === 64) known.set(content, { br: parseVariant(br), gz: parseVariant(gz) });
  }
  return known;
}

function formatVariant(variant: Variant | null): string {
  return variant === null ? "-" : `${variant.sha256}:${variant.size}`;
}

function parseVariant(text: string): Variant | null {
  const [sha256 = "", size] = text.split(":");
  return size === undefined ? null : { sha256, size: Number(size) };
}
