import type { Article, Author, Correction, Figure, Format, Source } from "#domain/article.ts";
import type { Editorial } from "#domain/editorial.ts";
import { slugify } from "#domain/vietnamese/slug.ts";
import type { FieldReader } from "./fields.ts";
import { readAttachment, readFileName, readLink, readRedirects, readTitle } from "./shared-fields.ts";
import { fingerprint, readMarkdownFile, type Body, type Parsed } from "./source-file.ts";
import { adviceOn } from "./suggest.ts";

const FORMATS: readonly Format[] = ["news", "photo", "video", "audio", "infographic"];

/** Registers that articles name by key. */
export type Registers = Pick<Editorial, "sections" | "topics" | "places" | "units" | "authors" | "sources">;

/**
 * Parses and validates one article; the same function serves the build and `npm run check`.
 * @param folder the article's folder from the content folder: `articles/2022/07/slug`.
 * @param file path for messages.
 * @example parseArticle("articles/2022/07/x", "content/articles/2022/07/x/index.md", bytes, registers)
 */
export function parseArticle(
  folder: string,
  file: string,
  bytes: Uint8Array,
  registers: Registers,
): Parsed<Article> {
  return readMarkdownFile(file, bytes, (fields, body) => readArticle(folder, file, fields, body, registers));
}

function readArticle(
  folder: string,
  file: string,
  fields: FieldReader,
  body: Body,
  registers: Registers,
): Article {
  const address = /^articles\/(\d{4}\/(?:0[1-9]|1[0-2])\/([a-z0-9]+(?:-[a-z0-9]+)*))$/.exec(folder);
  if (!address) {
    fields.report(
      null,
      `Thư mục "${folder}" không đúng dạng articles/năm/tháng/ten-bai (chữ thường không dấu, nối bằng gạch ngang): articles/2022/07/ten-bai.`,
    );
  }
  const slug = address?.[2] ?? "";
  const written = fields.text("slug");
  if (written !== null && written !== slug) {
    fields.report(
      "slug",
      `"${written}" khác tên thư mục "${slug}". Địa chỉ bài lấy theo thư mục; hãy xóa mục này hoặc đổi tên thư mục.`,
    );
  }
  const article: Omit<Article, "cardHash"> = {
    file,
    folder,
    id: address?.[1] ?? "",
    slug,
    title: readTitle(fields),
    kicker: fields.text("kicker"),
    lead: fields.required("lead"),
    date: fields.requiredDate("date"),
    updated: fields.date("updated"),
    section: fields.key("section", registers.sections, "chuyên mục") ?? requireKey(fields, "section"),
    tags: readTags(fields),
    topic: fields.key("topic", registers.topics, "dòng sự kiện"),
    place: fields.key("place", registers.places, "địa bàn"),
    unit: fields.key("unit", registers.units, "đơn vị"),
    authors: readAuthors(fields, registers),
    source: readSource(fields, registers),
    cover: fields.group("cover", readFigure),
    audio: fields.group("audio", readAttachment),
    attachments: fields.groups("attachments", readAttachment),
    format: fields.choice("format", FORMATS, "news"),
    featuredUntil: fields.date("featuredUntil"),
    pinnedUntil: fields.date("pinnedUntil"),
    expires: fields.date("expires"),
    draft: fields.flag("draft"),
    withdrawn: fields.group("withdrawn", readCorrection),
    corrections: fields.groups("corrections", readCorrection),
    related: fields.texts("related").map((id) => id.replace(/^\/|\/$/g, "")),
    redirectFrom: readRedirects(fields),
    language: readLanguage(fields),
    translationOf: fields.text("translationOf")?.replace(/^\/|\/$/g, "") ?? null,
    ...body,
  };
  if (article.updated !== null && article.updated.epoch < article.date.epoch) {
    fields.report("updated", "Ngày cập nhật đứng trước ngày đăng (date).");
  }
  if (article.expires !== null && article.expires.epoch <= article.date.epoch) {
    fields.report("expires", "Ngày hết hạn đứng trước ngày đăng (date).");
  }
  return { ...article, cardHash: cardHashOf(article) };
}

/** See `cardView`, which makes a list's card of these. */
function cardHashOf(article: Omit<Article, "cardHash">): string {
  const { id, title, kicker, lead, date, section, cover, format, language } = article;
  const picture = cover === null ? null : [cover.file, cover.alt];
  return fingerprint(JSON.stringify([id, title, kicker, lead, date, section, picture, format, language]));
}

/** Tags; each has a page of its own, whose address is made of its letters and digits. */
function readTags(fields: FieldReader): readonly string[] {
  const tags = fields.texts("tags", (tag) =>
    slugify(tag) === "" ? `Thẻ "${tag}" phải có chữ hoặc số.` : null,
  );
  for (const [index, tag] of tags.entries()) {
    if (!/[,;]/.test(tag)) continue;
    const message = `"${tag}" gồm nhiều thẻ? Hãy viết mỗi thẻ một dòng, bắt đầu bằng “- ”.`;
    fields.reportItem("tags", index, message, "warning");
  }
  return [...new Set(tags)];
}

function readFigure(fields: FieldReader): Figure {
  const file = readFileName(fields);
  const alt = fields.text("alt");
  if (alt === null && !fields.foreign)
    fields.report(
      null,
      'Thiếu mục "alt": hãy tả trong một câu ngắn ảnh cho thấy gì, để người không nhìn được ảnh vẫn hiểu.',
    );
  return { file, alt: alt ?? "", caption: fields.text("caption"), credit: fields.text("credit") };
}

function readCorrection(fields: FieldReader): Correction {
  return { date: fields.requiredDate("date"), text: fields.required("text") };
}

function readAuthors(fields: FieldReader, registers: Registers): readonly Author[] {
  const byKey = (key: string, index: number): Author => {
    const entry = registers.authors.get(key);
    if (entry !== undefined) return { key, name: entry.name, unit: entry.unit };
    // A name may be written out; what looks like a key has to be one.
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key) && !registers.authors.has(key)) {
      const advice = adviceOn(key, registers.authors.keys());
      fields.reportItem("authors", index, `"${key}" không phải là tác giả.${advice}`);
    }
    return { key: null, name: key, unit: null };
  };
  if (fields.isText("authors")) return fields.texts("authors").map(byKey);
  return fields.groups(
    "authors",
    (author) => ({ key: null, name: author.required("name"), unit: author.text("unit") }),
    byKey,
  );
}

function readSource(fields: FieldReader, registers: Registers): Source | null {
  if (!fields.isText("source")) {
    return fields.group("source", (source) => ({
      name: source.required("name"),
      link: readLink(source, "link"),
    }));
  }
  const key = fields.key("source", registers.sources, "nguồn tin");
  const entry = key === null ? undefined : registers.sources.get(key);
  return entry === undefined ? null : { name: entry.name, link: entry.link };
}

function readLanguage(fields: FieldReader): string {
  const language = fields.text("language") ?? "vi";
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) {
    fields.report("language", `"${language}" không phải là mã ngôn ngữ; ví dụ: vi, km, hmn.`);
  }
  return language;
}

/** Reports a missing key field unless its value was already reported as unknown. */
function requireKey(fields: FieldReader, key: string): string {
  return fields.text(key) === null ? fields.required(key) : "";
}
