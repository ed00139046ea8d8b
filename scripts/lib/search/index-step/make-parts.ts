import { MessageChannel, Worker, type MessagePort } from "node:worker_threads";
import type { ManifestJob } from "./make-manifest.ts";
import type { PartJob } from "./make-part.ts";
import type { PartMessage, PartPage, PartReply } from "./part-worker.ts";

/** Postings in one file of the index: small files keep a search short, see the bench for the measured choice. */
const CHUNK_SIZE = "1000";

/** Garbage is collected early: with Node’s own limits the thread grows by far more, and is no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 400 };

/** Parts that a thread has at a time: the one that Pagefind works on, and the next. */
const AHEAD = 2;

/** A part to make and its pages, which come some at a time. */
export interface PartWithPages {
  readonly job: PartJob;
  readonly pages: AsyncIterable<readonly PartPage[]>;
}

/** A thread that makes parts. It does not keep the process alive while it has nothing to do. */
export interface PartThread {
  readonly worker: Worker;
  /** Resolves when the thread is over, with what it has to say for itself. */
  readonly ended: Promise<Error>;
}

/** Starts a thread for `makeParts`; until it is ready there is time to find out what has to be made. */
export function startPartThread(): PartThread {
  // Pagefind reads the size from the environment of the process that starts its service.
  const env = { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: CHUNK_SIZE };
  const worker = new Worker(new URL("./part-worker.ts", import.meta.url), { env, resourceLimits: LIMITS });
  const ended = new Promise<Error>((resolve) => {
    worker.once("error", (error) => resolve(error instanceof Error ? error : new Error(String(error))));
    worker.once("exit", () => resolve(new Error("the index worker stopped early")));
  });
  worker.unref();
  return { worker, ended };
}

/**
 * Makes the given parts one after the other, then the manifest of all. While Pagefind’s service works on one part, the
 * thread prepares the next, whose pages the caller renders. Two threads with services of their own are no faster, and take
 * twice the memory.
 *
 * @param manifest `null` where the cache has it.
 * @param thread is stopped at the end.
 * @throws {Error} with the first problem of any part.
 */
export async function makeParts(
  parts: Iterable<PartWithPages>,
  manifest: ManifestJob | null,
  onDone: (job: PartJob) => void,
  thread: PartThread,
): Promise<void> {
  const tell = (message: PartMessage) => thread.worker.postMessage(message);
  const ahead: Promise<void>[] = [];
  thread.worker.ref();
  try {
    for (const { job, pages } of parts) {
      tell({ kind: "begin", job });
      for await (const some of pages) tell({ kind: "pages", pages: some });
      const made = ask(thread, (port) => ({ kind: "make", port })).then(() => onDone(job));
      made.catch(() => undefined); // Awaited below, where it is not the first to fail.
      ahead.push(made);
      if (ahead.length === AHEAD) await ahead.shift();
    }
    await Promise.all(ahead);
    if (manifest !== null) await ask(thread, (port) => ({ kind: "manifest", job: manifest, port }));
  } finally {
    tell({ kind: "stop" });
    await thread.ended;
  }
}

/** Has a thread do something and waits until it is done. @throws {Error} with the thread's problem. */
async function ask(
  { worker, ended }: PartThread,
  message: (port: MessagePort) => PartMessage,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const replied = new Promise<PartReply>((resolve) => port1.once("message", resolve));
  worker.postMessage(message(port2), [port2]);
  const reply = await Promise.race([replied, ended]);
  port1.close();
  if (reply instanceof Error) throw reply;
  if (!reply.done) throw new Error(reply.problem);
}
