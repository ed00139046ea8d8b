import type { AssetsView } from "../views/site.ts";
import { paths, type AssetFiles } from "./asset-files.ts";
import { PAGE_FONTS } from "./fonts.ts";
import { fileNamed, type OutputFile, writeFiles } from "./output-file.ts";
import { makeWebManifest } from "./web-manifest.ts";

export interface AssetOptions {
  /** Folder of the site; files go to `assets/` below it, the service worker beside the front page. */
  readonly output: string;
  /** `/` or `/btg/`. */
  readonly base: string;
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

/**
 * Writes all files that pages share into a site: style sheet, scripts, fonts, icons, web manifest, service worker.
 * @param assets as `prepareAssets` gives them
 * @example const { view } = await writeAssets(await prepareAssets(".cache"), { output, base: "/btg/", name: "Trang tin Ban Tuyên giáo", shortName: "Tuyên giáo", language: "vi" });
 */
export async function writeAssets(assets: AssetFiles, options: AssetOptions): Promise<BuiltAssets> {
  const { fonts, icons, scripts, styles, worker } = assets;
  const manifest = makeWebManifest(options, icons);
  const files = [...fonts, ...icons, ...scripts, ...styles, manifest, ...worker];
  await writeFiles(options.output, files);
  return { view: viewOf(options.base, files), files: paths(files) };
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
