import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AssetsView } from "../views/site.ts";
import { makeFonts, PAGE_FONTS } from "./fonts.ts";
import { makeIcons } from "./icons.ts";
import { fileNamed, hashOf, type OutputFile, writeFiles } from "./output-file.ts";
import { makeScripts, makeServiceWorker } from "./scripts.ts";
import { cachedStep } from "./step-cache.ts";
import { makeStyles } from "./styles.ts";
import { makeWebManifest } from "./web-manifest.ts";

export interface AssetOptions {
  /** Folder of the site; files go to `assets/` below it, the service worker beside the front page. */
  readonly output: string;
  /** `/` or `/btg/`. */
  readonly base: string;
  /** Folder that keeps results between builds. */
  readonly cache: string;
  /** Names of the site, for the web manifest. */
  readonly name: string;
  readonly shortName: string;
  /** BCP 47: `vi`. */
  readonly language: string;
}

export interface BuiltAssets {
  readonly view: AssetsView;
  /** All files written, relative to the output folder, sorted. */
  readonly files: readonly string[];
}

const HERE = import.meta.dirname;
const LIB = join(HERE, "../..");
const ASSETS = fileURLToPath(new URL("../../../../assets/", import.meta.url));
/** Versions of the tools decide results too. */
const LOCK = fileURLToPath(new URL("../../../../package-lock.json", import.meta.url));
/** Kept on the reader's device from the first visit, with style, script, fonts and icon. */
const OFFLINE_PAGE = "ngoai-tuyen/";

/**
 * Makes all files that pages share: style sheet, scripts, fonts, icons, web manifest, service worker.
 * Same sources, same bytes; what did not change since the last build comes from the cache.
 * @throws Error naming file and line where a style sheet or a script does not compile
 * @example const { view } = await buildAssets({ output, base: "/btg/", cache, name: "Trang tin Ban Tuyên giáo", shortName: "Tuyên giáo", language: "vi" });
 */
export async function buildAssets(options: AssetOptions): Promise<BuiltAssets> {
  const { cache } = options;
  const browser = join(ASSETS, "browser");
  const styles = join(ASSETS, "styles");
  const step = (name: string, inputs: readonly string[], settings: readonly string[] = []) =>
    ({ cache, step: name, inputs: [HERE, LOCK, ...inputs], settings }) as const;

  // What browser code may import, besides its own folder.
  const shared = [join(LIB, "domain"), join(LIB, "search")];
  const [fonts, icons, scripts] = await Promise.all([
    cachedStep(
      step(
        "fonts",
        PAGE_FONTS.map((font) => font.source),
      ),
      makeFonts,
    ),
    cachedStep(step("icons", [join(ASSETS, "icons")]), () => makeIcons(join(ASSETS, "icons"))),
    cachedStep(step("scripts", [browser, ...shared]), () => makeScripts(browser)),
  ]);
  const sheets = await cachedStep(step("styles", [styles], paths(fonts)), () => makeStyles(styles, fonts));
  const manifest = makeWebManifest(options, icons);
  const first = [...sheets, ...fonts, ...scripts.filter(isFirst), fileNamed(icons, "icon.svg")];
  const stored = [...paths(first), OFFLINE_PAGE];
  const worker = await cachedStep(step("worker", [browser], stored), async () => [
    await makeServiceWorker(browser, stored, hashOf(stored)),
  ]);

  const files = [...fonts, ...icons, ...scripts, ...sheets, manifest, ...worker];
  await writeFiles(options.output, files);
  return { view: viewOf(options.base, files), files: paths(files) };
}

/** Scripts of every page, without the parts that only some readers need. */
function isFirst(file: OutputFile): boolean {
  return file.name === "page.js" || file.name === "settings.js";
}

function paths(files: readonly OutputFile[]): readonly string[] {
  return files.map((file) => file.path).sort();
}

function viewOf(base: string, files: readonly OutputFile[]): AssetsView {
  const address = (name: string) => base + fileNamed(files, name).path;
  const entries = files.filter((file) => /^[a-z-]+\.js$/.test(file.name) && !OWN_SCRIPTS.has(file.name));
  return {
    styles: [address("site.css")],
    settingsScript: address("settings.js"),
    script: address("page.js"),
    entries: Object.fromEntries(entries.map((file) => [file.name.replace(".js", ""), base + file.path])),
    preloadFonts: PAGE_FONTS.map((font) => address(font.name)),
    icons: {
      svg: address("icon.svg"),
      png32: address("icon-32.png"),
      appleTouch: address("apple-touch.png"),
      manifest: address("manifest.webmanifest"),
    },
  };
}

/** Named by fields of their own. */
const OWN_SCRIPTS = new Set(["page.js", "settings.js", "service-worker.js"]);
