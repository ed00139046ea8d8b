import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runRounds, type Contender, type Measurement } from "./contender.ts";
import { provideCorpus, type Corpus } from "./corpora.ts";
import { judgeLimits } from "./limits.ts";
import { measureProcess } from "./measure-process.ts";
import { readBenchOptions, type BenchOptions } from "./options.ts";
import { eleventyContender } from "./peers/eleventy.ts";
import { hugoContender, hugoVersion } from "./peers/hugo.ts";
import { pagefindContender } from "./peers/pagefind.ts";
import { portalContenders } from "./portal.ts";
import { formatReport } from "./report.ts";
import { deleteSetAside } from "./set-aside.ts";

/**
 * Builds generated portals of each size, the peers' sites in between, and returns the report: Markdown, or JSON with
 * `--json`.
 * @param args flags after `npm run bench --`; see BENCH_USAGE.
 * @param tell gets progress, one line at a time.
 * @throws Error for unusable flags, and with the end of its output where one of the builds fails.
 */
export async function benchBuild(args: readonly string[], tell: (line: string) => void): Promise<string> {
  const options = readBenchOptions(args);
  mkdirSync(options.work, { recursive: true });
  const all: Measurement[] = [];
  for (const articles of options.articles) all.push(...(await benchSize(options, articles, tell)));
  const machine = {
    cores: availableParallelism(),
    node: process.versions.node,
    rounds: options.rounds,
  };
  if (options.json)
    return JSON.stringify({ machine, measurements: all, promises: judgeLimits(all) }, null, 2);
  return formatReport(all, machine);
}

async function benchSize(
  options: BenchOptions,
  articles: number,
  tell: (line: string) => void,
): Promise<readonly Measurement[]> {
  const log = join(options.work, "last-command.log");
  tell(`${articles} articles: corpus and peers' sites`);
  const corpus = await provideCorpus(options.work, articles);
  const portal = await portalContenders(options.work, corpus);
  const peers = await sitePeers(options, corpus, tell);
  tell(`${articles} articles: pictures, encoded once and kept`);
  await measureProcess(portal.prime, log);
  // Pagefind reads the pages of the build before it; the warm builds follow the cold one with search.
  const search = options.peers.includes("pagefind")
    ? [pagefindContender(options.work, portal.coldSearch.output)]
    : [];
  const { cold, coldSearch, warm, edited, editedOld } = portal;
  const contenders = [cold, ...peers, coldSearch, ...search, warm, edited, editedOld];
  const measured = await runRounds(contenders, { articles, rounds: options.rounds, log, tell });
  deleteSetAside(options.work);
  return measured;
}

async function sitePeers(
  { peers, work }: BenchOptions,
  corpus: Corpus,
  tell: (line: string) => void,
): Promise<readonly Contender[]> {
  const found: Contender[] = [];
  const version = peers.some((peer) => peer.startsWith("hugo")) ? hugoVersion() : null;
  if (version !== null) {
    if (peers.includes("hugo")) found.push(await hugoContender(work, corpus, version, false));
    if (peers.includes("hugo-related")) found.push(await hugoContender(work, corpus, version, true));
  } else if (peers.some((peer) => peer.startsWith("hugo")))
    tell("hugo is not installed (Debian: apt install hugo); left out");
  if (peers.includes("eleventy")) found.push(await eleventyContender(work, corpus));
  return found;
}
