import { yamlText } from "./article.ts";
import { writeBody } from "./body.ts";
import { CITED_DOCUMENTS } from "./citations.ts";
import { createRandom } from "./random.ts";
import { drawSubject, type CorpusDay } from "./subject.ts";

/** A file of the corpus beside the articles: path from the content folder, and its text. */
export type CorpusFile = readonly [path: string, text: string];

/** How many notices a corpus has; one in three has a PDF beside it, `thong-bao.pdf`. */
export const NOTICE_COUNT = 45;

/** Notices, documents and pages of a corpus that ends on `until`. */
export function otherPages(seed: number, until: CorpusDay): readonly CorpusFile[] {
  return [...notices(seed, until), ...documents(), ...bulletins(until), ...pages(seed, until)];
}

function notices(seed: number, until: CorpusDay): readonly CorpusFile[] {
  return Array.from({ length: NOTICE_COUNT }, (_, index) => {
    const day = monthsBefore(until, index);
    const subject = drawSubject(createRandom(seed, -1 - index), day);
    const text = [
      "---",
      `title: ${yamlText(`Thông báo số ${NOTICE_COUNT - index} về ${subject.theme.subject}`)}`,
      `lead: ${yamlText(`Thông báo của ${subject.agency} gửi các đơn vị trực thuộc`)}`,
      `date: ${isoDay(day)}`,
      ...(index === 0 ? ["pinned: true"] : []),
      ...(index % 3 === 0
        ? ["attachments:", "  - file: thong-bao.pdf", "    title: Toàn văn thông báo"]
        : []),
      "---",
      "",
      `${subject.agency} đề nghị các đơn vị ${subject.theme.works.join("; ")}. Báo cáo kết quả trước ngày 25 hằng tháng.`,
      "",
    ].join("\n");
    return [`notices/thong-bao-so-${NOTICE_COUNT - index}/index.md`, text] as const;
  });
}

function documents(): readonly CorpusFile[] {
  return CITED_DOCUMENTS.map((document) => [
    `documents/${document.slug}/index.md`,
    [
      "---",
      `number: ${document.number}`,
      `type: ${document.type}`,
      `title: ${yamlText(document.title)}`,
      `date: ${document.date}`,
      `issuer: ${yamlText(document.issuer)}`,
      ...(document.slug === "01-kl-tw"
        ? ["relations:", "  - kind: thuc-hien", "    document: 05-ct-tw"]
        : []),
      "---",
      "",
      `${document.typeName} số ${document.number} của ${document.issuer}.`,
      "",
    ].join("\n"),
  ]);
}

function bulletins(until: CorpusDay): readonly CorpusFile[] {
  return Array.from({ length: 12 }, (_, index) => {
    const day = monthsBefore(until, index);
    const slug = `ban-tin-${day.year}-${String(day.month).padStart(2, "0")}`;
    const text = `---
number: Số ${day.month}
type: ban-tin
title: Bản tin thông báo nội bộ tháng ${day.month}/${day.year}
date: ${isoDay(day)}
issuer: Ban Tuyên giáo Tỉnh ủy
---

Bản tin dùng trong sinh hoạt chi bộ tháng ${day.month}/${day.year}.
`;
    return [`documents/${slug}/index.md`, text] as const;
  });
}

function pages(seed: number, until: CorpusDay): readonly CorpusFile[] {
  const titles = [
    ["gioi-thieu", "Giới thiệu"],
    ["lien-he", "Liên hệ"],
    ["huong-dan", "Hướng dẫn"],
    ["huong-dan/gui-tin-bai", "Hướng dẫn gửi tin, bài"],
  ] as const;
  return titles.map(([path, title], index) => {
    const random = createRandom(seed, -1000 - index);
    const body = writeBody(drawSubject(random, until), random, { pictures: [], earlier: null });
    return [
      `pages/${path}/index.md`,
      `---\ntitle: ${title}\nupdated: ${isoDay(until)}\norder: ${index + 1}\n---\n\n${body}`,
    ];
  });
}

/** The same or an earlier day of the month that lies `months` months before. */
function monthsBefore({ year, month, day }: CorpusDay, months: number): CorpusDay {
  const count = year * 12 + (month - 1) - months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1, day: Math.min(day, 28) };
}

function isoDay({ year, month, day }: CorpusDay): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
