import { crc32, deflateSync, type ZlibOptions } from "node:zlib";
import encodeQr from "qr";

/** A QR code for `<img>`: shown at any size with `image-rendering: pixelated`. */
export interface QrCode {
  /** A `data:` address of a PNG, quiet zone included, black on white: about 800 bytes. */
  readonly src: string;
}

/**
 * Medium error correction; readers take any mask, and weighing all eight costs half as much again. The quiet zone is
 * that of ISO/IEC 18004.
 */
const SYMBOL = { ecc: "medium", encoding: "byte", mask: 0, border: 4 } as const;

/**
 * Bytes that the even versions of the symbol hold at medium error correction (ISO/IEC 18004, table 7). Addresses of one
 * portal then share one or two sizes of symbol, of which the encoder keeps the last one's frame: two fifths of its work.
 */
const EVEN_VERSIONS: readonly (readonly [bytes: number, version: number])[] = [
  [26, 2],
  [62, 4],
  [106, 6],
  [152, 8],
  [213, 10],
];

/** The least even version that holds a text; none for a long text, which gets the least of all. */
function versionFor(text: string): { readonly version?: number } {
  const length = Buffer.byteLength(text);
  const version = EVEN_VERSIONS.find(([bytes]) => length <= bytes)?.[1];
  return version === undefined ? {} : { version };
}

/**
 * Takes text (an address, at most some 2,000 characters) and gives its QR code with medium error correction.
 *
 * @param pixels on a side of a module, at most eight: one for screens, which keep pixels sharp; more for paper, where PDF
 * viewers and printers blur what they enlarge.
 * @throws {Error} where the text is longer than a QR code holds.
 * @example qrCode("https://host/2022/07/ha-giang/").src // "data:image/png;base64,…"
 */
export function qrCode(text: string, pixels = 1): QrCode {
  const png = pngOf(encodeQr(text, "raw", { ...SYMBOL, ...versionFor(text) }), pixels);
  return { src: `data:image/png;base64,${png.toString("base64")}` };
}

/** PNG signature, then chunks: https://www.w3.org/TR/png-3/ */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** One bit for each pixel, greyscale, deflate, filters of PNG, not interlaced. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0];
const HEADER_LENGTH = 13;
/** Length, type and check sum of a chunk. */
const CHUNK_FRAME = 12;

/** At one pixel a module a code is as good as random: compressing takes longer than drawing and saves 100 bytes. */
const STORED: ZlibOptions = { level: 0, windowBits: 9, memLevel: 1, chunkSize: 1024 };
/**
 * Memory for some kilobytes: what zlib sets up by default costs more than the work. Level 3 takes a third of the time of
 * level 6 and 50 bytes more, of some 600.
 */
const DEFLATED: ZlibOptions = { level: 3, windowBits: 12, memLevel: 4, chunkSize: 2048 };
/** A row's first byte names its filter: under 2 (up) a row that is as the one above is all zeros. */
const AS_ABOVE = 2;

/** @param modules rows of the symbol; `true` is dark. */
function pngOf(modules: readonly (readonly boolean[])[], pixels: number): Buffer {
  const side = modules.length * pixels;
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set(ONE_BIT_GREY, 8);
  const image = deflateSync(rowsOf(modules, pixels), pixels === 1 ? STORED : DEFLATED);

  const png = Buffer.alloc(SIGNATURE.length + 3 * CHUNK_FRAME + HEADER_LENGTH + image.length);
  png.set(SIGNATURE);
  let at = SIGNATURE.length;
  at = writeChunk(png, at, "IHDR", header);
  at = writeChunk(png, at, "IDAT", image);
  writeChunk(png, at, "IEND", Buffer.alloc(0));
  return png;
}

/** The rows of the picture, each behind its filter. */
function rowsOf(modules: readonly (readonly boolean[])[], pixels: number): Uint8Array {
  const side = modules.length * pixels;
  const stride = 1 + Math.ceil(side / 8);
  const rows = new Uint8Array(stride * side);
  const light = (1 << pixels) - 1;
  for (const [y, line] of modules.entries()) {
    const start = y * pixels * stride;
    let at = start + 1;
    let bits = 0;
    let count = 0;
    for (const dark of line) {
      bits = ((bits << pixels) | (dark ? 0 : light)) & 0xffff;
      count += pixels;
      if (count < 8) continue;
      count -= 8;
      rows[at] = bits >> count;
      at += 1;
    }
    if (count > 0) rows[at] = bits << (8 - count);
    for (let copy = 1; copy < pixels; copy += 1) rows[start + copy * stride] = AS_ABOVE;
  }
  return rows;
}

/** @returns where the next chunk starts. */
function writeChunk(png: Buffer, at: number, type: string, body: Uint8Array): number {
  const end = at + CHUNK_FRAME + body.length;
  png.writeUInt32BE(body.length, at);
  png.write(type, at + 4, "latin1");
  png.set(body, at + 8);
  png.writeUInt32BE(crc32(png.subarray(at + 4, end - 4)), end - 4);
  return end;
}
