/** The embedded counter: Node, one data file, no account. */
import { messageOf } from "../message-of.ts";
import { hash, randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { createJournalStore } from "../journal-store.ts";
import { createMemoryStore } from "../memory-store.ts";
import { createService } from "../service.ts";
import type { CounterSettings } from "../settings.ts";
import type { CounterStore } from "../store.ts";
import { createHandler, createHttpServer, type RequestHandler } from "./http.ts";
import { createRepeated, type Log } from "./log.ts";
import { openPageFile } from "./page-file.ts";
import { readerAddress } from "./proxies.ts";
import { lockDataFile, openSqlite } from "./sqlite.ts";

/** Where a counter keeps its numbers and whom it serves. */
export interface CounterOptions {
  /** The data file; `:memory:` keeps nothing over a restart. */
  readonly data: string;
  /** The list of pages the site build writes. */
  readonly paths: string;
  readonly settings: CounterSettings;
  readonly log: Log;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** A counter without a server of its own, to be mounted on `/api/` of another. */
export interface OpenCounter {
  readonly handle: RequestHandler;
  /** Commits what waits, folds the journal, closes the data file. */
  readonly close: () => Promise<void>;
}

/** A counter that listens. */
export interface CounterServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

// The longer between two foldings, the more views of the same readers and pages share a row.
const TIDY_MS = 5000;
const FIRST_TIDY_MS = 250;
const SLICE_PAUSE_MS = 5;
const REFRESH_MS = 2000;
const CLOSING_MS = 5000;

/**
 * Opens a counter.
 * @throws Error when the data file cannot be opened, is damaged, or another counter runs on it.
 * @example const counter = openCounter(options); http.createServer(counter.handle)
 */
export function openCounter(options: CounterOptions): OpenCounter {
  return open(options).counter;
}

/**
 * Starts a counter on an address; port 0 takes a free one.
 * @example const { url, close } = await startCounterServer({ ...options, host: "127.0.0.1", port: 0 });
 */
export async function startCounterServer(
  options: CounterOptions & { readonly host: string; readonly port: number },
): Promise<CounterServer> {
  const { counter, repeated } = open(options);
  const server = createHttpServer(counter.handle, repeated);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(options.port, options.host, resolve);
    });
  } catch (error) {
    await counter.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  options.log("info", "listening", {
    url: `http://${host}:${port}`,
    data: options.data,
    unit: options.settings.unit,
  });
  return {
    url: `http://${host}:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const deadline = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
      await closed;
      clearTimeout(deadline);
      await counter.close();
      options.log("info", "stopped");
    },
  };
}

function open(options: CounterOptions): {
  counter: OpenCounter;
  repeated: ReturnType<typeof createRepeated>;
} {
  const { log, now, settings } = options;
  const address = readerAddress(settings.proxies);
  const { store, release } = openStore(options.data);
  const repeated = createRepeated(log, now);
  const service = createService(store, {
    settings,
    now,
    random: Math.random,
    digest: (text) => hash("sha256", text, "hex"),
    newSalt: () => randomBytes(32).toString("hex"),
    soon: (work) => void setImmediate(work),
    later: (work, ms) => void setTimeout(work, ms),
    clockWentBack: (ms) => log("warn", "clock-went-back", { ms: Math.round(ms) }),
    commitFailed: (error, hits) =>
      log("error", "commit-failed", {
        problem: messageOf(error),
        hits,
      }),
  });
  const pages = openPageFile(options.paths, log);
  // What a crash left in the journal is folded soon.
  let timer = setTimeout(tidy, FIRST_TIDY_MS).unref();
  const refreshing = setInterval(() => {
    pages.refresh();
    repeated.flush();
  }, REFRESH_MS).unref();

  function tidy(): void {
    let more = false;
    try {
      more = service.tidy();
    } catch (error) {
      repeated.note("tidy-failed", { problem: messageOf(error) });
    }
    timer = setTimeout(tidy, more ? SLICE_PAUSE_MS : TIDY_MS).unref();
  }

  const handle = createHandler(
    { ...service, now, origins: settings.origins, isPage: pages.isPage },
    address,
    repeated,
  );
  return {
    repeated,
    counter: {
      handle,
      async close() {
        clearTimeout(timer);
        clearInterval(refreshing);
        await service.idle();
        try {
          // Twice: the first may only end a turn that was under way.
          for (let turn = 0; turn < 2; turn++) while (service.tidy());
        } catch (error) {
          // What is not folded stays in the journal and is read back at the next start.
          log("warn", "tidy-failed", { problem: messageOf(error) });
        }
        store.close();
        release();
      },
    },
  };
}

function openStore(data: string): { store: CounterStore; release: () => void } {
  if (data === ":memory:") return { store: createMemoryStore(), release: () => undefined };
  mkdirSync(dirname(data), { recursive: true });
  const { release } = lockDataFile(data);
  try {
    return { store: createJournalStore(openSqlite(data)), release };
  } catch (error) {
    release();
    throw error;
  }
}
