/* A thread that cuts fonts: what WebAssembly takes of memory (100 MB) goes with it. */
import { parentPort, workerData } from "node:worker_threads";
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";

/** What the thread is told. */
export interface FontJob {
  /** Paths of whole fonts. */
  readonly sources: readonly string[];
  /** Every character to keep. */
  readonly text: string;
  readonly features: readonly string[];
}

const { sources, text, features } = workerData as FontJob; // fonts.ts starts this file with it.
const options = { targetFormat: "woff2", noHinting: true, keepFeatures: [...features] } as const;
const cut = sources.map(
  async (source) => new Uint8Array(await subsetFont(await readFile(source), text, options)),
);
parentPort?.postMessage(await Promise.all(cut));
