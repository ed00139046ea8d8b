import { FINGERPRINT_BITS } from "./fingerprints.ts";

/*
 * Files that tell which pages of a part have a fingerprint: `quote/00.bin` to `quote/7f.bin`, by the first seven bits of
 * the fingerprint. Each holds the numbers `rest of the fingerprint << 12 | mark of the page`, sorted, as differences in
 * LEB128. The mark is the end of the page’s id, so that no table of pages is needed. Pagefind could index fingerprints as
 * words, at four times the bytes and twice its time.
 */
const FILE_BITS = 7;
const REST_BITS = FINGERPRINT_BITS - FILE_BITS;
const MARK_DIGITS = 3;
const MARK_BITS = 4 * MARK_DIGITS;

/** One file under the folder of a part. */
export interface QuoteFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * The files for the pages of a part.
 *
 * @param pages fingerprints by the id of the page’s result file
 */
export function packQuotes(pages: ReadonlyMap<string, readonly number[]>): readonly QuoteFile[] {
  const lists = Array.from({ length: 1 << FILE_BITS }, (): number[] => []);
  for (const [id, fingerprints] of pages) {
    const mark = markOf(id);
    for (const fingerprint of fingerprints)
      lists[fingerprint >>> REST_BITS]?.push(((fingerprint & ((1 << REST_BITS) - 1)) << MARK_BITS) | mark);
  }
  return lists.map((list, file) => ({ path: pathOf(file), content: packNumbers(list) }));
}

/**
 * The file that has a fingerprint.
 *
 * @example quotePath(0) // 'quote/00.bin'
 */
export function quotePath(fingerprint: number): string {
  return pathOf(fingerprint >>> REST_BITS);
}

/** The marks of the pages that a file has for a fingerprint. */
export function readMarks(content: Uint8Array, fingerprint: number): ReadonlySet<number> {
  const wanted = fingerprint & ((1 << REST_BITS) - 1);
  const marks = new Set<number>();
  let number = 0;
  let difference = 0;
  let shift = 0;
  for (const byte of content) {
    difference |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    number += difference;
    if (number >>> MARK_BITS === wanted) marks.add(number & ((1 << MARK_BITS) - 1));
    difference = 0;
    shift = 0;
  }
  return marks;
}

/** The mark of a page. @example markOf('vi_fc74a9b') // 0xa9b */
export function markOf(id: string): number {
  return Number.parseInt(id.slice(-MARK_DIGITS), 16);
}

function pathOf(file: number): string {
  return `quote/${file.toString(16).padStart(2, "0")}.bin`;
}

function packNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const number of Uint32Array.from(numbers).sort()) {
    if (number === before && bytes.length > 0) continue;
    let difference = number - before;
    before = number;
    for (; difference > 127; difference >>>= 7) bytes.push((difference & 127) | 128);
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}
