import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

/** One file as it lies on disk. */
export interface HashedFile {
  /** Path inside the folder, with forward slashes: `2022/07/x/index.html`. */
  readonly path: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** SHA-256 in lower-case hexadecimal of bytes or of UTF-8 text. */
export function sha256(content: Uint8Array | string): string {
  return hash("sha256", content, "hex");
}

/** Reads and hashes a file. @throws the file system's error */
export function hashFile(folder: string, path: string): HashedFile {
  const bytes = readFileSync(`${folder}/${path}`);
  return { path, sha256: sha256(bytes), size: bytes.length };
}
