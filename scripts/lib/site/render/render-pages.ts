import { hash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { PageContext } from "../pages/context.ts";
import type { PageSpec } from "../pages/spec.ts";
import { pageDigest, pageJob } from "./page-job.ts";
import type { PageRecord, PageStore, WrittenPage } from "./page-store.ts";
import { RenderPool } from "./pool.ts";
import type { Templates } from "./templates.ts";

/** Pages after which what else is under way, such as the search index, may go on. */
const BREATH = 100;

/** A page of the finished site. */
export interface RenderedPage {
  readonly spec: PageSpec;
  /** Of everything the page was made from. */
  readonly digest: string;
  readonly record: PageRecord;
  /** Whether it was rendered now rather than found in the store. */
  readonly fresh: boolean;
  /** Modification time of the page at its target, `null` where it has still to be placed. */
  readonly placed: number | null;
}

/** What rendering needs beside the pages. */
export interface RenderTools {
  readonly context: PageContext;
  readonly templates: Templates;
  /** Where the templates lie, for other threads. */
  readonly layouts: string;
  readonly store: PageStore;
  /** Fingerprint of the program. */
  readonly program: string;
  /** Whether the site that is being changed has the page of this digest at its place. */
  readonly isPlaced: (spec: PageSpec, digest: string) => boolean;
  /** Path at which a rendered page is to be placed; `null` where no site is made. */
  readonly targetOf: ((spec: PageSpec) => string) | null;
  /** Told after each page. */
  readonly onPage: () => void;
}

/**
 * Renders every page of the plan, or finds it in the store: equal digests mean equal bytes.
 * @returns the pages in the plan's order, problems of their texts in their records.
 * @throws {Error} naming layout and variable where a layout prints what a view lacks.
 */
export async function renderPages(
  specs: readonly PageSpec[],
  { context, templates, layouts, store, program, isPlaced, targetOf, onPage }: RenderTools,
): Promise<readonly RenderedPage[]> {
  const { content, host, label, preview } = context.portal.options;
  const { site, facts, cards } = context;
  const shared = hash("sha256", JSON.stringify([program, site, facts, host, label, preview]));
  const digests: string[] = [];
  const records: PageRecord[] = [];
  const fresh = new Map<number, WrittenPage | null>();
  const pool = new RenderPool({
    ...{ content, host, site, facts, templates, layouts, cards, store: store.folder },
    onPage(place, page) {
      fresh.set(place, page);
      records[place] = store.add(page);
      onPage();
    },
  });
  try {
    for (const [place, spec] of specs.entries()) {
      if (place % BREATH === 0) await turn();
      const digest = pageDigest(spec, context, shared);
      digests.push(digest);
      const kept = store.find(digest, isPlaced(spec, digest));
      if (kept === null) {
        fresh.set(place, null);
        await pool.add(place, pageJob(spec, context, digest, targetOf?.(spec)));
      } else {
        records[place] = kept;
        onPage();
      }
    }
    await pool.finish();
  } finally {
    await pool.close();
  }
  return specs.map((spec, place) => {
    const [digest, record] = [digests[place], records[place]];
    if (digest === undefined || record === undefined) throw new Error(`${spec.path} was not rendered.`);
    return { spec, digest, record, fresh: fresh.has(place), placed: fresh.get(place)?.placed ?? null };
  });
}
