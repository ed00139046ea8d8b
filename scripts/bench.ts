import { benchBuild } from "./lib/bench/bench-build.ts";
import { BENCH_USAGE } from "./lib/bench/options.ts";
import { benchPictures } from "./lib/bench/pictures/bench-pictures.ts";
import { encodeAsPortal, encodeWithSharp } from "./lib/bench/pictures/encode-run.ts";
import { benchPublish } from "./lib/bench/bench-publish.ts";
import { benchWatch } from "./lib/bench/bench-watch.ts";
import { benchCounter } from "./lib/counter/bench.ts";
import { benchSearch } from "./lib/search/bench.ts";

type Bench = (args: readonly string[]) => Promise<string | null>;

const tell = (line: string): void => console.error(line);

/** What may follow `npm run bench --`; each gives its report, or `null` where it has printed it. */
const BENCHES: Readonly<Record<string, Bench>> = {
  build: (args) => benchBuild(args, tell),
  pictures: (args) => benchPictures(args, tell),
  watch: (args) => benchWatch(args, tell),
  publish: (args) => benchPublish(args, tell),
  search: (args) => benchSearch(args).then(() => null),
  counter: (args) => benchCounter(args).then(() => null),
  // The commands that `pictures` measures.
  "encode-as-portal": ([folder = "", to = ""]) => encodeAsPortal(folder, to).then(() => null),
  "encode-with-sharp": ([folder = "", to = ""]) => encodeWithSharp(folder, to).then(() => null),
};

const [first = "build", ...others] = process.argv.slice(2);
const [name, args] = first.startsWith("-") ? ["build", [first, ...others]] : [first, others];
const bench = BENCHES[name];

try {
  if (bench === undefined) throw new Error(`There is no benchmark named "${name}".\n\n${BENCH_USAGE}`);
  const report = args.includes("--help") ? BENCH_USAGE : await bench(args);
  if (report !== null) console.log(report);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
