import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import opentype, { type Font, type Glyph } from "opentype.js";

/** Weights that pictures are lettered in. */
export type Weight = 400 | 700;

/** A run of text as outlines. */
export interface Lettering {
  /** SVG elements, the start of the base line at 0,0, y downward. */
  readonly svg: string;
  /** In the same unit as `size`. */
  readonly width: number;
}

interface Letter {
  readonly font: Font;
  readonly glyph: Glyph;
  /** Outline in font units, y upward; empty for a space. */
  readonly outline: string;
}

/** The font comes in parts by script; a letter is taken from the first part that has it. */
const PARTS = ["latin", "vietnamese", "latin-ext"] as const;
const require = createRequire(import.meta.url);
const faces = new Map<Weight, Face>();

interface Face {
  readonly fonts: readonly Font[];
  readonly letters: Map<string, Letter | null>;
}

/**
 * Whether every letter of a text can be drawn: Vietnamese and other languages in Latin letters can, Khmer cannot.
 * @example canLetter("Đắk R’lấp") // true
 */
export function canLetter(text: string, weight: Weight): boolean {
  return Array.from(text.normalize("NFC")).every((character) => letterOf(weight, character) !== null);
}

/** Width of a text in one line at `size` pixels to the em. Letters that cannot be drawn count nothing. */
export function widthOf(text: string, weight: Weight, size: number): number {
  return lay(text, weight, size, null);
}

/**
 * Draws a text in one line as outlines, so that it looks the same whatever fonts a machine has.
 *
 * @example letter("Hà Giang", 700, 40).svg // '<g transform="scale(0.04,-0.04)"><path …'
 */
export function letter(text: string, weight: Weight, size: number): Lettering {
  const outlines: string[] = [];
  const width = lay(text, weight, size, outlines);
  const scale = size / unitsPerEm(weight);
  return { svg: `<g transform="scale(${scale},${-scale})">${outlines.join("")}</g>`, width };
}

function lay(text: string, weight: Weight, size: number, outlines: string[] | null): number {
  let x = 0;
  let before: Letter | null = null;
  for (const character of text.normalize("NFC")) {
    const next = letterOf(weight, character);
    if (next === null) continue;
    if (before?.font === next.font) x += next.font.getKerningValue(before.glyph, next.glyph);
    if (outlines !== null && next.outline !== "") {
      outlines.push(`<path transform="translate(${x},0)" d="${next.outline}"/>`);
    }
    x += next.glyph.advanceWidth ?? 0;
    before = next;
  }
  return (x * size) / unitsPerEm(weight);
}

function letterOf(weight: Weight, character: string): Letter | null {
  const { fonts, letters } = faceOf(weight);
  const known = letters.get(character);
  if (known !== undefined) return known;
  const font = fonts.find((part) => part.charToGlyphIndex(character) !== 0);
  let made: Letter | null = null;
  if (font !== undefined) {
    const glyph = font.charToGlyph(character);
    made = { font, glyph, outline: glyph.path.toPathData(0) };
  }
  letters.set(character, made);
  return made;
}

function unitsPerEm(weight: Weight): number {
  return faceOf(weight).fonts[0]?.unitsPerEm ?? 1000;
}

function faceOf(weight: Weight): Face {
  let face = faces.get(weight);
  if (face === undefined) {
    face = { fonts: PARTS.map((part) => readFont(part, weight)), letters: new Map() };
    faces.set(weight, face);
  }
  return face;
}

function readFont(part: string, weight: Weight): Font {
  const file = require.resolve(
    `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-${weight}-normal.woff`,
  );
  const bytes = readFileSync(file);
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
