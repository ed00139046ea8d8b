import { crc32, deflateSync } from "node:zlib";
import { create } from "qrcode";

/** A QR code for `<img>`: shown at any size with `image-rendering: pixelated`. */
export interface QrCode {
  /** A `data:` address of a PNG, quiet zone included, black on white: about 800 bytes. */
  readonly src: string;
}

/** Light modules around the code, as ISO/IEC 18004 asks. */
const QUIET = 4;
/** Readers take any mask; weighing all eight and splitting the text into modes costs eight times the rest. */
const MASK = 0;
const encoder = new TextEncoder();

/**
 * Takes text (an address, at most some 2,000 characters) and gives its QR code with medium error correction.
 *
 * @param pixels on a side of a module: one for screens, which keep pixels sharp; more for paper, where PDF viewers and
 * printers blur what they enlarge.
 * @throws {Error} where the text is empty or longer than a QR code holds.
 * @example qrCode("https://host/2022/07/ha-giang/").src // "data:image/png;base64,…"
 */
export function qrCode(text: string, pixels = 1): QrCode {
  const segments = [{ mode: "byte" as const, data: encoder.encode(text) }];
  const { modules } = create(segments, { errorCorrectionLevel: "M", maskPattern: MASK });
  return { src: `data:image/png;base64,${pngOf(modules, pixels).toString("base64")}` };
}

/** PNG signature, then chunks: https://www.w3.org/TR/png-3/ */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** One bit for each pixel, greyscale, deflate, filters of PNG, not interlaced. */
const ONE_BIT_GREY = [1, 0, 0, 0, 0];

/** At one pixel a module a code is as good as random: compressing takes longer than drawing and saves 100 bytes. */
const STORED = { level: 0, windowBits: 9, memLevel: 1 };
/** Memory for some kilobytes: what zlib sets up by default costs more than the work. */
const DEFLATED = { windowBits: 12, memLevel: 4 };
/** A row's first byte names its filter: under 2 (up) a row that is as the one above is all zeros. */
const AS_ABOVE = 2;

function pngOf(code: { readonly size: number; readonly data: ArrayLike<number> }, pixels: number): Buffer {
  const { size, data } = code;
  const side = (size + 2 * QUIET) * pixels;
  const stride = 1 + Math.ceil(side / 8);
  const rows = new Uint8Array(stride * side);
  for (let y = 0; y < side; y += 1) {
    const start = y * stride;
    if (y % pixels !== 0) {
      rows[start] = AS_ABOVE;
      continue;
    }
    rows.fill(0xff, start + 1, start + stride);
    const row = y / pixels - QUIET;
    if (row < 0 || row >= size) continue;
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] !== 1) continue;
      const from = (QUIET + column) * pixels;
      for (let x = from; x < from + pixels; x += 1) {
        const at = start + 1 + (x >> 3);
        rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7));
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set(ONE_BIT_GREY, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, pixels === 1 ? STORED : DEFLATED)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
