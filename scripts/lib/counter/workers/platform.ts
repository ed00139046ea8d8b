/** The little of the Workers runtime that the counter uses (developers.cloudflare.com/durable-objects/api). */

/** SQL storage of a Durable Object. */
export interface DurableSql {
  exec(statement: string, ...values: readonly unknown[]): { toArray(): Record<string, unknown>[] };
}

/** State of a Durable Object. */
export interface DurableState {
  /** Unique and the same after every restart. */
  readonly id: { toString(): string };
  readonly storage: {
    readonly sql: DurableSql;
    transactionSync<T>(work: () => T): T;
    getAlarm(): Promise<number | null>;
    setAlarm(atMs: number): Promise<void>;
  };
}

/** A Durable Object from outside. */
export interface DurableStub {
  fetch(url: string, init?: { readonly method?: string; readonly body?: string }): Promise<Response>;
}

/** A class of Durable Objects. */
export interface DurableNamespace {
  idFromName(name: string): unknown;
  get(id: unknown): DurableStub;
}

/** Bindings and settings (`vars`) of the Worker; settings are parsed by settings.ts. */
export interface WorkerEnv extends Readonly<Record<string, unknown>> {
  readonly SHARD: DurableNamespace;
  readonly TALLY: DurableNamespace;
  /** Where the site publishes its list of pages, e.g. `https://tuyengiao.example.vn/paths.json`. */
  readonly PATHS_URL: string;
  /** Bearer token of `counter import --to`; without it no import is taken. */
  readonly COUNTER_TOKEN?: string;
}
