/* A thread that renders pages for pool.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { parseView } from "../pages/card-deck.ts";
import type { Page } from "../pages/spec.ts";
import type { CardView } from "../views/common.ts";
import { renderJob, type JobTools, type PageJob } from "./page-job.ts";
import { writePage, type WrittenPage } from "./page-store.ts";
import { createTemplates } from "./templates.ts";

/** What a thread is told once. */
export interface WorkerSetup extends Omit<JobTools, "templates"> {
  readonly layouts: string;
  /** The page store's folder. */
  readonly store: string;
}

/** Some pages to render, and the cards among their views that the thread has not seen yet. */
export interface Batch {
  readonly jobs: readonly Omit<PageJob, "view">[];
  readonly cards: readonly (readonly [digest: string, card: CardView])[];
}

/** The written pages of a batch in its order, or why one could not be rendered. */
export type Reply = { readonly pages: readonly WrittenPage[] } | { readonly failure: string };

if (parentPort !== null) listen(parentPort, workerData as WorkerSetup); // pool.ts starts this file with it.

function listen(port: NonNullable<typeof parentPort>, setup: WorkerSetup): void {
  const tools = { ...setup, templates: createTemplates(setup.layouts) };
  const cards = new Map<string, CardView>();
  port.on("message", (batch: Batch) => {
    for (const [digest, card] of batch.cards) cards.set(digest, card);
    port.postMessage(renderBatch(batch));
  });

  function renderBatch(batch: Batch): Reply {
    try {
      return {
        pages: batch.jobs.map(({ viewJson, ...job }) => {
          // The JSON of a view that the main thread made.
          const view = parseView(viewJson, cards) as Page;
          return writePage(setup.store, job, renderJob({ ...job, view }, tools));
        }),
      };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  }
}
