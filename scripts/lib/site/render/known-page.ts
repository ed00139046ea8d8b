import { hash } from "node:crypto";
import type { PageInputs } from "../pages/spec.ts";
import type { PageStore } from "./page-store.ts";

/** Tells a page by its inputs, without its view. @returns their digest, for the page store. */
export type InputsDigest = (inputs: PageInputs) => string;

/**
 * Takes the digests of pages' inputs. Finding what a page shows of other pieces costs most of that, so where neither
 * the page's own inputs nor anything of the pieces has changed since an earlier build, the digest of then stands.
 * @param surroundings digest of what counts for all pages alike.
 * @param pieces digest of all that pages show of other pieces.
 */
export function inputsDigests(store: PageStore, surroundings: string, pieces: string): InputsDigest {
  return (inputs) => {
    const own = JSON.stringify(inputs.own());
    return store.inputsOf(digestOf(surroundings, pieces, own), () =>
      digestOf(surroundings, own, JSON.stringify(inputs.others())),
    );
  };

  function digestOf(...parts: readonly string[]): string {
    return hash("sha256", parts.join("\n")).slice(0, 40);
  }
}
