import { readdirSync } from "node:fs";
import { measureProcess, type Command, type Cost } from "./measure-process.ts";

/** One command in the comparison: a build of the portal in some state, or a peer. */
export interface Contender {
  /** Stable, for machines: `portal-cold`, `hugo`. */
  readonly key: string;
  /** For the table: `Hugo 0.111.3`. */
  readonly name: string;
  /** What its site does not have, `null` for the portal. */
  readonly lacks: string | null;
  /** Brings files into the state before a run; not measured. `round` counts from 0. */
  readonly prepare: (round: number) => void;
  readonly command: Command;
  /** Folder whose HTML files are its pages. */
  readonly output: string;
}

/** What a contender cost in each round, and how many pages it wrote. */
export interface Measurement {
  readonly key: string;
  readonly name: string;
  readonly lacks: string | null;
  readonly articles: number;
  readonly pages: number;
  /** One for each round, in order. */
  readonly costs: readonly Cost[];
}

/**
 * Runs all contenders in turn, A B C A B C …, so that each round compares neighbours in time.
 * @param tell is given one line before each run.
 */
export async function runRounds(
  contenders: readonly Contender[],
  options: {
    readonly articles: number;
    readonly rounds: number;
    readonly log: string;
    readonly tell: (line: string) => void;
  },
): Promise<readonly Measurement[]> {
  const costs = new Map<string, Cost[]>(contenders.map(({ key }) => [key, []]));
  const pages = new Map<string, number>();
  for (let round = 0; round < options.rounds; round += 1)
    for (const contender of contenders) {
      options.tell(
        `${options.articles} articles, round ${round + 1} of ${options.rounds}: ${contender.name}`,
      );
      contender.prepare(round);
      costs.get(contender.key)?.push(await measureProcess(contender.command, options.log));
      pages.set(contender.key, countPages(contender.output));
    }
  return contenders.map(({ key, name, lacks }) => ({
    key,
    name,
    lacks,
    articles: options.articles,
    pages: pages.get(key) ?? 0,
    costs: costs.get(key) ?? [],
  }));
}

/** HTML files in a folder and those below, without the redirects that Hugo writes to `…/page/1/`. */
export function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".html") && !path.endsWith("page/1/index.html"),
  ).length;
}
