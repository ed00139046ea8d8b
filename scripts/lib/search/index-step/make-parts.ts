import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { PartJob, PartReply } from "./part-worker.ts";

/** Postings in one file of the index: small files keep a search short, see the bench for the measured choice. */
const CHUNK_SIZE = "1000";

/** Garbage is collected early: with Node’s own limits two workers together grow by 300 MB more, and are no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 400 };

/**
 * Makes the given parts, as many at a time as there are cores, each worker with a Pagefind service of its
 * own. Jobs are taken from the iterable one by one, so that few pages are in memory.
 *
 * @throws {Error} with the first problem of any part; the other workers are stopped.
 */
export async function makeParts(
  jobs: Iterable<Promise<PartJob>>,
  count: number,
  onDone: (job: PartJob) => void,
): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const workers = Math.min(count, Math.max(1, availableParallelism()));
  const results = await Promise.allSettled(Array.from({ length: workers }, () => work(queue, onDone)));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

async function work(queue: Iterator<Promise<PartJob>>, onDone: (job: PartJob) => void): Promise<void> {
  // Pagefind reads the size from the environment of the process that starts its service.
  const env = { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: CHUNK_SIZE };
  const worker = new Worker(new URL("./part-worker.ts", import.meta.url), { env, resourceLimits: LIMITS });
  try {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const job = await next.value;
      const reply = await send(worker, job);
      if (!reply.done) throw new Error(reply.problem);
      onDone(job);
    }
  } finally {
    worker.postMessage("stop");
    await new Promise((resolve) => worker.once("exit", resolve));
  }
}

function send(worker: Worker, job: PartJob): Promise<PartReply> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => (): void => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      finish();
    };
    const onMessage = (reply: PartReply): void => settle(() => resolve(reply))();
    const onError = (error: unknown): void =>
      settle(() => reject(error instanceof Error ? error : new Error(String(error))))();
    const onExit = settle(() => reject(new Error("the index worker stopped early")));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(job);
  });
}
