/** Runs the Worker on a real workerd from npm, offline, with its Durable Objects on disk. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What to run. */
export interface WorkerdOptions {
  /** Module that exports the Worker and its classes. */
  readonly entry: string;
  /** A folder of its own: bundle, configuration and storage. */
  readonly directory: string;
  /** `vars` of the Worker. */
  readonly vars: Readonly<Record<string, string>>;
  /** Port on 127.0.0.1 that answers every outgoing request (the list of pages). */
  readonly outboundPort: number;
}

/** A running workerd. */
export interface Workerd {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it by a signal and waits until it is gone. */
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
}

/** The compatibility date of deploy/wrangler.jsonc. */
export const COMPATIBILITY_DATE = "2026-04-01";

/**
 * Starts workerd on a free port. Call it again with the same directory to find the same storage.
 * @example const { url, stop } = await startWorkerd({ entry, directory, vars: {}, outboundPort: 8080 });
 */
export async function startWorkerd({
  entry,
  directory,
  vars,
  outboundPort,
}: WorkerdOptions): Promise<Workerd> {
  mkdirSync(join(directory, "storage"), { recursive: true });
  bundleWorker(entry, join(directory, "worker.js"));
  writeFileSync(join(directory, "config.capnp"), configuration(directory, vars, outboundPort));
  const child = spawn(
    "node_modules/.bin/workerd",
    ["serve", join(directory, "config.capnp"), "--control-fd=3"],
    {
      stdio: ["ignore", "inherit", "inherit", "pipe"],
    },
  );
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await listeningPort(child, exited);
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    async stop(signal) {
      child.kill(signal);
      await exited;
    },
  };
}

/** Bundles a Worker into one module, as wrangler does. */
export function bundleWorker(entry: string, target: string): void {
  const options = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2024",
    "--conditions=workerd,worker,browser",
    "--external:node:*",
  ];
  execFileSync("node_modules/.bin/esbuild", [entry, ...options, "--log-level=error", `--outfile=${target}`], {
    stdio: "inherit",
  });
}

function listeningPort(child: ChildProcess, exited: Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdio[3]?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const found = /"event":"listen".*?"port":(\d+)/.exec(text)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    void exited.then(() => reject(new Error("workerd ended before it listened")));
  });
}

function configuration(
  directory: string,
  vars: Readonly<Record<string, string>>,
  outboundPort: number,
): string {
  const texts = Object.entries(vars).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .counter),
    (name = "storage", disk = (path = ${JSON.stringify(join(directory, "storage"))}, writable = true)),
    (name = "outbound", external = (address = "127.0.0.1:${outboundPort}", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const counter :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "${COMPATIBILITY_DATE}",
  compatibilityFlags = ["nodejs_compat"],
  durableObjectNamespaces = [
    (className = "CounterShard", uniqueKey = "counter-shard", enableSql = true),
    (className = "CounterTally", uniqueKey = "counter-tally", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "storage"),
  globalOutbound = "outbound",
  bindings = [
    (name = "SHARD", durableObjectNamespace = "CounterShard"),
    (name = "TALLY", durableObjectNamespace = "CounterTally"),
    ${texts.join(",\n    ")}
  ],
);
`;
}
