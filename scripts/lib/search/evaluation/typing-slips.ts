import { foldVietnamese } from "../../domain/vietnamese/fold.ts";
import type { Random } from "./random.ts";

const TELEX: Readonly<Record<string, string>> = {
  "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j", "\u0306": "w", "\u031B": "w",
}; // prettier-ignore
const VNI: Readonly<Record<string, string>> = {
  "\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5", "\u0302": "6", "\u031B": "7", "\u0306": "8",
}; // prettier-ignore
const TONES = "\u0300\u0301\u0309\u0303\u0323";

/** Writes a text as the keys of the Telex method, tones at the end of words or right after their vowel. */
export function asTelex(text: string, tonesLast: boolean): string {
  return keysOf(text, tonesLast, (letter, mark) => (mark === "\u0302" ? letter : (TELEX[mark] ?? "")), "dd");
}

/** Writes a text as the keys of the VNI method. */
export function asVni(text: string, tonesLast: boolean): string {
  return keysOf(text, tonesLast, (_, mark) => VNI[mark] ?? "", "d9");
}

/** Takes the diacritics of about half the words away. */
export function withSomeDiacritics(text: string, random: Random): string {
  return text.replace(/[\p{L}]+/gu, (word) => (random.below(2) === 0 ? foldVietnamese(word) : word));
}

/** Gives about a third of the words another tone than they have. */
export function withWrongTones(text: string, random: Random): string {
  return text.replace(/[\p{L}]+/gu, (word) => {
    const marked = word.normalize("NFD");
    if (random.below(3) > 0 || !new RegExp(`[${TONES}]`).test(marked)) return word;
    return marked.replace(new RegExp(`[${TONES}]`), random.pick(Array.from(TONES))).normalize("NFC");
  });
}

/** Makes one slip in one of the longer words: a letter left out, doubled, changed or swapped with the next. */
export function withTypo(text: string, random: Random): string {
  const words = text.split(" ");
  const long = words.map((word, index) => ({ word, index })).filter(({ word }) => /^\p{L}{4,}$/u.test(word));
  if (long.length === 0) return text;
  const { word, index } = random.pick(long);
  const at = 1 + random.below(word.length - 2);
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + random.pick(Array.from("abceghiklmnoprstuvy")) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  words[index] = random.pick(slips);
  return words.join(" ");
}

/** Moves the tone of oa, oe, uy to the other vowel, as other keyboards do: hòa and hoà, thúy and thuý. */
export function withOtherTonePlacement(text: string): string {
  return text
    .normalize("NFD")
    .replace(new RegExp(`([ou])([${TONES}])([aey])(?![\\p{L}\\p{M}])`, "giu"), "$1$3$2")
    .normalize("NFC");
}

/** Writes i for y and y for i where both spellings are seen. */
export function withOtherI(text: string): string {
  return text.replace(
    /(?<![\p{L}])(h|k|l|m|s|t|qu)([iíìỉĩịyýỳỷỹỵ])(?![\p{L}])/giu,
    (_, onset: string, vowel: string) => {
      const [letter = "", ...marks] = Array.from(vowel.normalize("NFD"));
      return onset + ((letter === "y" ? "i" : "y") + marks.join("")).normalize("NFC");
    },
  );
}

function keysOf(
  text: string,
  tonesLast: boolean,
  keyOf: (letter: string, mark: string) => string,
  stroke: string,
): string {
  return text.replace(/[\p{L}]+/gu, (word) => {
    let keys = "";
    let tone = "";
    for (const part of word
      .toLowerCase()
      .normalize("NFD")
      .match(/\p{L}\p{M}*/gu) ?? []) {
      const [letter = "", ...marks] = Array.from(part);
      keys += letter === "đ" ? stroke : letter;
      for (const mark of marks.sort((a, b) => TONES.indexOf(a) - TONES.indexOf(b))) {
        if (TONES.includes(mark) && tonesLast) tone = keyOf(letter, mark);
        else keys += keyOf(letter, mark);
      }
    }
    return keys + tone;
  });
}
