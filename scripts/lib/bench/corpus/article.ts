import { slugify } from "#domain/vietnamese/slug.ts";
import { writeBody } from "./body.ts";
import { createRandom, type Random } from "./random.ts";
import { LEADS } from "./sentences.ts";
import { drawSubject, type CorpusDay, type Subject } from "./subject.ts";
import { writeTitle } from "./titles.ts";
import { CORPUS_AUTHORS, CORPUS_SOURCES, CORPUS_TOPICS } from "./registers.ts";

/** One article ready to be written: where, its text, and the files beside it. */
export interface CorpusArticle {
  /** `2022/07/slug`: folder below `articles/`. */
  readonly id: string;
  readonly title: string;
  /** The whole `index.md`. */
  readonly text: string;
  /** Names of pictures beside it, the cover first; empty for none. */
  readonly pictures: readonly string[];
  /** Names of other files beside it: `.pdf`, `.mp3`, `.mp4`. */
  readonly files: readonly string[];
}

/** What is already taken in this corpus, and what came before. */
export interface CorpusState {
  readonly titles: Set<string>;
  readonly ids: Set<string>;
  /** The last article of the same run, to link to. */
  previous: { readonly id: string; readonly title: string } | null;
}

/** An article's place in time: the day, and the minute of that day. */
export interface CorpusMoment {
  readonly day: CorpusDay;
  readonly minute: number;
}

/**
 * Writes article `index` of the corpus with this seed. Title and id are new in `state`, which is brought up to date.
 */
export function writeArticle(
  seed: number,
  index: number,
  moment: CorpusMoment,
  state: CorpusState,
  latest: boolean,
): CorpusArticle {
  const random = createRandom(seed, index + 1);
  const { day } = moment;
  const { subject, title, id, slug } = drawUnique(random, day, state);
  const format = drawFormat(random);
  const pictures = ["anh-bia.jpg", ...extraPictures(random, format)];
  const files = [
    ...(format === "audio" ? ["ban-tin.mp3"] : []),
    ...(format === "video" ? ["phong-su.mp4"] : []),
    ...(random.chance(1 / 12) ? ["tai-lieu.pdf"] : []),
  ];
  const earlier =
    state.previous !== null && random.chance(1 / 5)
      ? { url: `/${state.previous.id}/`, title: state.previous.title }
      : null;
  const body = writeBody(subject, random, { pictures: pictures.slice(1), earlier });
  const text = [
    "---",
    ...frontMatter(random, { subject, title, slug, moment, format, files, latest }),
    "---",
    "",
    ...(format === "video"
      ? [`:::video phong-su.mp4 anh-bia.jpg "${subject.place.name}"`, title, ":::", ""]
      : []),
    body,
  ].join("\n");
  state.previous = { id, title };
  return { id, title, text, pictures, files };
}

type Format = "news" | "photo" | "video" | "audio" | "infographic";

function drawUnique(
  random: Random,
  day: CorpusDay,
  state: CorpusState,
): { subject: Subject; title: string; id: string; slug: string } {
  const folder = `${day.year}/${String(day.month).padStart(2, "0")}`;
  for (let attempt = 1; ; attempt += 1) {
    const subject = drawSubject(random, day);
    const drawn = writeTitle(subject, random);
    const title = attempt < 8 ? drawn : `${drawn} (kỳ ${attempt - 6})`;
    const slug = slugify(title);
    const id = `${folder}/${slug}`;
    if (state.titles.has(title) || state.ids.has(id)) continue;
    state.titles.add(title);
    state.ids.add(id);
    return { subject, title, id, slug };
  }
}

function drawFormat(random: Random): Format {
  const share = random.next();
  if (share < 0.88) return "news";
  if (share < 0.92) return "photo";
  if (share < 0.95) return "infographic";
  return share < 0.98 ? "video" : "audio";
}

function extraPictures(random: Random, format: Format): readonly string[] {
  if (format === "photo") return ["anh-1.jpg", "anh-2.jpg", "anh-3.jpg"];
  return random.chance(1 / 5) ? ["anh-1.jpg"] : [];
}

interface FrontMatterInput {
  readonly subject: Subject;
  readonly title: string;
  readonly slug: string;
  readonly moment: CorpusMoment;
  readonly format: Format;
  readonly files: readonly string[];
  readonly latest: boolean;
}

function frontMatter(random: Random, input: FrontMatterInput): readonly string[] {
  const { subject, moment, format, files, latest } = input;
  const { theme, place, day } = subject;
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`;
  const time = `${two(Math.floor(moment.minute / 60))}:${two(moment.minute % 60)}`;
  const attached = files.filter((file) => file.endsWith(".pdf"));
  return [
    `title: ${yamlText(input.title)}`,
    ...(random.chance(0.2) ? [`kicker: ${yamlText(place.name)}`] : []),
    `slug: ${input.slug}`,
    `lead: ${yamlText(random.pick(LEADS)(subject, random))}`,
    `date: ${date} ${time}`,
    `section: ${theme.section}`,
    "tags:",
    ...random.sample(theme.tags, random.int(1, theme.tags.length)).map((tag) => `  - ${yamlText(tag)}`),
    ...(random.chance(0.1) ? [`topic: ${random.pick(CORPUS_TOPICS).key}`] : []),
    `place: ${place.key}`,
    ...(random.chance(0.3) ? ["unit: ban-tuyen-giao"] : []),
    "authors:",
    `  - ${random.pick(CORPUS_AUTHORS).key}`,
    ...(random.chance(0.1) ? [`source: ${random.pick(CORPUS_SOURCES).key}`] : []),
    "cover:",
    "  file: anh-bia.jpg",
    `  alt: ${yamlText(`Quang cảnh hoạt động về ${theme.subject} ở ${place.full}`)}`,
    ...(random.chance(0.5)
      ? [`  caption: ${yamlText(`Hoạt động về ${theme.subject} ở ${place.name}`)}`, "  credit: Tư liệu"]
      : []),
    ...(format === "audio"
      ? ["audio:", "  file: ban-tin.mp3", `  title: ${yamlText(`Bản tin âm thanh ${place.name}`)}`]
      : []),
    ...(attached.length > 0
      ? [
          "attachments:",
          ...attached.flatMap((file) => [
            `  - file: ${file}`,
            `    title: ${yamlText(`Báo cáo ${subject.period}`)}`,
          ]),
        ]
      : []),
    ...(format === "news" ? [] : [`format: ${format}`]),
    ...(latest ? [`featuredUntil: ${day.year + 1}-01-31`] : []),
    ...(random.chance(0.01)
      ? [
          "corrections:",
          `  - date: ${date}`,
          "    text: Bản đăng trước ghi nhầm một số liệu; tòa soạn đã sửa.",
        ]
      : []),
  ];
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** A YAML scalar: plain where that is safe, else double-quoted (JSON strings are YAML). */
export function yamlText(text: string): string {
  return /^[\p{L}][^#:"'{}[\]]*$/u.test(text) ? text : JSON.stringify(text);
}
