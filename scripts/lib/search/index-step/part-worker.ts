/* A thread that makes parts of the index for make-parts.ts. */
import { parentPort, type MessagePort } from "node:worker_threads";
import type { SearchRecord } from "../record.ts";
import { documentMaker } from "./document.ts";
import { makeManifest, type ManifestJob } from "./make-manifest.ts";
import { makePart, type PartJob } from "./make-part.ts";
import { closePagefind } from "./pagefind-bundle.ts";
import { keptPages, preparePage, type PreparedPage } from "./prepared-page.ts";

/** A page of a part; without a record where the cache keeps the page as it is. */
export interface PartPage {
  readonly key: string;
  readonly record: SearchRecord | null;
}

/**
 * What the thread is told. The pages of a part come some at a time and are made small at once: the texts of a whole part
 * would be in memory three times on their way here. With `make` all have come. The reply comes through the port.
 */
export type PartMessage =
  | { readonly kind: "begin"; readonly job: PartJob }
  | { readonly kind: "pages"; readonly pages: readonly PartPage[] }
  | { readonly kind: "make"; readonly port: MessagePort }
  | { readonly kind: "manifest"; readonly job: ManifestJob; readonly port: MessagePort }
  | { readonly kind: "stop" };

export type PartReply = { readonly done: true } | { readonly done: false; readonly problem: string };

/** The part that is being told; those before it may still be made. */
let draft: Draft | null = null;

parentPort?.on("message", (message: PartMessage) => {
  switch (message.kind) {
    case "begin":
      draft = beginDraft(message.job);
      break;
    case "pages":
      draft?.add(message.pages);
      break;
    case "make":
      reply(message.port, draft?.make());
      break;
    case "manifest":
      reply(message.port, Promise.resolve(message.job).then(makeManifest));
      break;
    case "stop":
      void closePagefind().finally(() => parentPort?.close());
  }
});

function reply(port: MessagePort, work: Promise<void> | undefined): void {
  const answer = (reply: PartReply) => port.postMessage(reply);
  work?.then(
    () => answer({ done: true }),
    (error: unknown) =>
      answer({ done: false, problem: error instanceof Error ? error.message : String(error) }),
  );
}

interface Draft {
  add(pages: readonly PartPage[]): void;
  /** @throws {Error} also for what was wrong with a page. */
  make(): Promise<void>;
}

function beginDraft(job: PartJob): Draft {
  const makeDocument = documentMaker(job.synonyms);
  const prepared: PreparedPage[] = [];
  const lost: string[] = [];
  let kept: ReadonlyMap<string, PreparedPage> | null = null;
  const prepare = ({ key, record }: PartPage): PreparedPage | undefined =>
    record === null
      ? (kept ??= keptPages(job.before)).get(key)
      : preparePage(key, record, makeDocument(record));
  return {
    add(pages) {
      for (const page of pages) {
        const made = prepare(page);
        if (made === undefined) lost.push(page.key);
        else prepared.push(made);
      }
    },
    async make() {
      if (lost.length > 0)
        throw new Error(`the cache lost ${lost[0]}: it was emptied during the build. Build again.`);
      await makePart(job, prepared);
    },
  };
}
