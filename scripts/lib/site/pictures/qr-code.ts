import { create } from "qrcode";

/** A QR code for SVG: `<svg viewBox="0 0 size size"><path d="path"/></svg>`. */
export interface QrCode {
  /** Modules on a side, quiet zone included. */
  readonly size: number;
  /** Path data in module units: one rectangle for each run of dark modules in a row. */
  readonly path: string;
}

/** Light modules around the code, as ISO/IEC 18004 asks. */
const QUIET = 4;
/** Readers take any mask; weighing all eight and splitting the text into modes costs eight times the rest. */
const MASK = 0;
const encoder = new TextEncoder();

/**
 * Takes text (an address, at most some 2,000 characters) and gives its QR code with medium error correction.
 *
 * @throws {Error} where the text is empty or longer than a QR code holds.
 * @example qrCode("https://host/2022/07/ha-giang/").size // 37
 */
export function qrCode(text: string): QrCode {
  const segments = [{ mode: "byte" as const, data: encoder.encode(text) }];
  const { modules } = create(segments, { errorCorrectionLevel: "M", maskPattern: MASK });
  const { size, data } = modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] !== 1) continue;
      const start = column;
      while (column < size && data[row * size + column] === 1) column += 1;
      path += `M${start + QUIET} ${row + QUIET}h${column - start}v1h-${column - start}z`;
    }
  }
  return { size: size + 2 * QUIET, path };
}
