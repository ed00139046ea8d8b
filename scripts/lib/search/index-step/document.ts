import { foldVietnamese, normalizeVietnamese } from "../../domain/vietnamese/fold.ts";
import { ALIAS_START, BODY_START, LEAD_START } from "../fields.ts";
import { fingerprintsOf } from "../fingerprints.ts";
import { dayTerms, findKeys } from "../keys.ts";
import type { SearchRecord } from "../record.ts";
import { expander, withPairs, type Expand, type Synonyms } from "../synonyms.ts";
import { pairOf, wordsOf, type Word } from "../words.ts";

/** What the index holds for one page: terms by field, each term once, in its best field. */
export interface IndexedDocument {
  /** Terms of title, lead and other names; a `-` only fills a field up, so that a term's position tells its field. */
  readonly head: readonly string[];
  /** Terms that only the body has. */
  readonly body: readonly string[];
  /** Fingerprints of all texts of the page, by which quotes are found. */
  readonly fingerprints: readonly number[];
}

/**
 * The text that Pagefind indexes for a page.
 *
 * @param page terms separated by spaces
 * @param common words so common that they are left out of bodies: they cost most and tell nothing
 */
export function indexedText(
  { head, body }: { readonly head: string; readonly body: string },
  common: ReadonlySet<string>,
): string {
  const rest =
    common.size === 0
      ? body
      : body
          .split(" ")
          .filter((term) => !common.has(term))
          .join(" ");
  return `${head} ${rest}`.trim();
}

/**
 * Makes a function that turns records into what is indexed. No word of the page is in it as written: the
 * text for readers goes into the result files separately.
 *
 * @example documentMaker(NO_SYNONYMS)(record).head.slice(0, 3) // ['giang', 'ha', 'hawgiang']
 */
export function documentMaker(synonyms: Synonyms): (record: SearchRecord) => IndexedDocument {
  const expand = expander(synonyms.same);
  const otherPlaces = expander(synonyms.places.map(({ old, now }) => [old, now]));
  return (record) => {
    const seen = new Set<string>();
    const fields = [
      fieldOf([record.kicker, record.title], expand),
      fieldOf(
        [record.lead, record.place, ...record.documentCodes, ...record.attachments, ...record.keywords],
        expand,
      ),
      [
        ...fieldOf([...record.otherPlaces, record.section], expand),
        ...[record.kicker, record.title, record.lead, record.place].flatMap((text) =>
          text === null ? [] : otherPlaces(wordsOf(normalizeVietnamese(text)).map((word) => word.term)),
        ),
        ...(record.date === null ? [] : dateOf(record.date)),
      ],
    ];
    const body = bodyTerms(record.text, expand);
    const texts = [titleTerms(record), leadTerms(record), body.words];
    const head: string[] = [];
    let overflow: readonly string[] = [];
    [LEAD_START, ALIAS_START, BODY_START].forEach((end, index) => {
      const size = end - head.length;
      const terms = [...overflow, ...take(fields[index] ?? [], seen)];
      overflow = terms.slice(size);
      head.push(...terms.slice(0, size).sort(), ...Array<string>(Math.max(0, size - terms.length)).fill("-"));
    });
    // Sorted, a term stands at nearly the same position in every page, which compresses well.
    return {
      head: [...head, ...overflow],
      body: take(body.terms, seen).sort(),
      fingerprints: [...new Set(texts.flatMap((terms) => [...fingerprintsOf(terms)]))],
    };
  };
}

function take(terms: Iterable<string>, seen: Set<string>): string[] {
  const fresh: string[] = [];
  for (const term of terms) {
    if (!seen.has(term)) fresh.push(term);
    seen.add(term);
  }
  return fresh;
}

function fieldOf(texts: readonly (string | null)[], expand: Expand): string[] {
  const all: string[] = [];
  for (const text of texts) {
    if (text === null) continue;
    const normal = normalizeVietnamese(text);
    const folded = foldVietnamese(normal);
    const terms = wordsOf(normal, folded).map((word) => word.term);
    all.push(...withPairs(terms), ...expand(terms));
    for (const key of findKeys(normal, false, folded)) all.push(...key.terms);
  }
  return all;
}

/** Words, names and keys of the body, each once, and all its words in order. */
function bodyTerms(
  text: string,
  expand: Expand,
): { readonly terms: ReadonlySet<string>; readonly words: readonly string[] } {
  const terms = new Set<string>();
  const inOrder: string[] = [];
  for (const block of text.split("\n")) {
    const normal = normalizeVietnamese(block);
    const folded = foldVietnamese(normal);
    const words = wordsOf(normal, folded);
    let before: Word | null = null;
    for (const word of words) {
      terms.add(word.term);
      inOrder.push(word.term);
      const pair = before !== null && isName(before, word) ? pairOf(before.term, word.term) : null;
      if (pair !== null) terms.add(pair);
      before = word;
    }
    for (const term of expand(words.map((word) => word.term))) terms.add(term);
    for (const key of findKeys(normal, false, folded)) for (const term of key.terms) terms.add(term);
  }
  return { terms, words: inOrder };
}

// Quotes are looked for in these texts, as `rank.ts` reads them from a result.
function titleTerms({ kicker, title }: SearchRecord): readonly string[] {
  return foldedTerms([kicker, title]);
}

function leadTerms({ lead, place, documentCodes, attachments, keywords }: SearchRecord): readonly string[] {
  return foldedTerms([lead, place, ...documentCodes, ...attachments, ...keywords]);
}

function foldedTerms(texts: readonly (string | null)[]): readonly string[] {
  return wordsOf(normalizeVietnamese(texts.map((text) => text ?? "").join(". "))).map((word) => word.term);
}

/** Two capitalised words side by side. */
function isName(first: Word, second: Word): boolean {
  return second.start - first.end <= 3 && isCapital(first.surface) && isCapital(second.surface);
}

function isCapital(surface: string): boolean {
  const first = surface.charAt(0);
  return first !== first.toLowerCase();
}

function dateOf(date: string): readonly string[] {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  return year === undefined || month === undefined || day === undefined ? [] : dayTerms(year, month, day);
}
