import { foldVietnamese } from "../../domain/vietnamese/fold.ts";
import type { LabelledArticle } from "./articles.ts";
import type { Random } from "./random.ts";
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

/** What is typed, and the words it means. */
export interface TypedQuery {
  readonly text: string;
  readonly means: string;
}

/** Makes one query from an article, or `null` when the article has nothing for this kind. */
export type QueryMaker = (article: LabelledArticle, random: Random) => TypedQuery | null;

const ABBREVIATED: readonly (readonly [full: string, short: string])[] = [
  ["Hội đồng nhân dân", "HĐND"],
  ["Ủy ban nhân dân", "UBND"],
  ["Ban Tuyên giáo", "BTG"],
  ["Mặt trận Tổ quốc", "MTTQ"],
  ["Hội Liên hiệp Phụ nữ", "LHPN"],
];

/** Every way to ask that is measured, by the name that the table of the bench gives it. */
export const QUERY_KINDS: Readonly<Record<string, QueryMaker>> = {
  exact: (article, random) => same(asked(article, random)),
  "no diacritics": respelled(foldVietnamese),
  "some diacritics": respelled(withSomeDiacritics),
  "wrong tones": respelled(withWrongTones),
  "đ as d": respelled((text) => text.replace(/đ/g, "d").replace(/Đ/g, "D")),
  "tone placement": respelled(withOtherTonePlacement),
  "i or y": (article, random) =>
    respelled(withOtherI)({ ...article, topic: `${article.topic} ${article.person}` }, random),
  NFD: respelled((text) => text.normalize("NFD")),
  Telex: respelled((text, random) => asTelex(text, random.below(2) === 0)),
  VNI: respelled((text, random) => asVni(text, random.below(2) === 0)),
  "document code": (article, random) => ({ text: codeQuery(article, random), means: only(article) }),
  date: (article, random) => ({
    text: dateQuery(article, random),
    means: `${dayWord(article)} ${article.place}`,
  }),
  abbreviation: ({ record: { title } }) => {
    const rule = ABBREVIATED.find(([full]) => title.includes(full));
    return rule === undefined ? null : { text: title.replace(rule[0], rule[1]), means: title };
  },
  "full name": ({ topic, place, agency }) => {
    const rule = ABBREVIATED.find(([full]) => agency.startsWith(full));
    return rule === undefined
      ? null
      : {
          text: `${agency.replace(rule[0], rule[1])} ${topic} ${place}`,
          means: `${agency} ${topic} ${place}`,
        };
  },
  glued: (article, random) => {
    const place = random.below(2) === 0 ? article.place : article.district;
    return !place.includes(" ") || place.includes("-")
      ? null
      : {
          text: `${article.topic} ${foldVietnamese(place).replaceAll(" ", "")}`,
          means: `${article.topic} ${place}`,
        };
  },
  "quoted title": ({ record: { title } }) => ({ text: `"${title}"`, means: title }),
  "quoted body": (article, random) => {
    const words = article.sentence.replace(".", "").split(" ");
    const length = Math.min(words.length, 7 + random.below(4));
    const start = random.below(words.length - length + 1);
    return { text: `“${words.slice(start, start + length).join(" ")}”`, means: only(article) };
  },
  number: (article, random) => ({
    text: `${random.below(2) === 0 ? article.number : article.number.replace(".", "")} ${article.numberNoun}`,
    means: only(article),
  }),
  capitals: respelled((text) => text.toUpperCase()),
  typo: respelled((text, random) => withTypo(random.below(2) === 0 ? text : foldVietnamese(text), random)),
  "while typing": ({ record: { title } }, random) => {
    const text = title.slice(0, Math.floor(title.length * (0.6 + random.below(35) / 100)));
    return { text: random.below(2) === 0 ? text : foldVietnamese(text), means: text.replace(/\S*$/, "") };
  },
  question: (article, random) => ({
    text: random.pick([
      `${article.event} về ${article.topic} tại ${article.place} được tổ chức khi nào và ai chủ trì?`,
      `đồng chí ${article.person} phát biểu gì về ${article.topic} ở ${article.place}?`,
      `Xin hỏi ${article.agency} bàn về ${article.topic} ngày nào, ở đâu, ${article.place} hay ${article.district}?`,
    ]),
    means: `${article.topic} ${article.place}`,
  }),
  person: ({ person, place, district }, random) => {
    const means = `${person} ${random.below(2) === 0 ? place : district}`;
    return { text: random.below(2) === 0 ? means : foldVietnamese(means), means };
  },
};

/** The day of an article’s event as one word of letters. @example dayWord(article) // 'ngaycaccxhxi' */
export function dayWord({ day }: LabelledArticle): string {
  return `ngay${[day.year, day.month, day.day].join("x").replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)))}`;
}

/** Asks for facts of an article in a changed spelling; `null` when the change changes nothing. */
function respelled(change: (text: string, random: Random) => string): QueryMaker {
  return (article, random) => {
    const means = asked(article, random);
    const text = change(means, random);
    return text === means ? null : { text, means };
  };
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

function same(text: string): TypedQuery {
  return { text, means: text };
}

/** Words that no other article has. */
function only(article: LabelledArticle): string {
  return `duynhat ${article.record.url}`;
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
