import { join } from "node:path";
import { hashedFile, type OutputFile } from "./output-file.ts";

/** Versions packed as lightningcss wants them: major in bits 16-23, minor in bits 8-15. Phones of about 2020. */
const TARGETS = {
  chrome: 80 << 16,
  firefox: 78 << 16,
  safari: (13 << 16) | (1 << 8),
  ios_saf: (13 << 16) | (3 << 8),
  samsung: 12 << 16,
};

/**
 * Bundles `site.css` with all that it imports, for the browsers above, without white space.
 * @param folder of the style sheets
 * @param fonts files that `url("../fonts/<name>")` stands for
 * @throws Error naming file and line where a style sheet is wrong
 */
export async function makeStyles(
  folder: string,
  fonts: readonly OutputFile[],
): Promise<readonly OutputFile[]> {
  // Loaded only where a style sheet changed.
  const { bundle } = await import("lightningcss");
  const addresses = new Map(fonts.map((file) => [`../fonts/${file.name}`, file.path.replace("assets/", "")]));
  try {
    const { code } = bundle({
      filename: join(folder, "site.css"),
      minify: true,
      targets: TARGETS,
      visitor: {
        Url(url) {
          return { ...url, url: addresses.get(url.url) ?? url.url };
        },
      },
    });
    return [hashedFile("site.css", code)];
  } catch (error) {
    throw withPlace(error);
  }
}

/** lightningcss tells the place beside its message. */
function withPlace(error: unknown): unknown {
  if (!(error instanceof Error && "fileName" in error && "loc" in error)) return error;
  const { line, column } = error.loc as { readonly line: number; readonly column: number }; // as its types say
  return new Error(`${String(error.fileName)}:${line}:${column} ${error.message}`, { cause: error });
}
