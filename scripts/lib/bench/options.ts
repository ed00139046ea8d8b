import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** The peers that the build benchmark knows. */
export const PEERS = ["hugo", "hugo-related", "eleventy", "pagefind"] as const;
export type PeerName = (typeof PEERS)[number];

/** What one run of the benchmark is told. */
export interface BenchOptions {
  /** Corpus sizes, in the order of the run. */
  readonly articles: readonly number[];
  readonly rounds: number;
  readonly peers: readonly PeerName[];
  readonly json: boolean;
  /** Absolute path of a folder for corpora, peers' sites and caches; may grow to gigabytes, safe to delete. */
  readonly work: string;
}

export const BENCH_USAGE = `Builds generated portals and those of the peers in turn, and prints what each build cost.

  npm run bench -- [build] [--articles 1000,10000,50000] [--runs 3] [--peers hugo,hugo-related,eleventy,pagefind|none]
                   [--work .cache/bench] [--json]
  npm run bench -- pictures [--pictures 60] [--runs 3]     the picture step beside plain sharp
  npm run bench -- watch [--articles 10000] [--runs 5]     from saving an article to its new page under npm start
  npm run bench -- publish [--articles 10000] [--runs 3]   one edited article to a folder, and back
  npm run bench -- search                                  answers beside stock Pagefind
  npm run bench -- counter help                            proofs of the visitor counter`;

/**
 * Reads the flags of the build benchmark.
 * @throws Error that names the flag and its value.
 * @example readBenchOptions(["--articles", "1000,10000"]).articles // [1000, 10000]
 */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: "string", default: "10000" },
      runs: { type: "string", default: "3" },
      peers: { type: "string", default: "hugo,eleventy,pagefind" },
      work: { type: "string", default: ".cache/bench" },
      json: { type: "boolean", default: false },
    },
  });
  const [rounds] = wholeNumbers("runs", values.runs, 1);
  return {
    articles: wholeNumbers("articles", values.articles, 0),
    rounds: rounds ?? 1,
    peers: values.peers === "none" ? [] : values.peers.split(",").map(peerName),
    json: values.json,
    work: resolve(values.work),
  };
}

function wholeNumbers(flag: string, text: string, least: number): readonly number[] {
  return text.split(",").map((part) => {
    const value = Number(part);
    if (part.trim() === "" || !Number.isInteger(value) || value < least)
      throw new Error(`--${flag} takes whole numbers of ${least} or more, got "${part}".`);
    return value;
  });
}

function peerName(text: string): PeerName {
  const found = PEERS.find((peer) => peer === text);
  if (found === undefined) throw new Error(`--peers knows ${PEERS.join(", ")} or none, got "${text}".`);
  return found;
}
