import type { Random } from "./random.ts";
import { HEADINGS, OPENINGS, PROSPECTS, RESULTS, SHORTCOMINGS, upper, type Sentence } from "./sentences.ts";
import type { Subject } from "./subject.ts";
import { groupThousands } from "./titles.ts";

/** Extra parts of a body beside its running text. */
export interface BodyParts {
  /** Pictures beside the article that the text shows; a set of three or more becomes a photo set. */
  readonly pictures: readonly string[];
  /** Address of an earlier article to link to, `null` for none. */
  readonly earlier: { readonly url: string; readonly title: string } | null;
}

/** Sentences for each of the parts that HEADINGS names. */
const PARTS: readonly (readonly Sentence[])[] = [RESULTS, RESULTS, SHORTCOMINGS, PROSPECTS];

/**
 * Writes a body of about 700 words in Markdown: an opening and four headed parts, in one of six a table, in one of
 * six a footnote, in one of eight a list; the pictures and the link that `parts` asks for.
 */
export function writeBody(subject: Subject, random: Random, parts: BodyParts): string {
  const wide: Subject = { ...subject, theme: subject.related };
  const write = (sentence: Sentence): string => sentence(wide, random);
  const blocks: string[] = [
    [...random.sample(OPENINGS, 1), ...random.sample(RESULTS, 2)].map(write).join(" "),
  ];
  const footnote = random.chance(1 / 6);
  const table = random.chance(1 / 6);
  const list = random.chance(1 / 8);
  if (footnote) blocks[0] = `${blocks[0] ?? ""}[^1]`;
  HEADINGS.forEach((headings, index) => {
    blocks.push(`## ${write(random.pick(headings))}`);
    const pool = PARTS[index] ?? RESULTS;
    const paragraphs = index === 2 ? 1 : 2;
    for (let paragraph = 0; paragraph < paragraphs; paragraph += 1)
      blocks.push(random.sample(pool, random.int(2, 4)).map(write).join(" "));
    if (index === 0 && table) blocks.push(writeTable(subject, random));
    if (index === 0) blocks.push(...pictureBlocks(subject, random, parts.pictures));
    if (index === 3 && list) blocks.push(subject.theme.tasks.map((task) => `- ${upper(task)};`).join("\n"));
  });
  if (parts.earlier !== null) blocks.push(`Xem thêm: [${parts.earlier.title}](${parts.earlier.url})`);
  if (footnote) blocks.push(`[^1]: Số liệu do ${subject.agency} tổng hợp đến hết ${subject.period}.`);
  return blocks.join("\n\n") + "\n";
}

function writeTable(subject: Subject, random: Random): string {
  const rows = subject.theme.counts.map((name) => {
    const before = random.int(20, 4000);
    const now = Math.round(before * (1 + random.int(-12, 45) / 100));
    return `| ${upper(name)} | ${groupThousands(before)} | ${groupThousands(now)} |`;
  });
  return [
    `Bảng: Một số kết quả về ${subject.theme.subject}\n`,
    `| Nội dung | Năm ${subject.day.year - 1} | Năm ${subject.day.year} |`,
    "| --- | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function pictureBlocks(subject: Subject, random: Random, pictures: readonly string[]): readonly string[] {
  const lines = pictures.map((file) => {
    const what = random.pick(subject.theme.works);
    return `![Minh họa việc ${what}](${file} "${upper(what)} ở ${subject.place.name} | Ảnh: Tư liệu")`;
  });
  return lines.length >= 3 ? [`:::anh\n${lines.join("\n")}\n:::`] : lines;
}
