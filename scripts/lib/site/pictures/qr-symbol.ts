import { hash } from "node:crypto";
import encodeQr from "qr";
import { codewords, type Blocks } from "./reed-solomon.ts";

/** A QR symbol with its quiet zone, one bit for each module, light is 1: rows from the top, each of whole bytes. */
export interface QrSymbol {
  /** Modules on a side. */
  readonly side: number;
  /** Bytes of a row. */
  readonly stride: number;
  readonly rows: Uint8Array;
}

/**
 * Medium error correction; readers take any mask, and weighing all eight costs half as much again. The quiet zone is
 * that of ISO/IEC 18004.
 */
const RULES = { ecc: "medium", encoding: "byte", mask: 0, border: 4 } as const;

/** A version of the symbol at medium error correction (ISO/IEC 18004, tables 3, 7 and 9). */
interface Version extends Blocks {
  readonly number: number;
  /** Bytes of text that it holds. */
  readonly holds: number;
  /** Bits in which the length of the text is written. */
  readonly lengthBits: 8 | 16;
}

/** Even versions only: addresses of one portal then share one or two sizes of symbol. */
const VERSIONS: readonly Version[] = [
  { number: 2, holds: 26, lengthBits: 8, data: [28], correction: 16 },
  { number: 4, holds: 62, lengthBits: 8, data: [32, 32], correction: 18 },
  { number: 6, holds: 106, lengthBits: 8, data: [27, 27, 27, 27], correction: 16 },
  { number: 8, holds: 152, lengthBits: 8, data: [38, 38, 39, 39], correction: 22 },
  { number: 10, holds: 213, lengthBits: 16, data: [43, 43, 43, 43, 44], correction: 26 },
];

/** Symbols of one version after which it pays to learn it: fifty are drawn for that. */
const WORTH_LEARNING = 100;

/**
 * Draws QR symbols, quickly where there are many. The library spends most of a symbol on moving single modules. Which
 * module shows which bit of the codewords is the same for all symbols of a version, so it is learnt from some symbols
 * that the library draws; from then on a symbol takes its codewords and one table.
 */
export class SymbolPlotter {
  readonly #learnAfter: number;
  readonly #drawn = new Map<Version, number>();
  readonly #learned = new Map<Version, (bytes: Uint8Array) => QrSymbol>();

  /** @param learnAfter symbols of a version that the library draws first. */
  constructor(learnAfter = WORTH_LEARNING) {
    this.#learnAfter = learnAfter;
  }

  /**
   * The symbol of a text in the least even version that holds it; a long text has the least of all.
   * @throws {Error} where the text is longer than a QR code holds.
   * @example new SymbolPlotter().plot("https://host/").side // 33
   */
  plot(text: string): QrSymbol {
    const bytes = Buffer.from(text);
    const version = VERSIONS.find(({ holds }) => bytes.length <= holds);
    if (version === undefined) return draw(bytes, {});
    const drawn = this.#drawn.get(version) ?? 0;
    this.#drawn.set(version, drawn + 1);
    if (drawn < this.#learnAfter) return draw(bytes, { version: version.number });
    let plot = this.#learned.get(version);
    if (plot === undefined) this.#learned.set(version, (plot = learn(version)));
    return plot(bytes);
  }
}

function draw(bytes: Uint8Array, version: { readonly version?: number }): QrSymbol {
  const modules = encodeQr("", "raw", { ...RULES, ...version, textEncoder: () => bytes });
  const side = modules.length;
  const stride = Math.ceil(side / 8);
  const rows = new Uint8Array(stride * side);
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      const at = y * stride + (x >> 3);
      if (!dark) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    });
  });
  return { side, stride, rows };
}

/** Symbols of which a version is learnt: of 2,000 bits two are alike in all of them once in 2 ** 42 / 2,000 ** 2. */
const SAMPLES = 42;

/** Learns of a version which module shows which bit. @throws {Error} where a bit is shown nowhere: the library is another one. */
function learn(version: Version): (bytes: Uint8Array) => QrSymbol {
  const dataOf = dataCodewords(version);
  const all = codewords(version);
  const samples = sampleTexts(version.holds);
  const symbols = samples.map((bytes) => draw(bytes, { version: version.number }));
  const words = samples.map((bytes) => all(dataOf(bytes)).slice());
  const [first, firstWords] = [symbols[0], words[0]];
  if (first === undefined || firstWords === undefined) throw new Error("There are no samples.");

  const rows = symbols.map((symbol) => symbol.rows);
  const modulesOf = Map.groupBy(Array(first.rows.length * 8).keys(), (module) => history(rows, module));
  const places = Uint16Array.from({ length: firstWords.length * 8 }, (_, bit) => {
    // Bits of one history are always equal, those of the mode and of what fills a symbol up: their order does not matter.
    const module = modulesOf.get(history(words, bit))?.pop();
    if (module === undefined) throw new Error(`QR version ${version.number}: no module shows bit ${bit}.`);
    return module;
  });
  const { side, stride } = first;
  const blank = first.rows.slice();
  turnOver(blank, firstWords, places);
  return (bytes) => {
    const rows = blank.slice();
    turnOver(rows, all(dataOf(bytes)), places);
    return { side, stride, rows };
  };
}

/** Texts without a pattern that fill a symbol, and for each bit of the length one in which only that bit is set. */
function sampleTexts(holds: number): readonly Uint8Array[] {
  const text = (sample: number, length: number) => {
    const blocks = [0, 1, 2, 3].map((block) => hash("sha512", `${sample} ${block}`, "buffer"));
    return Buffer.concat(blocks).subarray(0, length);
  };
  const lengths = [1, 2, 4, 8, 16, 32, 64, 128].filter((length) => length <= holds);
  return [...Array<number>(SAMPLES).fill(holds), ...lengths].map((length, sample) => text(sample, length));
}

/** How a bit differs from sample to sample. */
function history(samples: readonly Uint8Array[], bit: number): string {
  const at = (bytes: Uint8Array | undefined) => ((bytes?.[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
  const first = at(samples[0]);
  return samples.map((bytes) => at(bytes) ^ first).join("");
}

/** Turns over the modules of all bits that are set. */
function turnOver(rows: Uint8Array, words: Uint8Array, places: Uint16Array): void {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) {
      if ((word & (0x80 >> bit)) === 0) continue;
      const place = places[index * 8 + bit] ?? 0;
      rows[place >> 3] = (rows[place >> 3] ?? 0) ^ (0x80 >> (place & 7));
    }
  }
}

/** Byte mode, its bits; the terminator; bytes that fill a symbol up (ISO/IEC 18004, 7.4). */
const BYTE_MODE = 0b0100;
const FILL = [0xec, 0x11] as const;

/** Makes a function that writes a text as data codewords; what it gives is overwritten by the next call. */
function dataCodewords({ data, lengthBits }: Version): (bytes: Uint8Array) => Uint8Array {
  const words = new Uint8Array(data.reduce((sum, length) => sum + length, 0));
  const head = lengthBits / 8;
  return (bytes) => {
    const { length } = bytes;
    // Mode and length end half-way in a byte, and so does each byte after them.
    let rest = BYTE_MODE;
    let at = 0;
    const push = (byte: number) => {
      words[at] = (rest << 4) | (byte >> 4);
      rest = byte & 0xf;
      at += 1;
    };
    for (let byte = head - 1; byte >= 0; byte -= 1) push((length >> (8 * byte)) & 0xff);
    for (let index = 0; index < length; index += 1) push(bytes[index] ?? 0);
    push(0);
    for (let fill = 0; at < words.length; at += 1, fill ^= 1) words[at] = FILL[fill] ?? 0;
    return words;
  };
}
