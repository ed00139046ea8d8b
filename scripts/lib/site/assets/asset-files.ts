import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFonts, PAGE_FONTS } from "./fonts.ts";
import { makeIcons } from "./icons.ts";
import { fileNamed, hashOf, type OutputFile } from "./output-file.ts";
import { makeScripts, makeServiceWorker } from "./scripts.ts";
import type { StepOptions } from "./step-cache.ts";
import { makeStyles } from "./styles.ts";

/** The files that pages of every portal share, by the step that makes them. */
export interface AssetFiles {
  readonly fonts: readonly OutputFile[];
  readonly icons: readonly OutputFile[];
  readonly scripts: readonly OutputFile[];
  readonly styles: readonly OutputFile[];
  /** The service worker. */
  readonly worker: readonly OutputFile[];
}

/** Runs a step, or finds what it made; `cachedStep` and `keptStep` are two. */
export type StepRunner = (
  options: StepOptions,
  make: () => Promise<readonly OutputFile[]>,
) => Promise<readonly OutputFile[]>;

const HERE = import.meta.dirname;
const LIB = join(HERE, "../..");
const ASSETS = fileURLToPath(new URL("../../../../assets/", import.meta.url));
/** Versions of the tools decide results too. */
const LOCK = fileURLToPath(new URL("../../../../package-lock.json", import.meta.url));
/** Kept on the reader's device from the first visit, with style, script, fonts and icon. */
const OFFLINE_PAGE = "ngoai-tuyen/";

/**
 * All steps in their order. Same sources, same bytes.
 * @param cache folder that keeps results between builds
 * @throws what `run` throws, and Error naming file and line where a style sheet or a script does not compile
 * @example await assetFiles(".cache", cachedStep)
 */
export async function assetFiles(cache: string, run: StepRunner): Promise<AssetFiles> {
  const browser = join(ASSETS, "browser");
  const sheets = join(ASSETS, "styles");
  const step = (name: string, inputs: readonly string[], settings: readonly string[] = []) =>
    ({ cache, step: name, inputs: [HERE, LOCK, ...inputs], settings }) as const;

  // What browser code may import, besides its own folder.
  const shared = [join(LIB, "domain"), join(LIB, "search")];
  const fontSources = PAGE_FONTS.map(({ source }) => source);
  const [fonts, icons, scripts] = await Promise.all([
    run(step("fonts", fontSources), makeFonts),
    run(step("icons", [join(ASSETS, "icons")]), () => makeIcons(join(ASSETS, "icons"))),
    run(step("scripts", [browser, ...shared]), () => makeScripts(browser)),
  ]);
  const styles = await run(step("styles", [sheets], paths(fonts)), () => makeStyles(sheets, fonts));
  const first = [...styles, ...fonts, ...scripts.filter(isFirst), fileNamed(icons, "icon.svg")];
  const stored = [...paths(first), OFFLINE_PAGE];
  const worker = await run(step("worker", [browser], stored), async () => [
    await makeServiceWorker(browser, stored, hashOf(stored)),
  ]);
  return { fonts, icons, scripts, styles, worker };
}

/** Paths of files, sorted. */
export function paths(files: readonly OutputFile[]): readonly string[] {
  return files.map((file) => file.path).sort();
}

/** Scripts of every page, without the parts that only some readers need. */
function isFirst(file: OutputFile): boolean {
  return file.name === "page.js" || file.name === "settings.js";
}
