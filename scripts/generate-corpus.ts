import { parseArgs } from "node:util";
import { CORPUS_DEFAULTS, generateCorpus } from "./lib/bench/corpus/generate.ts";

const USAGE = `Writes a content folder of invented Vietnamese articles for benchmarks and trials.

  node scripts/generate-corpus.ts FOLDER [--articles 1000] [--seed 1] [--covers 40] [--until 2026-10-01] [--own-covers]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "1000" },
    seed: { type: "string", default: String(CORPUS_DEFAULTS.seed) },
    covers: { type: "string", default: String(CORPUS_DEFAULTS.covers) },
    until: { type: "string", default: CORPUS_DEFAULTS.until },
    "own-covers": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [folder] = positionals;

if (values.help || folder === undefined) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 1;
} else {
  await generateCorpus({
    folder,
    articles: Number(values.articles),
    seed: Number(values.seed),
    covers: Number(values.covers),
    until: values.until,
    ownCovers: values["own-covers"],
  });
  console.log(`${values.articles} articles in ${folder}`);
}
