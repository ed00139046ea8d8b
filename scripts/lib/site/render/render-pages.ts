import { hash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { PageContext } from "../pages/context.ts";
import type { PageSpec } from "../pages/spec.ts";
import { pageJob } from "./page-job.ts";
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
 * Renders every page of the plan, or finds it in the store. A page's digest covers its view, its text, the site view
 * and the program; that is all a page is made from, so equal digests mean equal bytes.
 * @returns the pages in the plan's order, problems of their texts in their records.
 * @throws {Error} naming layout and variable where a layout prints what a view lacks.
 */
export async function renderPages(
  specs: readonly PageSpec[],
  { context, templates, layouts, store, program, isPlaced, targetOf, onPage }: RenderTools,
): Promise<readonly RenderedPage[]> {
  const { content, host } = context.portal.options;
  const { site, facts, cards } = context;
  const frame = hash("sha256", JSON.stringify([program, site, facts]));
  const { fingerprint, options } = context.portal;
  const shared = hash("sha256", JSON.stringify([frame, fingerprint, host, options.label, options.preview]));
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
      const inputs = inputsDigest(spec, shared);
      const same = inputs === null ? null : store.digestOf(inputs);
      const kept = same === null ? null : store.find(same, isPlaced(spec, same));
      if (same !== null && kept !== null) {
        digests.push(same);
        records[place] = kept;
        onPage();
        continue;
      }
      const job = pageJob(spec, context, { frame, target: targetOf?.(spec) ?? null });
      digests.push(job.digest);
      if (inputs !== null) store.note(inputs, job.digest);
      const known = store.find(job.digest, isPlaced(spec, job.digest));
      if (known === null) {
        fresh.set(place, null);
        await pool.add(place, job);
      } else {
        records[place] = known;
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

/**
 * Tells a page by its inputs, without making its view; `null` for a page that says nothing of its inputs.
 * @param shared digest of what counts for all pages alike.
 */
function inputsDigest(spec: PageSpec, shared: string): string | null {
  const inputs = spec.inputs?.() ?? null;
  return inputs === null ? null : hash("sha256", shared + JSON.stringify(inputs)).slice(0, 40);
}
