/** Every letter that stands for the Vietnamese đ in found text: đ Đ, the Icelandic eth ð Ð, the African ɖ Ɖ. */
const D_WITH_STROKE = /[đĐðÐɖƉ]/g;
const COMBINING_MARKS = /\p{M}+/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;
/** Anything that `normalizeVietnamese` would change in NFC text. */
const UNTIDY =
  /[ÐƉðɖ\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\t-\r\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]| {2}|^ | $/;

/** Folded UTF-16 units by unit, filled as they are met; 0 for those not met yet, `IRREGULAR` for the rest. */
const FOLDED = new Uint16Array(0x10000);
const IRREGULAR = 0xffff;
/** Units turned into text at a time: engines limit the number of arguments. */
const BATCH = 8192;

/**
 * Takes text in any Unicode form and gives the same text in lower case without diacritics: tones and
 * letter marks go, and đ, Đ and their look-alikes become d (Unicode does not decompose them). Length and
 * spacing are otherwise kept. One fold serves slugs, the search index, queries and the duplicate check.
 *
 * @example foldVietnamese('Đảng bộ HUYỆN Đắk R’lấp') // 'dang bo huyen dak r’lap'
 */
export function foldVietnamese(text: string): string {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const folded = foldUnit(text.charCodeAt(index));
    if (folded === IRREGULAR) return foldAnything(text);
    units[index] = folded;
  }
  let result = "";
  for (let start = 0; start < units.length; start += BATCH) {
    // Spreading would walk an iterator; this is the hot loop of the search index.
    // Reflect.apply is typed `any`; fromCharCode gives a string.
    result += Reflect.apply(String.fromCharCode, null, units.subarray(start, start + BATCH)) as string;
  }
  return result;
}

/**
 * Takes text as found (pasted, typed, decomposed) and gives it in NFC with the letter đ spelled as đ/Đ,
 * without invisible characters, and with each run of white space as one space, trimmed. Letters keep
 * their case and marks: this is the form in which text is compared and indexed, not a correction of prose.
 *
 * @example normalizeVietnamese('Ðiê\u0323n\u00A0 Biên\u200B') // 'Điện Biên'
 */
export function normalizeVietnamese(text: string): string {
  const composed = text.normalize("NFC");
  if (!UNTIDY.test(composed)) return composed;
  return composed
    .replace(/[ÐƉ]/g, "Đ")
    .replace(/[ðɖ]/g, "đ")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .trim();
}

/** The fold of one UTF-16 unit, or `IRREGULAR` for combining marks, surrogates and what folds to several units. */
function foldUnit(unit: number): number {
  const known = FOLDED[unit] ?? 0;
  if (known !== 0) return known;
  const letter = String.fromCharCode(unit);
  const folded = foldAnything(letter);
  const regular = folded.length === 1 && !/[\p{M}\p{Cs}]/u.test(letter) && unit !== 0;
  FOLDED[unit] = regular ? folded.charCodeAt(0) : IRREGULAR;
  return FOLDED[unit] ?? IRREGULAR;
}

function foldAnything(text: string): string {
  return text
    .replace(D_WITH_STROKE, "d")
    .normalize("NFD")
    .replace(COMBINING_MARKS, "")
    .normalize("NFC")
    .toLowerCase();
}
