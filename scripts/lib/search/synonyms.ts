import { normalizeVietnamese } from "../domain/vietnamese/fold.ts";
import { pairOf, wordsOf } from "./words.ts";

/** Names that mean the same, and places whose articles are also found by today's name, as content/_data/synonyms.yml lists them. */
export interface Synonyms {
  /** Each list holds the spellings of one thing: an abbreviation and its full name, an old and a new name of an agency. */
  readonly same: readonly (readonly string[])[];
  /** A place as it was called, and what it belongs to now. */
  readonly places: readonly { readonly old: string; readonly now: string }[];
}

/** One problem of the synonyms file: where, and what to do, in Vietnamese for editors. */
export interface SynonymProblem {
  readonly path: string;
  readonly message: string;
}

export const NO_SYNONYMS: Synonyms = { same: [], places: [] };

/**
 * Checks the parsed YAML of content/_data/synonyms.yml and gives its model, or every problem found.
 *
 * @example parseSynonyms({ same: [['HĐND', 'Hội đồng nhân dân']], places: [] }).problems // []
 */
export function parseSynonyms(value: unknown): {
  readonly synonyms: Synonyms;
  readonly problems: readonly SynonymProblem[];
} {
  const problems: SynonymProblem[] = [];
  if (value === null || value === undefined) return { synonyms: NO_SYNONYMS, problems };
  if (!isObject(value)) {
    return {
      synonyms: NO_SYNONYMS,
      problems: [{ path: "", message: "Tệp phải có hai mục “same” và “places”." }],
    };
  }
  for (const key of Object.keys(value)) {
    if (key !== "same" && key !== "places") {
      problems.push({ path: key, message: `Không có mục “${key}”; chỉ dùng “same” và “places”.` });
    }
  }
  const same = listOf(value["same"], "same", problems).flatMap((group, index) =>
    parseGroup(group, `same[${index}]`, problems),
  );
  const places = listOf(value["places"], "places", problems).flatMap((place, index) =>
    parsePlace(place, `places[${index}]`, problems),
  );
  return { synonyms: { same, places }, problems };
}

/** Adds to the terms of a text those of the same things under other names. */
export type Expand = (terms: readonly string[]) => readonly string[];

/**
 * Makes a function that takes the terms of a text in order and gives the terms (single words and pairs) of
 * every other name of what the text names; each list of `same` works in all directions.
 *
 * @example expander([['HĐND', 'Hội đồng nhân dân']])(['hdnd', 'tinh']) // ['hoi', 'hoiwdong', 'dong', …]
 */
export function expander(same: readonly (readonly string[])[]): Expand {
  const byFirst = new Map<
    string,
    { readonly name: readonly string[]; readonly added: readonly string[] }[]
  >();
  for (const group of same) {
    const names = group.map((name) => wordsOf(normalizeVietnamese(name)).map((word) => word.term));
    for (const name of names) {
      const [first] = name;
      if (first === undefined) continue;
      const added = names.filter((other) => other !== name).flatMap(withPairs);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { name, added }]);
    }
  }
  return (terms) => {
    const added: string[] = [];
    terms.forEach((term, index) => {
      for (const rule of byFirst.get(term) ?? []) {
        if (rule.name.every((part, offset) => terms[index + offset] === part)) added.push(...rule.added);
      }
    });
    return added;
  };
}

/** Terms in order with the pairs of neighbours. @example withPairs(['ha', 'giang']) // ['ha', 'hawgiang', 'giang'] */
export function withPairs(terms: readonly string[]): readonly string[] {
  const all: string[] = [];
  terms.forEach((term, index) => {
    all.push(term);
    const next = terms[index + 1];
    const pair = next === undefined ? null : pairOf(term, next);
    if (pair !== null) all.push(pair);
  });
  return all;
}

function parseGroup(
  group: unknown,
  path: string,
  problems: SynonymProblem[],
): readonly (readonly string[])[] {
  const names = Array.isArray(group) ? group : [];
  const texts = names.filter((name): name is string => typeof name === "string" && wordsOf(name).length > 0);
  if (texts.length < 2 || texts.length < names.length) {
    problems.push({
      path,
      message: "Mỗi dòng phải là danh sách ít nhất hai tên, ví dụ [HĐND, Hội đồng nhân dân].",
    });
    return [];
  }
  return [texts.map(normalizeVietnamese)];
}

function parsePlace(place: unknown, path: string, problems: SynonymProblem[]): Synonyms["places"] {
  const [old, now] = isObject(place) ? [place["old"], place["now"]] : [null, null];
  if (typeof old !== "string" || typeof now !== "string" || old.trim() === "" || now.trim() === "") {
    problems.push({
      path,
      message:
        "Mỗi địa danh cần “old” (tên cũ) và “now” (nay thuộc), ví dụ {old: Hà Giang, now: Tuyên Quang}.",
    });
    return [];
  }
  return [{ old: normalizeVietnamese(old), now: normalizeVietnamese(now) }];
}

function listOf(value: unknown, path: string, problems: SynonymProblem[]): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  problems.push({ path, message: `Mục “${path}” phải là một danh sách.` });
  return [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
