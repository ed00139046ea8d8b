/** Vowels of Vietnamese that carry tones. */
const VOWELS = Array.from("aăâeêioôơuưy");
/** No tone, huyền, sắc, ngã, hỏi, nặng as combining marks. */
const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/** Printable ASCII. */
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
/** Punctuation and signs of Vietnamese prose, and what pages of this site print. */
const SIGNS = "\u00a0\u202f–—‘’“”…•·«»×±°²³½¼₫€§©®→←↑↓↩≤≥−′″";

/**
 * All characters that a page font must have: ASCII, the 134 Vietnamese letters beyond it, punctuation.
 * @returns the characters without repetition, NFC; contains `ẫ` and `Đ`
 */
export function fontRepertoire(): string {
  const lower =
    VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC"))).join("") + "đ";
  return Array.from(new Set(ASCII + lower + lower.toUpperCase() + SIGNS)).join("");
}
