import { open } from "node:fs/promises";
import { basename, extname } from "node:path";
import { sniffBytes, sniffFile } from "./sniff.ts";

/** A kind of file that readers may download. */
export interface FileKind {
  /** As shown: `PDF`. */
  readonly type: string;
  /** Public ending: `.pdf`. */
  readonly extension: string;
  readonly mediaType: string;
}

/** A file that cannot be offered; the message is for its editor. */
export class FileError extends Error {}

/** Kinds by what the bytes say, with the endings that such a file may have; the first is the public one. */
const ALLOWED: Readonly<Record<string, readonly [string, ...string[]]>> = {
  pdf: [".pdf"],
  docx: [".docx"],
  xlsx: [".xlsx"],
  pptx: [".pptx"],
  odt: [".odt"],
  ods: [".ods"],
  odp: [".odp"],
  mp3: [".mp3"],
  m4a: [".m4a"],
  mp4: [".mp4", ".m4v"],
  webm: [".webm"],
  jpg: [".jpg", ".jpeg"],
  png: [".png"],
  vtt: [".vtt"],
};
const START_BYTES = 4096;

/**
 * Tells of which kind a file is by its content.
 * @param bytes all of it, `null`: only what is needed is read.
 * @throws {FileError} where readers should not be offered it, or where its name says something else.
 */
export async function kindOfFile(file: string, bytes: Uint8Array | null): Promise<FileKind> {
  const name = basename(file);
  const ending = extname(file).toLowerCase();
  const { type, mediaType } =
    bytes === null ? await sniffFile(file, await firstBytes(file)) : await sniffBytes(bytes);
  const extensions = ALLOWED[type];
  if (extensions === undefined) throw new FileError(refusal(name, ending, type));
  if (!extensions.includes(ending)) {
    throw new FileError(
      `Tệp "${name}" thật ra là tệp ${type.toUpperCase()}. Hãy đổi đuôi tên thành "${extensions[0]}".`,
    );
  }
  return { type: type.toUpperCase(), extension: extensions[0], mediaType };
}

function refusal(name: string, ending: string, type: string): string {
  if (type === "cfb") {
    return `Tệp "${name}" là văn bản Word, Excel kiểu cũ. Hãy mở ra rồi lưu lại thành .docx, .xlsx hoặc PDF.`;
  }
  if (/^(?:docm|xlsm|pptm|dotm|xltm|potm)$/.test(type)) {
    return `Tệp "${name}" chứa macro (mã chạy) nên không được đăng. Hãy lưu lại thành PDF hoặc .docx, .xlsx.`;
  }
  if (/^(?:exe|elf|macho|msi|apk|jar|dmg|script)$/.test(type)) {
    return `Tệp "${name}" là chương trình nên không được đăng.`;
  }
  if (type === "zip" && ALLOWED[ending.slice(1)] !== undefined) {
    return `Tệp "${name}" bị hỏng: không phải là ${ending.slice(1).toUpperCase()}. Hãy mở ra, lưu lại rồi thử lại.`;
  }
  if (/^(?:zip|rar|7z|gz|tar)$/.test(type)) {
    return `Tệp "${name}" là tệp nén, điện thoại khó mở. Hãy đính kèm từng tệp bên trong.`;
  }
  if (/^(?:mov|avi|mkv|flv|asf|wmv|3gp)$/.test(type)) {
    return `Tệp "${name}" là video ${type.toUpperCase()}, trình duyệt không mở được. Hãy xuất lại thành MP4.`;
  }
  if (/^(?:heic|heif)$/.test(type)) return `Tệp "${name}" là ảnh HEIC. Hãy lưu lại thành JPEG.`;
  if (type === "html") {
    return `Tệp "${name}" là một trang web, không phải tệp đính kèm; có lẽ tệp đã được tải về không đúng cách.`;
  }
  const known = type === "unknown" || type === "text" ? "" : ` (${type.toUpperCase()})`;
  return `Tệp "${name}"${known} thuộc loại không đăng được. Hãy dùng PDF, DOCX, XLSX, PPTX, ODT, MP3, MP4, JPG hoặc PNG.`;
}

async function firstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
