import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { Lane } from "#threads/lane.ts";
import { CardDeck } from "../pages/card-deck.ts";
import type { CardView } from "../views/common.ts";
import { renderJob, type JobTools, type PageJob } from "./page-job.ts";
import { writePage, type WrittenPage } from "./page-store.ts";
import type { Batch, WorkerSetup } from "./worker.ts";

/** Pages that travel together: enough to pay for the message, few enough to share the work evenly. */
const BATCH = 24;
/** Batches given to a thread ahead of its work. */
const AHEAD = 2;
/** A thread holds the cards of the portal and little else; without a limit garbage would take several times as much. */
const LIMITS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 384 };
/** Starting a thread costs what this many pages cost. */
const WORTH_A_THREAD = 300;

export interface PoolOptions extends JobTools {
  readonly layouts: string;
  /** The page store's folder. */
  readonly store: string;
  readonly cards: CardDeck;
  /** Told of every page that was rendered and written, by its place in the plan. */
  readonly onPage: (place: number, page: WrittenPage) => void;
  /** Threads beside the main thread; one less than there are cores unless told. */
  readonly threads?: number;
  /** Pages after which threads are started. */
  readonly startAfter?: number;
}

interface Placed {
  readonly place: number;
  readonly job: PageJob;
}

/**
 * Renders pages on all cores: one thread less than there are, and the main thread, which takes what they cannot take.
 * Few pages are rendered on the main thread alone.
 */
export class RenderPool {
  readonly #options: PoolOptions;
  readonly #lanes: RenderLane[] = [];
  #waiting: Placed[] = [];
  #seen = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** @throws {Error} naming layout and variable where a layout prints what a view lacks. */
  async add(place: number, job: PageJob): Promise<void> {
    this.#waiting.push({ place, job });
    if (this.#waiting.length >= BATCH) await this.#flush();
  }

  /** Renders what is left and waits for all threads. */
  async finish(): Promise<void> {
    await this.#flush();
    await Promise.all(this.#lanes.map(({ lane }) => lane.idle()));
  }

  /** Ends the threads, whatever they do. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map(({ lane }) => lane.stop()));
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#seen += batch.length;
    const { startAfter = WORTH_A_THREAD } = this.#options;
    if (this.#lanes.length === 0 && this.#seen > startAfter) this.#startThreads();
    const idle = this.#lanes.find(({ lane }) => lane.ahead < AHEAD);
    if (idle !== undefined) idle.send(batch);
    else for (const { place, job } of batch) this.#renderHere(place, job);
    await turn(); // Takes in what the threads have done.
    for (const { lane } of this.#lanes) lane.check();
  }

  #renderHere(place: number, job: PageJob): void {
    const { store, onPage } = this.#options;
    onPage(place, writePage(store, job, renderJob(job, this.#options)));
  }

  #startThreads(): void {
    // From now on every core renders; the garbage collector's helpers would only take turns with them: 10 % of a cold
    // build. Until then, and where little is rendered, they do help.
    setFlagsFromString("--no-parallel-scavenge");
    const { threads = availableParallelism() - 1 } = this.#options;
    for (let count = 0; count < threads; count += 1) this.#lanes.push(new RenderLane(this.#options));
  }
}

/** A thread, and which cards it has. */
class RenderLane {
  readonly lane: Lane<Batch, readonly WrittenPage[]>;
  readonly #options: PoolOptions;
  /** Cards, not their keys: a key cut from the JSON of a view would keep all of that JSON. */
  readonly #sent = new Set<CardView>();

  constructor(options: PoolOptions) {
    const { content, host, site, facts, layouts, store } = options;
    const setup: WorkerSetup = { content, host, site, facts, layouts, store };
    this.#options = options;
    this.lane = new Lane(new URL("worker.ts", import.meta.url), "renders pages", {
      workerData: setup,
      resourceLimits: LIMITS,
    });
  }

  send(batch: readonly Placed[]): void {
    const jobs = batch.map(({ job: { view, ...job } }) => ({ ...job, viewJson: JSON.stringify(view) }));
    const named = new Set(jobs.flatMap(({ viewJson }) => [...CardDeck.referencesIn(viewJson)]));
    const cards = Array.from(named, (key) => [key, this.#options.cards.byKey(key)] as const);
    const fresh = cards.filter(([, card]) => !this.#sent.has(card));
    for (const [, card] of fresh) this.#sent.add(card);
    // Places in the plan, without the views: what a thread renders would stay in memory here, too.
    const places = batch.map(({ place }) => place);
    this.lane.send({ jobs, cards: fresh }, (pages) =>
      pages.forEach((page, index) => this.#options.onPage(places[index] ?? 0, page)),
    );
  }
}
