import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ManifestJob } from "./make-manifest.ts";
import type { PartJob, PartReply } from "./part-worker.ts";

/** Postings in one file of the index: small files keep a search short, see the bench for the measured choice. */
const CHUNK_SIZE = "1000";

/** Garbage is collected early: with Node’s own limits two workers together grow by 300 MB more, and are no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 400 };

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
 * Makes the given parts, as many at a time as there are cores, each thread with a Pagefind service of its own; then the
 * manifest of all. Jobs are taken from the iterable one by one, so that few pages are in memory.
 *
 * @param manifest `null` where the cache has it.
 * @param first one of the threads; like the others it is stopped at the end.
 * @throws {Error} with the first problem of any part; the other threads are stopped.
 */
export async function makeParts(
  jobs: Iterable<Promise<PartJob>>,
  count: number,
  manifest: ManifestJob | null,
  onDone: (job: PartJob) => void,
  first: PartThread,
): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const others = Array.from(
    { length: Math.max(0, Math.min(count, availableParallelism()) - 1) },
    startPartThread,
  );
  first.worker.ref();
  try {
    const results = await Promise.allSettled([
      work(queue, onDone, first),
      ...others.map((thread) => work(queue, onDone, thread).finally(() => stop(thread))),
    ]);
    for (const result of results) if (result.status === "rejected") throw result.reason;
    if (manifest !== null) await send(first, manifest);
  } finally {
    await stop(first);
  }
}

async function work(
  queue: Iterator<Promise<PartJob>>,
  onDone: (job: PartJob) => void,
  thread: PartThread,
): Promise<void> {
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    const job = await next.value;
    await send(thread, job);
    onDone(job);
  }
}

/** Gives a thread a job and waits until it is done. @throws {Error} with the thread's problem. */
async function send({ worker, ended }: PartThread, job: PartJob | ManifestJob): Promise<void> {
  const replied = new Promise<PartReply>((resolve) => worker.once("message", resolve));
  worker.postMessage(job);
  const reply = await Promise.race([replied, ended]);
  if (reply instanceof Error) throw reply;
  if (!reply.done) throw new Error(reply.problem);
}

async function stop({ worker, ended }: PartThread): Promise<void> {
  worker.postMessage("stop");
  await ended;
}
