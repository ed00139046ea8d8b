import { linkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeArticle, type CorpusArticle, type CorpusMoment, type CorpusState } from "./article.ts";
import { editorialData } from "./editorial-data.ts";
import { emptyMp4, silentMp3, simplePdf } from "./media-files.ts";
import { NOTICE_COUNT, otherPages } from "./other-pages.ts";
import { drawPicture, withComment, type PictureSize } from "./pictures.ts";
import { createRandom } from "./random.ts";

/** What kind of corpus to write. */
export interface CorpusOptions {
  /** Content folder to create; must not exist or be empty. */
  readonly folder: string;
  /** 0 or more. */
  readonly articles: number;
  /** Whole number; the same seed gives the same bytes. */
  readonly seed: number;
  /** How many different pictures are drawn; the articles share them by hard links. */
  readonly covers: number;
  /** Last day, `2026-10-01`: every article is dated on or before it, the oldest fifteen years earlier. */
  readonly until: string;
  /** Every picture becomes a file of its own (other bytes), as in a real newsroom. Default: shared. */
  readonly ownCovers?: boolean;
  /** Default 1280 x 800. */
  readonly coverSize?: PictureSize;
}

/** Options that suit most uses: `generateCorpus({ ...CORPUS_DEFAULTS, folder, articles: 1000 })`. */
export const CORPUS_DEFAULTS = { seed: 1, covers: 40, until: "2026-10-01" } as const;

const YEARS = 15;
const FEATURED = 5;
const VIETNAM_OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/**
 * Writes a content folder of Vietnamese articles with their registers, notices, documents and pages: the corpus of the
 * benchmarks and of tests that need volume. Invented text about real kinds of events; no real person appears.
 *
 * @throws RangeError for a number of articles or covers that makes no sense, or a date that is none.
 * @example await generateCorpus({ folder, articles: 1000, seed: 1, covers: 40, until: "2026-10-01" })
 */
export async function generateCorpus(options: CorpusOptions): Promise<void> {
  const end = checkedEnd(options);
  for (const [name, text] of editorialData()) write(join(options.folder, "_data", name), text);
  for (const [path, text] of otherPages(options.seed, momentAt(end).day))
    write(join(options.folder, path), text);
  for (let number = NOTICE_COUNT; number > 0; number -= 3)
    write(join(options.folder, `notices/thong-bao-so-${number}/thong-bao.pdf`), simplePdf("Thong bao"));
  const pictures = await drawPictures(options);
  const state: CorpusState = { titles: new Set(), ids: new Set(), previous: null };
  const place = createPlacer(options, pictures);
  for (let index = 0; index < options.articles; index += 1) {
    const latest = index >= options.articles - FEATURED;
    place(index, writeArticle(options.seed, index, momentOf(options, end, index), state, latest));
  }
}

function checkedEnd({ articles, covers, until }: CorpusOptions): number {
  if (!Number.isInteger(articles) || articles < 0)
    throw new RangeError(`articles must be a whole number of 0 or more, got ${articles}`);
  if (!Number.isInteger(covers) || covers < 1)
    throw new RangeError(`covers must be at least 1, got ${covers}`);
  const end = Date.parse(`${until}T00:00:00+07:00`);
  if (Number.isNaN(end)) throw new RangeError(`until must be a date such as 2026-10-01, got "${until}"`);
  return end;
}

function drawPictures({ covers, seed, articles, coverSize }: CorpusOptions): Promise<readonly Buffer[]> {
  const count = Math.min(covers, Math.max(articles, 1));
  const size = coverSize ?? { width: 1280, height: 800 };
  return Promise.all(Array.from({ length: count }, (_, index) => drawPicture(seed * 1000 + index, size)));
}

/** Oldest first, evenly spread with some disorder within a day, in office hours, never after the end. */
function momentOf({ seed, articles }: CorpusOptions, end: number, index: number): CorpusMoment {
  const step = (YEARS * 365.25 * DAY) / articles;
  const day =
    Math.floor((end + VIETNAM_OFFSET - (articles - 1 - index) * step - DAY) / DAY) * DAY - VIETNAM_OFFSET;
  const minute = createRandom(seed, 0x5eed + index).int(7 * 60, 17 * 60 + 59);
  return momentAt(Math.min(day, end - DAY), minute);
}

function momentAt(epoch: number, minute = 0): CorpusMoment {
  const date = new Date(epoch + VIETNAM_OFFSET);
  return {
    day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    minute,
  };
}

/** Returns a function that writes one article; a shared picture is written once and linked after that. */
function createPlacer(
  { folder, ownCovers, seed }: CorpusOptions,
  pictures: readonly Buffer[],
): (index: number, article: CorpusArticle) => void {
  const written = new Map<Buffer, string>();
  const media = { pdf: simplePdf("Bao cao"), mp3: silentMp3(), mp4: emptyMp4() };
  return (index, article) => {
    const home = join(folder, "articles", article.id);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "index.md"), article.text);
    const random = createRandom(seed, 0xc0_5e + index);
    for (const name of article.pictures) {
      const picture = random.pick(pictures);
      if (ownCovers === true) writeFileSync(join(home, name), withComment(picture, `${article.id}/${name}`));
      else share(picture, join(home, name));
    }
    for (const name of article.files) share(media[name.slice(-3) as keyof typeof media], join(home, name)); // names end in one of the three
  };

  function share(bytes: Buffer, path: string): void {
    const first = written.get(bytes);
    if (first === undefined) {
      writeFileSync(path, bytes);
      written.set(bytes, path);
    } else linkSync(first, path);
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
}
