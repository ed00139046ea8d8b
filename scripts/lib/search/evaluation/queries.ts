import { foldVietnamese } from "../../domain/vietnamese/fold.ts";
import { foldedWords } from "../query/parse-query.ts";
import type { LabelledArticle } from "./articles.ts";
import { seededRandom, type Random } from "./random.ts";
import {
  asTelex,
  asVni,
  withOtherI,
  withOtherTonePlacement,
  withSomeDiacritics,
  withTypo,
  withWrongTones,
} from "./typing-slips.ts";
import { CODE_KINDS } from "./vocabulary.ts";

/** A query with the addresses that answer it; none for nonsense. */
export interface LabelledQuery {
  readonly kind: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
}

const ABBREVIATED: readonly (readonly [full: string, short: string])[] = [
  ["Hội đồng nhân dân", "HĐND"],
  ["Ủy ban nhân dân", "UBND"],
  ["Ban Tuyên giáo", "BTG"],
  ["Mặt trận Tổ quốc", "MTTQ"],
  ["Hội Liên hiệp Phụ nữ", "LHPN"],
];

/** Makes one query from an article, or `null` when the article has nothing for this kind. */
type Maker = (article: LabelledArticle, random: Random) => string | null;

const changed = (before: string, after: string): string | null => (before === after ? null : after);

const MAKERS: Readonly<Record<string, Maker>> = {
  exact: (article, random) => asked(article, random),
  "no diacritics": (article, random) => foldVietnamese(asked(article, random)),
  "some diacritics": (article, random) => withSomeDiacritics(asked(article, random), random),
  "wrong tones": (article, random) => withWrongTones(asked(article, random), random),
  "đ as d": (article, random) => {
    const text = asked(article, random);
    return changed(text, text.replace(/đ/g, "d").replace(/Đ/g, "D"));
  },
  "tone placement": (article, random) => {
    const text = asked(article, random);
    return changed(text, withOtherTonePlacement(text));
  },
  "i or y": (article, random) => {
    const text = `${asked(article, random)} ${article.person}`;
    return changed(text, withOtherI(text));
  },
  NFD: (article, random) => asked(article, random).normalize("NFD"),
  Telex: (article, random) => asTelex(asked(article, random), random.below(2) === 0),
  VNI: (article, random) => asVni(asked(article, random), random.below(2) === 0),
  "document code": (article, random) => codeQuery(article, random),
  date: (article, random) => dateQuery(article, random),
  abbreviation: (article) => {
    const title = article.record.title;
    const rule = ABBREVIATED.find(([full]) => title.includes(full));
    return rule === undefined ? null : title.replace(rule[0], rule[1]);
  },
  "full name": (article) => {
    const title = article.record.title;
    const rule = ABBREVIATED.find(([, short]) => title.includes(short));
    return rule === undefined ? null : title.replace(rule[1], rule[0]);
  },
  glued: (article, random) => {
    const place = foldVietnamese(random.below(2) === 0 ? article.place : article.district);
    return / /.test(place) && !/-/.test(place) ? `${article.topic} ${place.replaceAll(" ", "")}` : null;
  },
  "quoted title": (article) =>
    `"${article.record.title.split(/[:(]/).at(-1)?.replace(")", "").trim() ?? ""}"`,
  "quoted body": (article, random) => {
    const words = article.sentence.replace(".", "").split(" ");
    const length = Math.min(words.length, 7 + random.below(4));
    const start = random.below(words.length - length + 1);
    return `“${words.slice(start, start + length).join(" ")}”`;
  },
  number: (article, random) =>
    `${random.below(2) === 0 ? article.number : article.number.replace(".", "")} ${article.numberNoun}`,
  capitals: (article, random) => asked(article, random).toUpperCase(),
  typo: (article, random) => {
    const text = asked(article, random);
    return changed(text, withTypo(random.below(2) === 0 ? text : foldVietnamese(text), random));
  },
  "while typing": (article, random) => {
    const text = article.record.title;
    const cut = Math.floor(text.length * (0.6 + random.below(35) / 100));
    return random.below(2) === 0 ? text.slice(0, cut) : foldVietnamese(text.slice(0, cut));
  },
  question: (article, random) =>
    random.pick([
      `${article.event} về ${article.topic} tại ${article.place} được tổ chức khi nào và ai chủ trì?`,
      `đồng chí ${article.person} phát biểu gì về ${article.topic} ở ${article.place}?`,
      `Xin hỏi ${article.agency} bàn về ${article.topic} ngày nào, ở đâu, ${article.place} hay ${article.district}?`,
    ]),
  person: (article, random) =>
    random.below(2) === 0
      ? `${article.person} ${article.place}`
      : foldVietnamese(`${article.person} ${article.district}`),
};

/**
 * Makes `each` labelled queries of every kind for generated articles. A query is answered by its article and
 * by any other whose title (or fact asked for) has all of its words.
 *
 * @example makeQueries(articles, { seed: 3, each: 20 }).filter((query) => query.kind === 'Telex').length // 20
 */
export function makeQueries(
  articles: readonly LabelledArticle[],
  { seed, each }: { readonly seed: number; readonly each: number },
): readonly LabelledQuery[] {
  const random = seededRandom(seed);
  const truth = articles.map((article) => ({
    url: article.record.url,
    words: new Set(truthOf(article).split(" ")),
  }));
  const queries: LabelledQuery[] = [];
  for (const [kind, make] of Object.entries(MAKERS)) {
    let made = 0;
    for (let attempt = 0; made < each && attempt < each * 60; attempt += 1) {
      const article = random.pick(articles);
      const before = queries.length;
      const plain = { ...article };
      const text = make(plain, random);
      if (text === null || text.trim().length < 3) continue;
      const own = ownWords(kind, article, text);
      const relevant = new Set(
        truth.filter(({ words }) => own.every((word) => words.has(word))).map(({ url }) => url),
      );
      relevant.add(article.record.url);
      // More than a handful of right answers would make the query too easy.
      if (relevant.size > 3) continue;
      queries.push({ kind, text, relevant });
      made += queries.length - before;
    }
  }
  for (let count = 0; count < each * 2; count += 1)
    queries.push({ kind: "nonsense", text: nonsense(random), relevant: new Set() });
  return queries;
}

/** What a reader remembers of an article: two or three of its facts, in words of the title. */
function asked(article: LabelledArticle, random: Random): string {
  const title = article.record.title;
  return random.pick([
    title,
    `${article.topic} ${article.place}`,
    `${article.event} ${article.topic} ${article.place}`,
    `${article.topic} ${article.district}`,
  ]);
}

function truthOf(article: LabelledArticle): string {
  const day = `${article.day.year}d${article.day.month}d${article.day.day}`;
  return [
    foldedWords(
      [
        article.record.title,
        article.topic,
        article.place,
        article.district,
        article.event,
        article.person,
        article.agency,
      ].join(" "),
    ),
    day,
  ].join(" ");
}

/** The words that an equally good answer would have, for kinds where the text itself does not tell. */
function ownWords(kind: string, article: LabelledArticle, text: string): readonly string[] {
  if (kind === "date")
    return [
      `${article.day.year}d${article.day.month}d${article.day.day}`,
      ...foldedWords(article.place).split(" "),
    ];
  if (/code|number|quoted body/.test(kind)) return [`only ${article.record.url}`];
  if (/question/.test(kind)) return foldedWords(`${article.topic} ${article.place}`).split(" ");
  if (/person/.test(kind)) return foldedWords(article.person).split(" ");
  if (/typing/.test(kind)) return foldedWords(text).split(" ").slice(0, -1);
  if (/Telex|VNI|typo|glued|abbreviation|full name/.test(kind))
    return foldedWords(`${article.topic} ${article.place}`).split(" ");
  return foldedWords(text).split(" ");
}

function codeQuery({ documentCode, documentKind }: LabelledArticle, random: Random): string {
  const number = Number.parseInt(documentCode, 10);
  const kind = CODE_KINDS.find(([, name]) => name === documentKind)?.[0] ?? "";
  const issuer = documentCode.split("/")[1] ?? "";
  return random.pick([
    documentCode,
    `${number}-${kind}/${issuer}`,
    foldVietnamese(documentCode),
    `${documentKind} số ${documentCode}`,
    `${number} ${kind} ${issuer}`,
    `${foldVietnamese(documentKind)} ${number}-${kind}/${issuer}`,
  ]);
}

function dateQuery({ day, place }: LabelledArticle, random: Random): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return random.pick([
    `${day.day}/${day.month}/${day.year} ${place}`,
    `${two(day.day)}-${two(day.month)}-${day.year} ${place}`,
    `${place} ngày ${day.day} tháng ${day.month} năm ${day.year}`,
    `ngay ${day.day} thang ${day.month} nam ${day.year} ${foldVietnamese(place)}`,
    `${place} ${two(day.day)}.${two(day.month)}.${day.year}`,
  ]);
}

function nonsense(random: Random): string {
  const letters = "bcdfghjklmnpqrstvwxzaeiou";
  const word = (): string =>
    Array.from({ length: 4 + random.below(7) }, () => letters.charAt(random.below(letters.length))).join("");
  return Array.from({ length: 1 + random.below(4) }, word).join(" ");
}
