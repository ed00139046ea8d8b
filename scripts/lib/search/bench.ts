import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FAMILIES, makeArticles, type Family } from "./evaluation/articles.ts";
import { askAll, askOurs, firstSearchBytes, type Asked } from "./evaluation/ask.ts";
import { qualityOf, type Quality } from "./evaluation/measures.ts";
import { makeQueries } from "./evaluation/queries.ts";
import { askStock, indexStock, writePages } from "./evaluation/stock.ts";
import { indexSite } from "./index-site.ts";
import { NO_SYNONYMS, type Synonyms } from "./synonyms.ts";

const BENCH_SYNONYMS: Synonyms = {
  ...NO_SYNONYMS,
  same: [
    ["Hội đồng nhân dân", "HĐND"],
    ["Ủy ban nhân dân", "UBND"],
    ["Ban Tuyên giáo", "BTG"],
    ["Mặt trận Tổ quốc", "MTTQ"],
    ["Liên hiệp Phụ nữ", "LHPN"],
  ],
};

/**
 * Measures search: labelled queries over generated articles, ours beside stock Pagefind over the same pages,
 * for each kind of query, with the bytes of a first search and the time to index. Prints a table.
 *
 * @param args `--articles 300 --words 420 --each 20 --seed 1 --family report|feature|brief`
 * @throws {Error} for an unknown option or a value that is no number.
 * @example await benchSearch(['--articles', '300'])
 */
export async function benchSearch(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const folder = await mkdtemp(join(tmpdir(), "bench-search-"));
  try {
    const articles = makeArticles(options);
    const queries = makeQueries(articles, { seed: options.seed + 100, each: options.each });
    const [ours, stock] = [join(folder, "ours"), join(folder, "stock")];
    await writePages(articles, stock);
    const stockTime = await timed(() => indexStock(stock));
    const ourTime = await timed(() =>
      indexSite({
        site: ours,
        cache: join(folder, "cache"),
        synonyms: BENCH_SYNONYMS,
        sources: articles.map(({ record }) => ({
          url: record.url,
          contentHash: "1",
          date: record.date,
          record: () => record,
        })),
      }),
    );
    console.log(
      `${articles.length} articles (${options.family}, seed ${options.seed}), ${queries.length} queries; indexing: ours ${ourTime.toFixed(1)} s, stock ${stockTime.toFixed(1)} s, ratio ${(ourTime / stockTime).toFixed(2)}`,
    );
    const sessions = { ours: askOurs(ours), stock: await askStock(stock) };
    printTable({ ours: await askAll(queries, sessions.ours), stock: await askAll(queries, sessions.stock) });
    const [ourBytes, stockBytes] = [
      await firstSearchBytes(queries, sessions.ours),
      await firstSearchBytes(queries, sessions.stock),
    ];
    console.log(
      `first search, mean bytes fetched (program, index and results): ours ${kilobytes(ourBytes)}, stock ${kilobytes(stockBytes)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly ours: readonly Asked[];
  readonly stock: readonly Asked[];
}

function printTable({ ours, stock }: Measured): void {
  const percent = (share: number): string => (share * 100).toFixed(1).padStart(6);
  const cells = (quality: Quality): string =>
    [quality.at1, quality.at3, quality.at10, quality.reciprocalRank].map(percent).join("");
  const row = (name: string, select: (asked: Asked) => boolean): string => {
    const [own, other] = [ours, stock].map((all) => qualityOf(all.filter(select).map(({ rank }) => rank)));
    return own === undefined || other === undefined
      ? name
      : `${name.padEnd(18)}${String(own.queries).padStart(5)} |${cells(own)} |${cells(other)}`;
  };
  console.log(`${"".padEnd(23)} | ours                    | stock Pagefind`);
  console.log(`${"kind".padEnd(18)}    n |   s@1   s@3  s@10   MRR |   s@1   s@3  s@10   MRR`);
  for (const kind of new Set(ours.map((asked) => asked.query.kind)))
    console.log(row(kind, ({ query }) => query.kind === kind));
  console.log(row("all", () => true));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const slowest = (all: readonly Asked[]): string =>
    `${(all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? 0).toFixed(0)} ms`;
  console.log(`95 % of searches answered within: ours ${slowest(ours)}, stock ${slowest(stock)}`);
  console.log(
    `a mark in the excerpt of the first result: ours ${percent(mean(ours.filter(({ marked }) => marked !== null).map(({ marked }) => (marked === true ? 1 : 0))))} %`,
  );
}

function readOptions(args: readonly string[]): {
  articles: number;
  count: number;
  words: number;
  each: number;
  seed: number;
  family: Family;
} {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: "string", default: "300" },
      words: { type: "string", default: "420" },
      each: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      family: { type: "string", default: "report" },
    },
  });
  const number = (name: "articles" | "words" | "each" | "seed"): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name}: "${values[name]}" is not a whole number from 1 on`);
    return value;
  };
  const family = FAMILIES.find((one) => one === values.family);
  if (family === undefined)
    throw new Error(`--family: "${values.family}" is not one of ${FAMILIES.join(", ")}`);
  const articles = number("articles");
  return {
    articles,
    count: articles,
    words: number("words"),
    each: number("each"),
    seed: number("seed"),
    family,
  };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
