import type { SearchRecord } from "../record.ts";
import { slugify } from "../../domain/vietnamese/slug.ts";
import { formatNumber } from "../../domain/vietnamese/numbers.ts";
import { seededRandom, type Random } from "./random.ts";
import {
  AGENCIES,
  BRIEF_TOPICS,
  BRIEF_WORDS,
  CODE_KINDS,
  CONNECTORS,
  DISTRICTS,
  EVENTS,
  GIVEN_NAMES,
  MIDDLE_NAMES,
  PROVINCES,
  SECTIONS,
  SURNAMES,
  TOPICS,
  WORDS,
} from "./vocabulary.ts";

/**
 * Families of articles: rules are made while looking at `report` and `feature`; `brief` has other words, subjects and
 * titles, a third of the length, and proves the rules.
 */
export const FAMILIES = ["report", "feature", "brief"] as const;
export type Family = (typeof FAMILIES)[number];

/** The facts of one generated article that labelled queries ask for. */
export interface LabelledArticle {
  readonly record: SearchRecord;
  readonly place: string;
  readonly district: string;
  readonly topic: string;
  readonly event: string;
  readonly agency: string;
  readonly person: string;
  readonly documentKind: string;
  readonly documentCode: string;
  /** Day of the event. */
  readonly day: { readonly day: number; readonly month: number; readonly year: number };
  readonly number: string;
  readonly numberNoun: string;
  /** One sentence of the body that no other article is likely to have. */
  readonly sentence: string;
}

/**
 * Makes `count` articles of about `words` words that have no text in common with the site's own: the same
 * seed gives the same articles. No person named in them exists.
 *
 * @example makeArticles({ seed: 1, count: 300, family: 'report', words: 300 })
 */
export function makeArticles(options: {
  readonly seed: number;
  readonly count: number;
  readonly family: Family;
  readonly words: number;
}): readonly LabelledArticle[] {
  const random = seededRandom(options.seed);
  const codes = new Set<string>();
  return Array.from({ length: options.count }, (_, index) => makeArticle(random, index, options, codes));
}

function makeArticle(
  random: Random,
  index: number,
  { family, words }: { readonly family: Family; readonly words: number },
  codes: Set<string>,
): LabelledArticle {
  const place = random.pick(PROVINCES);
  const district = random.pick(DISTRICTS);
  const topic = random.pick(family === "brief" ? BRIEF_TOPICS : TOPICS);
  const vocabulary = family === "brief" ? BRIEF_WORDS : WORDS;
  const event = random.pick(EVENTS);
  const agency = random.pick(AGENCIES);
  const person = `${random.pick(SURNAMES)} ${random.pick(MIDDLE_NAMES)} ${random.pick(GIVEN_NAMES)}`;
  const day = { day: 1 + random.below(28), month: 1 + random.below(12), year: 2018 + random.below(8) };
  const [kind, documentKind] = random.pick(CODE_KINDS);
  let documentCode = "";
  do {
    const number = 1 + random.below(codes.size > 4000 ? 9000 : 900);
    documentCode = `${String(number).padStart(2, "0")}-${kind}/${random.pick(["TW", "TU", "BTGTU", "HU", "UBND"])}`;
  } while (codes.has(documentCode));
  codes.add(documentCode);
  const number = formatNumber(1100 + random.below(98_000));
  const numberNoun = random.pick([
    "lượt người",
    "cán bộ",
    "hộ dân",
    "học sinh",
    "ha rừng",
    "triệu đồng",
    "tài liệu",
    "bài dự thi",
  ]);
  const title =
    family === "report"
      ? random.pick([
          `${event} về ${topic} tại ${place}`,
          `${place}: ${event} ${topic} năm ${day.year}`,
          `${district} (${place}) tổ chức ${event.toLowerCase()} về ${topic}`,
          `${agency} ${place} ${lowerFirst(event)} ${topic}`,
        ])
      : family === "brief"
        ? random.pick([
            `Vì sao ${topic} ở ${district} được nhiều nơi hỏi thăm?`,
            `${place} bàn chuyện ${topic}: “${random.pick(BRIEF_WORDS)}, ${random.pick(BRIEF_WORDS)}”`,
            `${capital(topic)} – ${district}, ${place}`,
            `${capital(random.pick(BRIEF_WORDS))} và ${topic}, chuyện kể từ ${district}`,
          ])
        : random.pick([
            `${capital(topic)} ở ${district}: nhìn từ ${random.pick(WORDS)} và ${random.pick(WORDS)}`,
            `Người ${district} với ${topic}`,
            `Khi ${random.pick(WORDS)} ${place} gắn với ${topic}`,
            `${capital(random.pick(WORDS))} cho ${topic} tại vùng ${district}`,
          ]);
  const phrase = (): string => random.pickFrequent(vocabulary);
  const clause = (): string =>
    `${phrase()} ${random.pickFrequent(CONNECTORS)} ${phrase()} ${phrase()} ${random.pickFrequent(CONNECTORS)} ${phrase()}`;
  const sentence = capital(
    `${random.pick(vocabulary)} ${random.pick(CONNECTORS)} ${random.pick(vocabulary)} ${random.pick(vocabulary)} ${random.pick(CONNECTORS)} ${random.pick(vocabulary)} ${random.pick(CONNECTORS)} ${random.pick(vocabulary)}.`,
  );
  const dayText = `ngày ${String(day.day).padStart(2, "0")}/${String(day.month).padStart(2, "0")}/${day.year}`;
  const facts = [
    family === "report"
      ? `${capital(dayText)}, tại ${place}, ${agency} tổ chức ${event.toLowerCase()} về ${topic}.`
      : `Chúng tôi về ${district} ${dayText}, sau ${lowerFirst(event)} của ${agency} về ${topic} ở ${place}.`,
    `Đồng chí ${person} ${random.pick(["chủ trì", "phát biểu", "dự và chỉ đạo"])} tại điểm cầu ${district}.`,
    `Nội dung bám sát ${documentKind} số ${documentCode} của ${random.pick(["Bộ Chính trị", "Ban Thường vụ", "Ban Bí thư"])}.`,
    `Trong kỳ đã có ${number} ${numberNoun} ${phrase()}.`,
    sentence,
  ];
  const lead = `${capital(dayText)}, ${agency} ${random.pick(["đã có", "tổ chức", "bàn về"])} ${topic} với ${clause()} tại ${place}.`;
  const paragraphs: string[] = [];
  let length = 0;
  const enough = family === "brief" ? words / 3 : words;
  for (let next = 0; length < enough || next < facts.length; next += 1) {
    const filler = Array.from({ length: 4 }, () => `${capital(clause())}, ${clause()}.`).join(" ");
    const fact = facts[next] ?? "";
    paragraphs.push(`${fact} ${filler}`.trim());
    length += 60;
  }
  const pad = (value: number): string => String(value).padStart(2, "0");
  const record: SearchRecord = {
    url: `/${day.year}/${pad(day.month)}/${slugify(title).slice(0, 60).replace(/-$/, "")}-${index}/`,
    title,
    kicker: null,
    lead,
    text: paragraphs.join("\n"),
    section: random.pick(SECTIONS),
    place,
    otherPlaces: [],
    kind: "tin-bai",
    date: `${day.year}-${pad(day.month)}-${pad(day.day)}T08:00:00+07:00`,
    image: null,
    documentCodes: [],
    attachments: [],
    keywords: [],
  };
  return {
    record,
    place,
    district,
    topic,
    event,
    agency,
    person,
    documentKind,
    documentCode,
    day,
    number,
    numberNoun,
    sentence,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
