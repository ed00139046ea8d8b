/** kill -9 under load, again and again: is every acknowledged hit there after the next start? */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseSnapshot } from "../snapshot.ts";
import { hitRequests, LOAD_PATHS, type LoadResult, runLoad } from "./load.ts";
import { bundleServer, startCounterProcess, withFolder } from "./server-process.ts";
import { startWorkerd } from "./workerd.ts";

/** What a kill test found. */
export interface KillResult {
  readonly kills: number;
  readonly sent: number;
  readonly acknowledged: number;
  /** Page views in the counter after the last start. Hits under way when a kill came may be counted or not. */
  readonly counted: number;
  /** Acknowledged and not counted. */
  readonly lost: number;
  /** Counted and never sent. */
  readonly invented: number;
}

interface Target {
  readonly port: number;
  readonly kill: () => Promise<void>;
}

const CONNECTIONS = 50;
const ANSWERS_MIN = 20;
const KILL_AFTER_MS = 1500;
const TRIES_MAX = 300;
const RETRY_MS = 100;

/** The test on the embedded counter. @example (await killSqlite(10)).lost // 0 */
export function killSqlite(kills: number): Promise<KillResult> {
  return withFolder(async (folder) => {
    bundleServer(folder);
    const start = async (): Promise<Target> => {
      const server = await startCounterProcess(folder);
      return { port: server.port, kill: () => server.stop("SIGKILL") };
    };
    return killTest(kills, start, "X-Real-IP", viewsIn);
  });
}

/** The test on Durable Objects in workerd. */
export function killWorkerd(kills: number): Promise<KillResult> {
  return withFolder(async (directory) => {
    const site = createServer((_, response) => response.end(JSON.stringify(["/", ...LOAD_PATHS])));
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const vars = {
      COUNTER_ORIGINS: "https://tuyengiao.example.vn",
      COUNTER_SHARDS: "4",
      COUNTER_PUSH_SECONDS: "1",
      COUNTER_RATE: "65535",
      PATHS_URL: "http://site.example/paths.json",
    };
    const start = async (): Promise<Target> => {
      const { port: outboundPort } = site.address() as AddressInfo; // a TCP server that listens has one
      const running = await startWorkerd({
        entry: "scripts/lib/counter/workers/worker.ts",
        directory,
        vars,
        outboundPort,
      });
      return { port: Number(new URL(running.url).port), kill: () => running.stop("SIGKILL") };
    };
    try {
      return await killTest(kills, start, "CF-Connecting-IP", settledViews);
    } finally {
      site.closeAllConnections();
      site.close();
    }
  });
}

async function killTest(
  kills: number,
  start: () => Promise<Target>,
  header: string,
  read: (target: Target) => Promise<number>,
): Promise<KillResult> {
  const request = hitRequests(header, 5000);
  let sent = 0;
  let acknowledged = 0;
  for (let round = 0; round < kills; round++) {
    const target = await start();
    let firstAnswers: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (firstAnswers = resolve));
    let answers = 0;
    const startLoad = (): Promise<LoadResult> =>
      runLoad({
        port: target.port,
        connections: CONNECTIONS,
        request: (i) => request(sent + i),
        onAcknowledged: () => (answers += 1) === ANSWERS_MIN && firstAnswers(),
      });
    let load = startLoad();
    // A server that is slow to come up may drop every connection; the kill must come under load all the same.
    for (let tries = 0; (await Promise.race([underWay, load])) !== undefined; tries++) {
      if (tries === TRIES_MAX)
        throw new Error(`the server acknowledged ${answers} hits, fewer than ${ANSWERS_MIN}`);
      const ended = await load;
      sent += ended.sent;
      acknowledged += ended.acknowledged;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      load = startLoad();
    }
    // From the first moments after a start to well within folding.
    await new Promise((resolve) => setTimeout(resolve, (round * 379) % KILL_AFTER_MS));
    await target.kill();
    const result = await load;
    sent += result.sent;
    acknowledged += result.acknowledged;
  }
  const target = await start();
  const counted = await read(target);
  await target.kill();
  return {
    kills,
    sent,
    acknowledged,
    counted,
    lost: Math.max(0, acknowledged - counted),
    invented: Math.max(0, counted - sent),
  };
}

async function viewsIn({ port }: Target): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/api/snapshot`);
  const { snapshot, problems } = parseSnapshot(await response.json());
  if (snapshot === null) throw new Error(problems.join("; "));
  return snapshot.days.reduce((sum, day) => sum + day.views, 0);
}

/** Shards report by alarm: asks each of them by a hit, then reads until the number stands still. */
async function settledViews(target: Target): Promise<number> {
  const wake = await runLoad({
    port: target.port,
    connections: 4,
    requests: 200,
    request: hitRequests("CF-Connecting-IP", 200),
  });
  let last = -1;
  for (let still = 0; still < 4;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = await viewsIn(target);
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return last - wake.acknowledged;
}
