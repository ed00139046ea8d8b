import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { FileError, type FileKind } from "./file-kinds.ts";

/** Place in a film as cameras and phones write it (ISO 6709): `+22.3381+104.1487+123.0/`. */
const PLACE = /[+-]\d{2,3}\.\d{2,8}[+-]\d{3}\.\d{2,8}(?:[+-]\d+\.?\d*)?\/?/g;

/**
 * Writes `target` from `file` without the place where it was taken. Photographs offered for download are encoded
 * anew without metadata; in films the coordinates become zeros, so that no byte moves.
 *
 * @returns false where the kind carries no place: the caller copies the file as it is.
 * @throws {FileError} where a picture is damaged.
 */
export async function withoutPlace(file: string, kind: FileKind, target: string): Promise<boolean> {
  if (kind.mediaType.startsWith("image/")) {
    try {
      // Loaded only where it is needed: most files are documents.
      const { sharp } = await import("./sharp.ts");
      const picture = sharp(await readFile(file), { failOn: "error" }).autoOrient();
      await (kind.type === "PNG" ? picture.png() : picture.jpeg({ quality: 90 })).toFile(target);
      return true;
    } catch {
      throw new FileError(`Ảnh "${basename(file)}" bị hỏng hoặc chép chưa xong. Hãy chép lại ảnh gốc.`);
    }
  }
  if (kind.mediaType !== "video/mp4" && kind.mediaType !== "audio/x-m4a") return false;
  const bytes = await readFile(file);
  const moov = descriptionOf(bytes);
  const found = [...bytes.toString("latin1", moov.start, moov.end).matchAll(PLACE)];
  if (found.length === 0) return false;
  for (const match of found) bytes.write(match[0].replace(/\d/g, "0"), moov.start + match.index, "latin1");
  await writeFile(target, bytes);
  return true;
}

/** Where the `moov` box of an MP4 file lies, which says everything about the film but holds none of it. */
function descriptionOf(bytes: Buffer): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start + 16 <= bytes.length) {
    const short = bytes.readUInt32BE(start);
    const size = short === 1 ? Number(bytes.readBigUInt64BE(start + 8)) : short;
    const end = size === 0 ? bytes.length : start + size;
    if (bytes.toString("latin1", start + 4, start + 8) === "moov") return { start, end };
    if (size < 8) break;
    start = end;
  }
  return { start: 0, end: 0 };
}
