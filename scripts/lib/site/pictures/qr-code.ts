import { crc32, deflateSync, type ZlibOptions } from "node:zlib";
import { SymbolPlotter, type QrSymbol } from "./qr-symbol.ts";

/** A QR code for `<img>`: shown at any size with `image-rendering: pixelated`. */
export interface QrCode {
  /** A `data:` address of a PNG, quiet zone included, black on white: about 800 bytes. */
  readonly src: string;
}

const plotter = new SymbolPlotter();

/**
 * Takes text (an address, at most some 2,000 characters) and gives its QR code with medium error correction.
 *
 * @param use one pixel a module for screens, which keep pixels sharp; four for paper, where PDF viewers and printers blur
 * what they enlarge.
 * @throws {Error} where the text is longer than a QR code holds.
 * @example qrCode("https://host/2022/07/ha-giang/").src // "data:image/png;base64,…"
 */
export function qrCode(text: string, use: "screen" | "paper" = "screen"): QrCode {
  const symbol = plotter.plot(text);
  const png =
    use === "screen"
      ? pngOf(symbol.side, stored(plainRows(symbol)))
      : pngOf(symbol.side * 4, deflated(symbol));
  return { src: `data:image/png;base64,${png.toString("base64")}` };
}

/** PNG signature, then chunks: https://www.w3.org/TR/png-3/ */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** One bit for each pixel, greyscale, deflate, filters of PNG, not interlaced. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0];
const HEADER_LENGTH = 13;
/** Length, type and check sum of a chunk. */
const CHUNK_FRAME = 12;

/** @param side pixels on a side. @param image rows, each behind its filter, as a zlib stream. */
function pngOf(side: number, image: Uint8Array): Buffer {
  const header = new Uint8Array(HEADER_LENGTH);
  const sides = new DataView(header.buffer);
  sides.setUint32(0, side);
  sides.setUint32(4, side);
  header.set(ONE_BIT_GREY, 8);

  const png = Buffer.allocUnsafe(SIGNATURE.length + 3 * CHUNK_FRAME + HEADER_LENGTH + image.length);
  png.set(SIGNATURE);
  let at = SIGNATURE.length;
  at = writeChunk(png, at, "IHDR", header);
  at = writeChunk(png, at, "IDAT", image);
  writeChunk(png, at, "IEND", new Uint8Array(0));
  return png;
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

/** One pixel a module. */
function plainRows({ side, stride, rows }: QrSymbol): Uint8Array {
  const filtered = new Uint8Array((1 + stride) * side);
  for (let y = 0; y < side; y += 1) {
    filtered.set(rows.subarray(y * stride, (y + 1) * stride), y * (1 + stride) + 1);
  }
  return filtered;
}

/** Modulus of Adler-32, https://www.rfc-editor.org/rfc/rfc1950 */
const ADLER = 65_521;
/** A window of 512 bytes, no dictionary; then one block, the last, which is stored: https://www.rfc-editor.org/rfc/rfc1951 */
const STORED = [0x18, 0x19, 0x01] as const;

/**
 * A zlib stream of one stored block. At one pixel a module a code is as good as random: compressing takes longer than
 * drawing and saves 100 bytes.
 * @param bytes at most 65,535; the largest symbol has 4,625.
 */
function stored(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const stream = Buffer.allocUnsafe(length + 11);
  stream.set(STORED);
  stream.writeUInt16LE(length, 3);
  stream.writeUInt16LE(~length & 0xffff, 5);
  stream.set(bytes, 7);
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low += byte;
    high += low;
  }
  stream.writeUInt16BE(high % ADLER, length + 7);
  stream.writeUInt16BE(low % ADLER, length + 9);
  return stream;
}

/**
 * Memory for some kilobytes: what zlib sets up by default costs more than the work. Level 3 takes a third of the time of
 * level 6 and 50 bytes more, of some 600.
 */
const DEFLATED: ZlibOptions = { level: 3, windowBits: 12, memLevel: 4, chunkSize: 2048 };
/** A row's first byte names its filter: under 2 (up) a row that is as the one above is all zeros. */
const AS_ABOVE = 2;

/** Eight modules of one bit, as four bytes of four bits each. */
const FOURFOLD = Uint32Array.from({ length: 256 }, (_, modules) => {
  let wide = 0;
  for (let bit = 0; bit < 8; bit += 1) if ((modules & (0x80 >> bit)) !== 0) wide |= 0xf << (28 - 4 * bit);
  return wide >>> 0;
});

/** Four by four pixels a module. */
function deflated({ side, stride, rows }: QrSymbol): Uint8Array {
  const wide = Math.ceil(side / 2);
  const filtered = new Uint8Array((1 + wide) * side * 4);
  for (let y = 0; y < side; y += 1) {
    const start = y * 4 * (1 + wide);
    for (let x = 0; x < wide; x += 1) {
      const four = FOURFOLD[rows[y * stride + (x >> 2)] ?? 0] ?? 0;
      filtered[start + 1 + x] = four >>> (24 - 8 * (x & 3));
    }
    for (let copy = 1; copy < 4; copy += 1) filtered[start + copy * (1 + wide)] = AS_ABOVE;
  }
  return deflateSync(filtered, DEFLATED);
}
