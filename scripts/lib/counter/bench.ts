/** The counter's proofs, for anyone to run: `npm run bench -- counter [sub-command]`. */
import { killSqlite, killWorkerd, type KillResult } from "./bench/kill.ts";
import { compareWithEmpty, countMany } from "./bench/throughput.ts";
import { printSimulation } from "./simulation/simulate.ts";

const HELP = `counter                        the counter against an empty node:http server
counter kill [kills]           kill -9 under load, embedded counter (100)
counter kill-workerd [kills]   kill -9 under load, Durable Objects in workerd (10)
counter many [hits]            concurrent hits counted exactly (1,000,000)
counter memory [readers]       resident memory with so many different readers in a day (1,000,000)
counter cost                   cost, shards and lag of 100,000,000 views a day on Durable Objects`;

/**
 * Runs one proof and prints its figures.
 * @param args What follows `counter`: nothing, or a sub-command with its number.
 * @throws Error when a proof fails.
 */
export async function benchCounter(args: readonly string[]): Promise<void> {
  const print = (line: string): void => console.log(line);
  const [name = "compare", number] = args;
  const count = (fallback: number): number => (number === undefined ? fallback : Number(number));
  switch (name) {
    case "compare":
      return compareWithEmpty(print);
    case "kill": {
      reportKills(await killSqlite(count(100)), print);
      return;
    }
    case "kill-workerd": {
      reportKills(await killWorkerd(count(10)), print);
      return;
    }
    case "many":
      return countMany(count(1_000_000), 50_000, print);
    case "memory":
      return countMany(count(1_000_000), count(1_000_000), print);
    case "cost": {
      printSimulation(print);
      return;
    }
    default: {
      print(HELP);
      return;
    }
  }
}

function reportKills(
  { kills, sent, acknowledged, counted, lost, invented }: KillResult,
  print: (line: string) => void,
): void {
  print(
    `${kills} kills: ${sent} hits sent, ${acknowledged} acknowledged, ${counted} counted, ${lost} lost, ${invented} invented`,
  );
  if (lost + invented > 0) throw new Error("acknowledged hits and counts differ");
}
