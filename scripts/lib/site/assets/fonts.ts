import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FontJob } from "./font-worker.ts";
import { fontRepertoire } from "./font-repertoire.ts";
import { hashedFile, type OutputFile } from "./output-file.ts";

/** A font of the site: its name in style sheets and the whole font it is cut from. */
export interface PageFont {
  /** `url("../fonts/<name>")` in style sheets. */
  readonly name: string;
  readonly source: string;
}

/** Text and controls in Be Vietnam Pro, headlines in Source Serif 4: both drawn with Vietnamese in mind, both under the OFL. */
export const PAGE_FONTS: readonly PageFont[] = [
  font("be-vietnam-pro-400.woff2", "be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"),
  font("be-vietnam-pro-600.woff2", "be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf"),
  font("source-serif-4-700.woff2", "source-serif-4/700Bold/SourceSerif4_700Bold.ttf"),
];

/** Kerning, and what stacks and places marks; the fonts hold many features that pages never switch on. */
const FEATURES = ["kern", "ccmp", "mark", "mkmk", "locl", "liga"];

/** Cuts every font of the site to the Vietnamese repertoire. The same source gives the same bytes. */
export async function makeFonts(): Promise<readonly OutputFile[]> {
  const job: FontJob = {
    sources: PAGE_FONTS.map(({ source }) => source),
    text: fontRepertoire(),
    features: FEATURES,
  };
  const worker = new Worker(new URL("font-worker.ts", import.meta.url), { workerData: job });
  // The thread sends one message, the fonts in order, or fails with an error event, at which `once` rejects.
  const [cut] = (await once(worker, "message")) as [readonly Uint8Array[]];
  return PAGE_FONTS.map(({ name }, index) => hashedFile(name, cut[index] ?? new Uint8Array()));
}

function font(name: string, source: string): PageFont {
  return { name, source: fileURLToPath(import.meta.resolve(`@expo-google-fonts/${source}`)) };
}
