/** Servers as processes of their own, to be measured and killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleForNode, SERVER_ENTRY } from "../commands/bundle.ts";
import { LOAD_PATHS } from "./load.ts";

/** How deploy/counter.service starts Node: the live heap is some 20 MB, without a limit V8 lets garbage pile up. */
const NODE_FLAGS = ["--max-semi-space-size=4", "--max-old-space-size=128"] as const;

/** A server that listens. */
export interface ServerProcess {
  readonly port: number;
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process until it listened. */
  readonly startMs: number;
  /** Ends it by a signal and waits until it is gone. */
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
}

/** A folder for one run: bundle, data file and list of pages; removed at the end, also after an error. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "counter-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bundles the counter's server as `counter bundle` does; returns the file. */
export function bundleServer(folder: string): string {
  const target = join(folder, "counter-server.js");
  bundleForNode(SERVER_ENTRY, target);
  return target;
}

/** Starts the bundled counter on the data file of the folder. */
export function startCounterProcess(folder: string): Promise<ServerProcess> {
  const paths = join(folder, "paths.json");
  writeFileSync(paths, JSON.stringify(["/", ...LOAD_PATHS]));
  const args = [
    ...NODE_FLAGS,
    join(folder, "counter-server.js"),
    "--port",
    "0",
    "--data",
    join(folder, "counter.db"),
    "--paths",
    paths,
  ];
  return start(args, {
    COUNTER_PROXIES: "127.0.0.1",
    COUNTER_ORIGINS: "https://tuyengiao.example.vn",
    COUNTER_RATE: "65535",
  });
}

/** Starts a node:http server that does nothing: what the ratios are measured against. */
export function startEmptyProcess(): Promise<ServerProcess> {
  const program = `import http from "node:http";
const server = http.createServer((request, response) => response.end()).listen(0, "127.0.0.1", () => console.log('"url":"http://127.0.0.1:' + server.address().port + '"'));`;
  return start(["--input-type=module", "--eval", program], {});
}

async function start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const exited = once(child, "exit");
  let output = "";
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      if (output.length > 10_000) return;
      output += chunk.toString();
      const found = /"url":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(output)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    void exited.then(() => reject(new Error(`the server ended before it listened: ${output}`)));
  });
  return {
    port,
    process: child,
    startMs: performance.now() - started,
    async stop(signal) {
      child.kill(signal);
      await exited;
    },
  };
}
