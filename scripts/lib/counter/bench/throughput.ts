/** Requests a second, latency, CPU, memory, start: the counter against a node:http server that does nothing. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { median, medianRatio } from "#domain/median.ts";
import { hitRequests, type LoadResult, runLoad } from "./load.ts";
import {
  bundleServer,
  type ServerProcess,
  startCounterProcess,
  startEmptyProcess,
  withFolder,
} from "./server-process.ts";

const CONNECTIONS = 50;
const WARM_UP_MS = 1500;
// Short turns: what else runs on the machine then harms both servers alike.
const ROUNDS = 20;
const ROUND_MS = 700;
const READERS = 20_000;

interface Measured extends LoadResult {
  readonly perSecond: number;
  /** CPU time of the server for each request, in microseconds; null where the system does not tell. */
  readonly cpu: number | null;
}

/** Prints ratios and absolutes; the two servers take turns, so that a busy machine harms both. */
export function compareWithEmpty(print: (line: string) => void): Promise<void> {
  return withFolder(async (folder) => {
    const bundle = bundleServer(folder);
    const counter = await startCounterProcess(folder);
    const empty = await startEmptyProcess();
    const servers = { counter, empty };
    const results: Record<keyof typeof servers, Measured[]> = { counter: [], empty: [] };
    for (const server of [empty, counter]) await measure(server, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round++)
      for (const name of ["empty", "counter"] as const)
        results[name].push(await measure(servers[name], ROUND_MS));
    await counter.stop("SIGTERM");
    await empty.stop("SIGKILL");
    const medianOf = (name: keyof typeof servers, value: (one: Measured) => number): number =>
      median(results[name].map(value));
    const speeds = (name: keyof typeof servers) => results[name].map(({ perSecond }) => perSecond);
    for (const name of ["empty", "counter"] as const) {
      const perSecond = medianOf(name, (one) => one.perSecond).toFixed(0);
      const [p50, p99] = [medianOf(name, (one) => one.p50), medianOf(name, (one) => one.p99)];
      const cpu = medianOf(name, (one) => one.cpu ?? Number.NaN);
      print(
        `${name.padEnd(8)} ${perSecond.padStart(7)} requests/s  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  CPU ${cpu.toFixed(1)} µs   (medians of ${ROUNDS} turns)`,
      );
    }
    print(
      `requests/s, counter : empty   ${medianRatio(speeds("counter"), speeds("empty")).toFixed(2)}   (goal: at least 0.65)`,
    );
    print(
      `p99 of the counter            ${medianOf("counter", (one) => one.p99).toFixed(2)} ms   (goal: at most 10)`,
    );
    print(
      `first counted hit after start ${(await firstHit(folder)).toFixed(0)} ms   (goal: at most 200; the empty server listened after ${empty.startMs.toFixed(0)})`,
    );
    print(
      `server bundle                 ${gzipSync(readFileSync(bundle), { level: 9 }).length} bytes gzip   (goal: at most 12,000)`,
    );
  });
}

/** Sends so many hits of as many different readers and says what they cost and whether all were counted. */
export function countMany(hits: number, readers: number, print: (line: string) => void): Promise<void> {
  return withFolder(async (folder) => {
    bundleServer(folder);
    const server = await startCounterProcess(folder);
    const result = await runLoad({
      port: server.port,
      connections: 200,
      requests: hits,
      request: hitRequests("X-Real-IP", readers),
    });
    const response = await fetch(`http://127.0.0.1:${server.port}/api/snapshot`);
    const { days } = (await response.json()) as { days: { views: number; visits: number }[] }; // our own server
    const views = days.reduce((sum, day) => sum + day.views, 0);
    const memory = residentMegabytes(server);
    await server.stop("SIGTERM");
    print(
      `${hits} hits of ${readers} readers in ${result.seconds.toFixed(1)} s: ${result.acknowledged} acknowledged, ${views} counted, ${days.reduce((sum, day) => sum + day.visits, 0)} visits`,
    );
    print(`resident memory afterwards    ${memory?.toFixed(0) ?? "?"} MB   (goal: at most 200)`);
    if (views !== result.acknowledged || result.acknowledged !== hits) throw new Error("the counts differ");
  });
}

async function measure(server: ServerProcess, milliseconds: number): Promise<Measured> {
  const before = cpuSeconds(server);
  const result = await runLoad({
    port: server.port,
    connections: CONNECTIONS,
    milliseconds,
    request: hitRequests("X-Real-IP", READERS),
  });
  const after = cpuSeconds(server);
  const cpu = before === null || after === null ? null : ((after - before) * 1_000_000) / result.acknowledged;
  return { ...result, perSecond: result.acknowledged / result.seconds, cpu };
}

async function firstHit(folder: string): Promise<number> {
  const started = performance.now();
  const server = await startCounterProcess(folder);
  await runLoad({ port: server.port, connections: 1, requests: 1, request: hitRequests("X-Real-IP", 1) });
  const milliseconds = performance.now() - started;
  await server.stop("SIGTERM");
  return milliseconds;
}

/** User and system seconds of a process so far, from Linux's /proc (in ticks of 10 ms). */
function cpuSeconds({ process: { pid } }: ServerProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

function residentMegabytes({ process: { pid } }: ServerProcess): number | null {
  try {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
  } catch {
    return null;
  }
}
