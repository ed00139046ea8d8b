/* A thread that renders pages for pool.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { answerMessages } from "#threads/lane.ts";
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
  readonly jobs: readonly SentJob[];
  readonly cards: readonly (readonly [key: string, card: CardView])[];
}

/** A job whose view is JSON, cards as references (see card-deck.ts). */
export interface SentJob extends Omit<PageJob, "view"> {
  readonly viewJson: string;
}

if (parentPort !== null) answerMessages(parentPort, renderer(workerData as WorkerSetup)); // pool.ts starts this file with it.

/** Makes a function that gives the written pages of a batch in its order. */
function renderer(setup: WorkerSetup): (batch: Batch) => readonly WrittenPage[] {
  const tools = { ...setup, templates: createTemplates(setup.layouts) };
  const known = new Map<string, CardView>();
  return ({ jobs, cards }) => {
    for (const [key, card] of cards) known.set(key, card);
    return jobs.map(({ viewJson, ...job }) => {
      // The JSON of a view that the main thread made.
      const view = parseView(viewJson, known) as Page;
      return writePage(setup.store, job, renderJob({ ...job, view }, tools));
    });
  };
}
