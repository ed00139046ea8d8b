import { parseSyllable, writeSyllable } from "./syllable.ts";

const TONE_KEYS: Readonly<Record<string, string>> = {
  f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323",
  "2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323",
}; // prettier-ignore
const HAT = "\u0302";
const HORN = "\u031B";
const BREVE = "\u0306";

/**
 * Takes a word typed with the Telex method while the keyboard did not convert it and gives the word meant,
 * lower case, or `null` when the keys do not give a Vietnamese syllable. A word that needs no repair gives `null`.
 * Tone and mark keys may stand anywhere after their vowel.
 *
 * @example repairTelex('giaso') // 'giáo'; repairTelex('dderr') // null
 */
export function repairTelex(word: string): string | null {
  const typed = word.toLowerCase();
  const misread = typed.includes("oo"); // “coong” is a syllable, but who types it means công
  if (!/^[a-z]{2,9}$/.test(typed) || (parseSyllable(typed) !== null && !misread)) return null;
  let letters = "";
  let tone = "";
  for (const key of typed) {
    const before = letters.normalize("NFD");
    const mark = TONE_KEYS[key];
    if (mark !== undefined && tone === "" && /[aeiouy]/.test(before)) {
      tone = mark;
    } else if (key === "w") {
      letters = marked(before, /(uo)(?!\p{M})|[uoa](?!\p{M})/u, HORN) ?? `${letters}ư`;
    } else if (key === "d" && /^d/.test(letters)) {
      letters = `đ${letters.slice(1)}`;
    } else if (
      /[aeo]/.test(key) &&
      new RegExp(`${key}(?!\\p{M})`, "u").test(before) &&
      !endsOpen(before, key)
    ) {
      letters = marked(before, new RegExp(`${key}(?!\\p{M})`, "u"), HAT) ?? letters;
    } else {
      letters += key;
    }
  }
  return compose(letters, tone);
}

/**
 * Takes a word typed with the VNI method while the keyboard did not convert it (1-5 tones, 6 â ê ô, 7 ơ ư,
 * 8 ă, 9 đ) and gives the word meant, lower case, or `null` when it is none.
 *
 * @example repairVni('ho65i') // 'hội'
 */
export function repairVni(word: string): string | null {
  const typed = word.toLowerCase();
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(typed) || typed.length > 10) return null;
  let letters = "";
  let tone = "";
  for (const key of typed) {
    const before = letters.normalize("NFD");
    const mark = TONE_KEYS[key];
    if (mark !== undefined && /\d/.test(key)) {
      if (tone !== "") return null;
      tone = mark;
    } else if (key === "9") {
      if (!before.startsWith("d")) return null;
      letters = `đ${letters.slice(1)}`;
    } else if (/[678]/.test(key)) {
      const shape = key === "6" ? HAT : key === "7" ? HORN : BREVE;
      const vowels =
        key === "6" ? /[aeo](?!\p{M})/u : key === "7" ? /(uo)(?!\p{M})|[uo](?!\p{M})/u : /a(?!\p{M})/u;
      const next = marked(before, vowels, shape);
      if (next === null) return null;
      letters = next;
    } else {
      letters += key;
    }
  }
  return compose(letters, tone);
}

/** Puts a mark on the first vowel that the pattern finds; the pair `uo` takes the horn twice, `a` takes a breve for it. */
function marked(decomposed: string, vowels: RegExp, mark: string): string | null {
  if (!vowels.test(decomposed)) return null;
  return decomposed
    .replace(vowels, (found) =>
      found === "uo" ? `u${HORN}o${HORN}` : `${found}${found === "a" && mark === HORN ? BREVE : mark}`,
    )
    .normalize("NFC");
}

/** Whether a vowel key right after another, different vowel starts a rime of its own: the second o of “khoeo”. */
function endsOpen(before: string, key: string): boolean {
  return key === "o" && /oe$/.test(before);
}

function compose(letters: string, tone: string): string | null {
  const plain = parseSyllable(letters);
  if (plain === null) return null;
  const written = writeSyllable({ ...plain, tone });
  return parseSyllable(written) === null ? null : written;
}
