import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
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
  // Loaded only where a font changed: its WebAssembly takes 100 MB.
  const { default: subsetFont } = await import("subset-font");
  const text = fontRepertoire();
  const options = { targetFormat: "woff2", noHinting: true, keepFeatures: FEATURES } as const;
  return Promise.all(
    PAGE_FONTS.map(async ({ name, source }) =>
      hashedFile(name, await subsetFont(await readFile(source), text, options)),
    ),
  );
}

function font(name: string, source: string): PageFont {
  return { name, source: fileURLToPath(import.meta.resolve(`@expo-google-fonts/${source}`)) };
}
