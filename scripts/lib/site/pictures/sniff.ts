/** What the first bytes say a file is, whatever its name. */
export interface Sniffed {
  /** `jpg`, `pdf`; `svg`, `html`, `text` and `unknown` where there is no binary signature. */
  readonly type: string;
  /** `application/octet-stream` where unknown. */
  readonly mediaType: string;
}

const OCTETS = "application/octet-stream";

/** Loaded for the first file that is new: builds mostly find none. */
const signatures = () => import("file-type");

/** Tells what bytes are. @example (await sniffBytes(bytes)).type // "png" */
export async function sniffBytes(bytes: Uint8Array): Promise<Sniffed> {
  const { fileTypeFromBuffer } = await signatures();
  const known = await fileTypeFromBuffer(bytes);
  return known === undefined || known.ext === "xml"
    ? sniffText(bytes)
    : { type: known.ext, mediaType: known.mime };
}

/** Tells what a file is; reads only what it needs. `start` is its first few kilobytes. */
export async function sniffFile(file: string, start: Uint8Array): Promise<Sniffed> {
  const { fileTypeFromFile } = await signatures();
  const known = await fileTypeFromFile(file);
  return known === undefined || known.ext === "xml"
    ? sniffText(start)
    : { type: known.ext, mediaType: known.mime };
}

function sniffText(bytes: Uint8Array): Sniffed {
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 1024))
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/<svg[\s/>]/i.test(start)) return { type: "svg", mediaType: "image/svg+xml" };
  if (/^<(?:!doctype html|html|head|body|script)/i.test(start))
    return { type: "html", mediaType: "text/html" };
  if (start.startsWith("WEBVTT")) return { type: "vtt", mediaType: "text/vtt" };
  if (start.startsWith("#!")) return { type: "script", mediaType: OCTETS };

  return /[\u0000-\u0008\uFFFD]/.test(start)
    ? { type: "unknown", mediaType: OCTETS }
    : { type: "text", mediaType: "text/plain" };
}
