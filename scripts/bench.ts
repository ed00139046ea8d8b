import { benchBuild } from "./lib/bench/bench-build.ts";
import { BENCH_USAGE } from "./lib/bench/options.ts";

const [first = "build", ...others] = process.argv.slice(2);
const [what, args] = first.startsWith("-") ? ["build", [first, ...others]] : [first, others];
const tell = (line: string): void => console.error(line);

try {
  if (args.includes("--help")) console.log(BENCH_USAGE);
  else if (what === "build") console.log(await benchBuild(args, tell));
  else {
    console.error(`There is no benchmark named "${what}".\n\n${BENCH_USAGE}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
