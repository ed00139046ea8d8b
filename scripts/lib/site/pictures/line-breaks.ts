import { widthOf, type Weight } from "./letters.ts";

/** A box for text: pixels, and how the text may be set in it. */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  readonly weight: Weight;
  /** Sizes to try, largest first, in pixels to the em. */
  readonly sizes: readonly [number, ...number[]];
  /** Distance of base lines in ems; stacked Vietnamese marks need 1.25 or more. */
  readonly leading: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

/**
 * Breaks a text into lines at the largest size at which all of it fits the box; at the smallest size what does not
 * fit gives way to an ellipsis.
 *
 * @example fitText("Hội nghị sơ kết", { width: 200, height: 100, weight: 700, sizes: [40], leading: 1.3 }).lines
 */
export function fitText(text: string, box: TextBox): FittedText {
  const words = text.split(/\s+/).filter((word) => word !== "");
  let smallest: FittedText = { size: box.sizes[0], lines: [] };
  for (const size of box.sizes) {
    const lines = breakLines(words, box, size);
    const room = Math.max(1, Math.floor(box.height / (size * box.leading)));
    if (lines.length <= room && lines.every((line) => widthOf(line, box.weight, size) <= box.width)) {
      return { size, lines };
    }
    smallest = { size, lines: cut(lines, room, box, size) };
  }
  return smallest;
}

function breakLines(words: readonly string[], box: TextBox, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, box.weight, size) > box.width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function cut(lines: readonly string[], room: number, box: TextBox, size: number): readonly string[] {
  const kept = lines.slice(0, room).map((line) => shorten(line, box, size, false));
  const last = kept.pop() ?? "";
  return [...kept, lines.length > room ? shorten(last, box, size, true) : last];
}

/** Takes words, then letters, from the end of a line until it fits, with an ellipsis in their place. */
function shorten(line: string, box: TextBox, size: number, always: boolean): string {
  const fits = (text: string) => widthOf(text, box.weight, size) <= box.width;
  if (!always && fits(line)) return line;
  let rest = line;
  while (rest !== "" && !fits(`${rest}…`)) {
    const space = rest.lastIndexOf(" ");
    rest = space > 0 ? rest.slice(0, space) : rest.slice(0, -1);
  }
  return `${rest.replace(/[\s,;:.–-]+$/, "")}…`;
}
