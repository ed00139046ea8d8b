import { foldVietnamese } from "./fold.ts";

/*
 * A Vietnamese syllable is an onset, a rime and a tone. The tables hold the rimes of the standard orthography
 * (Hoàng Phê, Từ điển chính tả) and those in -k of place names (Đắk Lắk, Krông Búk).
 */
const ONSETS = words("b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x");
const RIMES =
  words(`a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êk i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi ok om on ong oong ooc op ot
  ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui uk um un ung uôc uôi uôm uôn uông
  uôt uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yp yt`);
const FOLDED_ONSETS = foldAll(ONSETS);
const FOLDED_RIMES = foldAll(RIMES);

/** Combining marks of the five written tones, in the order huyền, sắc, hỏi, ngã, nặng. */
const TONE_MARKS = "\u0300\u0301\u0309\u0303\u0323";
const TONES = new RegExp(`[${TONE_MARKS}]`, "g");
const STOPPED = /(?:ch|[cptk])$/;

/** The parts of a syllable: `onset` and `rime` in lower-case letters without tone, `tone` a combining mark or `''`. */
export interface Syllable {
  readonly onset: string;
  readonly rime: string;
  readonly tone: string;
}

/**
 * Takes one word in any case and Unicode form and gives its parts when it is a possible Vietnamese syllable
 * (known onset and rime; sắc or nặng alone before a stop), else `null`.
 *
 * @example parseSyllable('Tuyên') // { onset: 't', rime: 'uyên', tone: '' }
 */
export function parseSyllable(word: string): Syllable | null {
  const marked = word.toLowerCase().normalize("NFD");
  const tones = marked.match(TONES) ?? [];
  if (tones.length > 1) return null;
  const tone = tones[0] ?? "";
  const parts = split(marked.replace(TONES, "").normalize("NFC"), ONSETS, RIMES);
  if (parts === null) return null;
  if (tone !== "" && STOPPED.test(parts.rime) && tone !== "\u0301" && tone !== "\u0323") return null;
  return { ...parts, tone };
}

/**
 * Tells whether a word without diacritics (`foldVietnamese` was applied) is some Vietnamese syllable.
 *
 * @example isFoldedSyllable('tuyen') // true; isFoldedSyllable('tuyeen') // false
 */
export function isFoldedSyllable(folded: string): boolean {
  return split(folded, FOLDED_ONSETS, FOLDED_RIMES) !== null;
}

/**
 * Writes a syllable with its tone where the common spelling has it: on the marked vowel, else on the vowel
 * before the last when nothing follows (`hòa`, `thúy`), else on the last (`toán`).
 *
 * @example writeSyllable({ onset: 'h', rime: 'oa', tone: '\u0300' }) // 'hòa'
 */
export function writeSyllable({ onset, rime, tone }: Syllable): string {
  if (tone === "") return onset + rime;
  const letters = Array.from(rime);
  const vowels = letters.filter((letter) => /[aeiouyăâêôơư]/.test(letter)).length;
  const marked = letters.map((letter) => /[ăâêôơư]/.test(letter));
  let at = marked.lastIndexOf(true);
  if (at < 0) at = vowels === 1 ? 0 : vowels === 3 || vowels < letters.length || onset === "qu" ? 1 : 0;
  letters[at] = `${letters[at] ?? ""}${tone}`;
  return (onset + letters.join("")).normalize("NFC");
}

/**
 * Takes a word and gives its canonical spelling for comparison: lower case, NFC, tone in the common place
 * (`hoà` → `hòa`), final `i` after h, k, l, m, s, t and qu as `y` (`kĩ` → `kỹ`, `quí` → `quý`). A word that
 * is no syllable is only lower-cased. Text shown to readers is never changed this way.
 *
 * @example canonicalSyllable('Quí') // 'quý'
 */
export function canonicalSyllable(word: string): string {
  const syllable = parseSyllable(word);
  if (syllable === null) return word.normalize("NFC").toLowerCase();
  const { onset, rime, tone } = syllable;
  return writeSyllable({ onset, rime: rime === "i" && /^(?:[hklmst]|qu)$/.test(onset) ? "y" : rime, tone });
}

/**
 * Folds one word to the form in which words are searched: as `foldVietnamese`, and with i and y alike where
 * spellings differ (`quí` and `quý` both give `quy`).
 *
 * @example foldSyllable('kĩ') // 'ky'
 */
export function foldSyllable(word: string): string {
  const folded = foldVietnamese(word);
  return /^(?:[hklmst]|qu)i$/.test(folded) ? `${folded.slice(0, -1)}y` : folded;
}

function split(
  word: string,
  onsets: ReadonlySet<string>,
  rimes: ReadonlySet<string>,
): { readonly onset: string; readonly rime: string } | null {
  for (let length = Math.min(3, word.length - 1); length > 0; length -= 1) {
    const onset = word.slice(0, length);
    const rime = word.slice(length);
    if (onsets.has(onset) && rimes.has(rime)) return { onset, rime };
  }
  // “gi” alone and “gin”: the i is both onset and vowel.
  if (/^gi(?:n|êng|eng)?$/.test(word)) return { onset: "g", rime: word.slice(1) };
  return rimes.has(word) ? { onset: "", rime: word } : null;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

function foldAll(set: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...set].map(foldVietnamese));
}
