import { foldVietnamese } from "../domain/vietnamese/fold.ts";

/** A document number or a date found in a text, with the terms it is indexed by (the most exact first) and its place. */
export interface Key {
  readonly kind: "code" | "date";
  readonly terms: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Kinds of documents by the abbreviation in their numbers; the folded names are how people say them. */
const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  "nghi quyet": "nq", "chi thi": "ct", "ket luan": "kl", "quyet dinh": "qd", "quy dinh": "qdi", "ke hoach": "kh",
  "huong dan": "hd", "thong bao": "tb", "quy che": "qc", "nghi dinh": "nd", "thong tu": "tt", "cong van": "cv",
  "bao cao": "bc", "to trinh": "ttr", "chuong trinh": "ctr", "de an": "da", "thong tri": "ttri", "luat": "l",
}; // prettier-ignore
const ABBREVIATIONS = [...new Set(Object.values(DOCUMENT_KINDS))]
  .sort((a, b) => b.length - a.length)
  .join("|");
const NAMES = Object.keys(DOCUMENT_KINDS).join("|");

// 05-CT/TW, 5 - CT/TW, 42/2022/NĐ-CP; spaces are forgiven where typists put them.
const WRITTEN_CODE = new RegExp(
  `(^|[^\\d/.,-])(?:(?:${NAMES}) (?:so )?)?(\\d{1,5})\\s?(?:\\/\\s?(\\d{4})\\s?\\/|[-–/])\\s?([a-z]{1,6})\\s?[-–/]\\s?([a-z]{2,8}(?:[-–][a-z]{2,8})?)(?![a-z])`,
  "g",
);
const SPOKEN_CODE = new RegExp(`(^|[^a-z])(${NAMES}) (?:so )?(\\d{1,5})(?![\\d/.,]*\\d)(?!-[a-z])`, "g");
const TYPED_CODE = new RegExp(
  `(^|[^\\d/.,a-z-])(?:(\\d{1,5})[-–/. ]?(${ABBREVIATIONS})(?:[-–/. ]([a-z]{2,6}))?|(${ABBREVIATIONS})[-–/. ]?(?:so )?(\\d{1,5}))(?![a-z\\d])`,
  "g",
);
const FULL_DATE = /(^|[^\d/.-])(?:ngay )?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?![\d/-])/g;
const ISO_DATE = /(^|[^\d/.-])(?:ngay )?(\d{4})-(\d{1,2})-(\d{1,2})(?![\d/-])/g;
const SAID_DATE =
  /(^|[^a-z])(?:ngay |mung )(\d{1,2}) ?(?:thang |[/-] ?)(\d{1,2})(?:(?: nam |, ?|[/-] ?| )(\d{4}))?(?![\d/-])/g;
const MONTH = /(^|[^a-z])thang (\d{1,2})(?: nam | ?[/-] ?|, ?)(\d{4})(?![\d/-])/g;

/**
 * Finds the document numbers and dates of an NFC text. `05-CT/TW`, `Chỉ thị số 05`, and in queries
 * (`typed`) also `CT 5`, give the same term; so do `8/7/2022` and `ngày 8 tháng 7 năm 2022`.
 *
 * @param folded `foldVietnamese(text)`, for callers that have it
 * @example findKeys('Chỉ thị 05-CT/TW ngày 15/5/2016', false).map((key) => key.kind) // ['code', 'date']
 */
export function findKeys(text: string, typed: boolean, folded = foldVietnamese(text)): readonly Key[] {
  if (folded.length !== text.length || !/\d/.test(folded)) return [];
  const keys: Key[] = [];
  const add = (
    pattern: RegExp,
    kind: Key["kind"],
    termsOf: (groups: readonly (string | undefined)[]) => readonly string[],
  ): void => {
    for (const match of folded.matchAll(pattern)) {
      // The first group is what stands before: older browsers have no look-behind.
      const start = match.index + (match[1] ?? "").length;
      const end = match.index + match[0].length;
      const terms = termsOf(match.slice(2));
      if (terms.length > 0 && !keys.some((key) => key.start < end && start < key.end))
        keys.push({ kind, terms, start, end });
    }
  };
  add(ISO_DATE, "date", ([year, month, day]) => dateTerms(day, month, year));
  add(FULL_DATE, "date", ([day, month, year]) => dateTerms(day, month, year));
  add(SAID_DATE, "date", ([day, month, year]) => dateTerms(day, month, year));
  add(MONTH, "date", ([month, year]) => dateTerms(undefined, month, year));
  add(WRITTEN_CODE, "code", ([number, , kind, issuer]) => codeTerms(number, kind, issuer));
  add(SPOKEN_CODE, "code", ([name, number]) => codeTerms(number, DOCUMENT_KINDS[name ?? ""], undefined));
  if (typed) {
    add(TYPED_CODE, "code", ([before, kind, issuer, same, after]) =>
      codeTerms(before ?? after, kind ?? same, issuer),
    );
  }
  return keys.sort((a, b) => a.start - b.start);
}

/**
 * The terms of a day, the most exact first: the day, the same day of any year, its month.
 *
 * @example dayTerms(2022, 7, 8).length // 3
 */
export function dayTerms(year: number, month: number, day: number): readonly string[] {
  return [
    `qd${spell(year)}${spell(month, 2)}${spell(day, 2)}`,
    `qf${spell(month, 2)}${spell(day, 2)}`,
    `qe${spell(year)}${spell(month, 2)}`,
  ];
}

function codeTerms(
  number: string | undefined,
  kind: string | undefined,
  issuer: string | undefined,
): readonly string[] {
  if (number === undefined || kind === undefined) return [];
  const short = `qj${spell(Number(number))}z${kind}`;
  return issuer === undefined ? [short] : [`${short}z${issuer.replace(/[^a-z]/g, "")}`, short];
}

function dateTerms(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): readonly string[] {
  const [d, m] = [Number(day ?? 1), Number(month)];
  const y = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  if (d < 1 || d > 31 || m < 1 || m > 12 || (y !== null && (y < 1800 || y > 2200))) return [];
  if (day === undefined) return y === null ? [] : [`qe${spell(y)}${spell(m, 2)}`];
  return y === null ? [`qf${spell(m, 2)}${spell(d, 2)}`] : dayTerms(y, m, d);
}

/** Digits as letters a-j: Pagefind splits a word where letters meet digits. */
function spell(number: number, length = 1): string {
  return String(number)
    .padStart(length, "0")
    .replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
}
