/** Prints the cost paper's table: `npm run bench -- counter cost`. */
import { figuresOf, type Setup } from "./model.ts";

const LARGE = 100_000_000;

const SETUPS: readonly Setup[] = [
  { viewsPerDay: LARGE, shards: 8, commitMs: 0, pushSeconds: 10 },
  { viewsPerDay: LARGE, shards: 8, commitMs: 100, pushSeconds: 10 },
  { viewsPerDay: LARGE, shards: 8, commitMs: 100, pushSeconds: 60 },
  { viewsPerDay: LARGE, shards: 8, commitMs: 250, pushSeconds: 300 },
  { viewsPerDay: LARGE, shards: 4, commitMs: 100, pushSeconds: 60 },
  { viewsPerDay: LARGE, shards: 16, commitMs: 100, pushSeconds: 60 },
  { viewsPerDay: LARGE, shards: 32, commitMs: 100, pushSeconds: 60 },
  { viewsPerDay: 1_000_000, shards: 1, commitMs: 0, pushSeconds: 10 },
  { viewsPerDay: 30_000, shards: 1, commitMs: 0, pushSeconds: 10 },
];

/** Runs the simulation for a table of setups. */
export function printSimulation(print: (line: string) => void): void {
  print(
    "| views a day | shards | commit ms | report s | peak/s a shard | rows a view: shards | tally | requests $ | rows $ | duration $ | CPU $ | month $ | lag s, mean | worst |",
  );
  print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
  for (const setup of SETUPS) {
    const { peakPerShard, rowsPerView, tallyRowsPerView, monthly, lagMean, lagWorst } = figuresOf(setup);
    const cells = [
      setup.viewsPerDay.toLocaleString("en"),
      setup.shards,
      setup.commitMs,
      setup.pushSeconds,
      peakPerShard.toFixed(peakPerShard < 10 ? 1 : 0),
      rowsPerView.toFixed(2),
      tallyRowsPerView.toFixed(2),
      ...[monthly.requests, monthly.rows, monthly.duration, monthly.cpu, monthly.total].map((dollars) =>
        Math.round(dollars).toLocaleString("en"),
      ),
      lagMean,
      lagWorst,
    ];
    print(`| ${cells.join(" | ")} |`);
  }
}
