/** The three engines behind one interface: memory and SQLite in Node, Durable Objects in workerd. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorkerd } from "#counter/bench/workerd.ts";
import { startCounterServer } from "#counter/node/server.ts";
import { parseSettings } from "#counter/settings.ts";

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
  readonly body?: string;
}

export interface Engine {
  readonly send: (target: string, request?: Request) => Promise<Sent>;
  readonly setClock: (ms: number) => Promise<void>;
  /** Background work done, twice over. */
  readonly settle: () => Promise<void>;
  /** kill -9 where there is a process; a new start on the same data. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface EngineKind {
  readonly name: string;
  readonly durable: boolean;
  readonly open: (vars?: Readonly<Record<string, string>>) => Promise<Engine>;
}

export const PATHS = [
  "/",
  "/2022/07/hoi-nghi-so-ket/",
  "/2023/09/lam-dong/",
  "/thong-ke/",
  ...Array.from({ length: 40 }, (_, i) => `/2024/01/tin-${i}/`),
];
export const ORIGIN = "https://tuyengiao.example.vn";
export const BROWSER =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";

const VARS = { COUNTER_ORIGINS: ORIGIN, COUNTER_PROXIES: "127.0.0.1", COUNTER_RATE: "60000" };

export const ENGINES: readonly EngineKind[] = [
  { name: "memory", durable: false, open: (vars) => openNode(":memory:", vars) },
  { name: "SQLite", durable: true, open: (vars) => openNode("counter.db", vars) },
  { name: "workerd", durable: true, open: openWorkerd },
];

async function openNode(file: string, vars: Readonly<Record<string, string>> = {}): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "counter-contract-"));
  const paths = join(folder, "paths.json");
  writeFileSync(paths, JSON.stringify(PATHS));
  const { settings } = parseSettings({ ...VARS, ...vars });
  if (settings === null) throw new Error("wrong settings");
  let now = 0;
  const data = file === ":memory:" ? file : join(folder, file);
  const start = () =>
    startCounterServer({
      data,
      paths,
      settings,
      log: () => undefined,
      now: () => now,
      host: "127.0.0.1",
      port: 0,
    });
  let server = await start();
  return {
    send: (target, request) => send(server.url, "x-real-ip", target, request),
    setClock: (ms) => {
      now = ms;
      return Promise.resolve();
    },
    settle: () => Promise.resolve(),
    async restart() {
      await server.close();
      server = await start();
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openWorkerd(vars: Readonly<Record<string, string>> = {}): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), "counter-workerd-"));
  const site = createServer((_, response) => response.end(JSON.stringify(PATHS)));
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const outboundPort = (site.address() as AddressInfo).port;
  const all = {
    ...VARS,
    PATHS_URL: "http://site.example/paths.json",
    COUNTER_SHARDS: "3",
    COUNTER_PUSH_SECONDS: "3600",
    COUNTER_TOKEN: "secret",
    ...vars,
  };
  const start = () =>
    startWorkerd({ entry: "tests/contract/workerd-entry.ts", directory, vars: all, outboundPort });
  let running = await start();
  let now = 0;
  const test = async (path: string): Promise<void> => {
    const response = await fetch(`${running.url}${path}`);
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  return {
    send: (target, request) => send(running.url, "cf-connecting-ip", target, request),
    setClock: (ms) => {
      now = ms;
      return test(`/test/clock?ms=${ms}`);
    },
    settle: () => test("/test/alarms"),
    async restart() {
      await running.stop("SIGKILL");
      running = await start();
      await test(`/test/clock?ms=${now}`);
    },
    async close() {
      await running.stop("SIGKILL");
      site.close();
      site.closeAllConnections();
      rmSync(directory, { recursive: true });
    },
  };
}

async function send(
  url: string,
  addressHeader: string,
  target: string,
  request: Request = {},
): Promise<Sent> {
  const { method = "POST", headers = {}, address = "203.0.113.1", body } = request;
  const defaults = { origin: ORIGIN, "user-agent": BROWSER, [addressHeader]: address };
  const response = await fetch(`${url}${target}`, {
    method,
    headers: { ...defaults, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
