/** Every letter that stands for the Vietnamese đ in found text: đ Đ, the Icelandic eth ð Ð, the African ɖ Ɖ. */
const D_WITH_STROKE = /[đĐðÐɖƉ]/g;
const COMBINING_MARKS = /\p{M}+/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

/**
 * Takes text in any Unicode form and gives the same text in lower case without diacritics: tones and
 * letter marks go, and đ, Đ and their look-alikes become d (Unicode does not decompose them). Length and
 * spacing are otherwise kept. One fold serves slugs, the search index, queries and the duplicate check.
 *
 * @example foldVietnamese('Đảng bộ HUYỆN Đắk R’lấp') // 'dang bo huyen dak r’lap'
 */
export function foldVietnamese(text: string): string {
  return text
    .replace(D_WITH_STROKE, "d")
    .normalize("NFD")
    .replace(COMBINING_MARKS, "")
    .normalize("NFC")
    .toLowerCase();
}

/**
 * Takes text as found (pasted, typed, decomposed) and gives it in NFC with the letter đ spelled as đ/Đ,
 * without invisible characters, and with each run of white space as one space, trimmed. Letters keep
 * their case and marks: this is the form in which text is compared and indexed, not a correction of prose.
 *
 * @example normalizeVietnamese('Ðiê\u0323n\u00A0 Biên\u200B') // 'Điện Biên'
 */
export function normalizeVietnamese(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[ÐƉ]/g, "Đ")
    .replace(/[ðɖ]/g, "đ")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .trim();
}
