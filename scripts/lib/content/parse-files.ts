import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Registers } from "./parse-article.ts";
import { parseFile, type ContentFolder, type Entry } from "./parse-file.ts";
import type { Parsed } from "./source-file.ts";

/** Takes what a file parsed to. */
export type TakeParsed = (path: string, parsed: Parsed<Entry>) => void;

/** A thread is told paths and answers with what they parsed to in their order, as JSON. */
export type Reply = { readonly parsed: string } | { readonly failure: string };

/** Starting a thread costs what this many files cost. */
const WORTH_A_THREAD = 1000;
/** Files that travel together, and so many of them ahead of a thread's work. */
const BATCH = 100;
const AHEAD = 2;
/** Files that this thread parses between two looks at what the others have done. */
const BREATH = 25;

/**
 * Parses files on all cores: one thread less than there are, and this one, which takes what they cannot take. Few files
 * are parsed here alone.
 * @param take is given each file once, in no particular order.
 * @param threads beside this one.
 * @throws {Error} of the file system.
 */
export async function parseFiles(
  paths: readonly string[],
  content: ContentFolder,
  registers: Registers,
  take: TakeParsed,
  threads = paths.length < WORTH_A_THREAD ? 0 : availableParallelism() - 1,
): Promise<void> {
  const lanes = Array.from({ length: threads }, () => new Lane(content, take));
  try {
    for (let at = 0; at < paths.length;) {
      const lane = lanes.find(({ ahead }) => ahead < AHEAD);
      const files = paths.slice(at, at + (lane === undefined ? BREATH : BATCH));
      at += files.length;
      if (lane !== undefined) lane.send(files);
      else for (const path of files) take(path, asStored(parseFile(path, content, registers)));
      if (lanes.length > 0) await turn();
    }
    await Promise.all(lanes.map((lane) => lane.idle()));
  } finally {
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}

/**
 * What a later build will read, and what comes from other threads. It also lets the file's text go: pieces of a string,
 * such as its titles, would keep the whole of it in memory.
 */
function asStored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value; // What is parsed is plain data.
}

/** One thread and the files that it was given. */
class Lane {
  readonly #worker: Worker;
  readonly #batches: (readonly string[])[] = [];
  #failure: Error | null = null;
  #wake: () => void = () => undefined;

  constructor(content: ContentFolder, take: TakeParsed) {
    this.#worker = new Worker(new URL("parse-worker.ts", import.meta.url), { workerData: content });
    this.#worker.on("message", (reply: Reply) => {
      if ("failure" in reply) this.#fail(new Error(reply.failure));
      else {
        const paths = this.#batches.shift() ?? [];
        const all = JSON.parse(reply.parsed) as readonly Parsed<Entry>[]; // Written by parse-worker.ts.
        all.forEach((parsed, index) => take(paths[index] ?? "", parsed));
        this.#wake();
      }
    });
    this.#worker.on("error", (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on("exit", () => this.#fail(new Error("A thread that parses content ended early.")));
  }

  get ahead(): number {
    return this.#failure === null ? this.#batches.length : Infinity;
  }

  send(paths: readonly string[]): void {
    this.#batches.push(paths);
    this.#worker.postMessage(paths);
  }

  /** @throws {Error} where the thread has failed. */
  async idle(): Promise<void> {
    while (this.#batches.length > 0 && this.#failure === null)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#failure !== null) throw this.#failure;
  }

  async stop(): Promise<void> {
    this.#worker.removeAllListeners("exit");
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }
}
