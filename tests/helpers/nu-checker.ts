import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { ensureDebianPackages } from "./debian.ts";

/**
 * Runs the Nu Html Checker, the one of validator.w3.org, over files and whole folders in one go.
 * @param paths HTML files and folders of them; or style sheets with `kind` "css"
 * @returns one line for each error: `/tmp/site/index.html:12:5 Element “x” not allowed …`
 * @throws Error where Java is missing and may not be installed, or the checker does not run
 */
export function nuErrors(paths: readonly string[], kind: "html" | "css" = "html"): readonly string[] {
  if (spawnSync("java", ["-version"]).status !== 0) ensureDebianPackages(["default-jre-headless"]);
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const words = ["-jar", jar, "--errors-only", "--exit-zero-always", "--format", "json"];
  const filter = kind === "css" ? "--css" : "--skip-non-html";
  const { stderr, error } = spawnSync("java", [...words, filter, ...paths], {
    encoding: "utf8",
    maxBuffer: 100 * 1024 ** 2,
  });
  if (error !== undefined) throw error;
  return parseReport(stderr).messages.map(
    ({ url = "", lastLine = 0, firstColumn = 1, message }) =>
      `${url.replace(/^file:/, "")}:${lastLine}:${firstColumn} ${message}`,
  );
}

/** https://github.com/validator/validator/wiki/Output-»-JSON */
interface NuReport {
  readonly messages: readonly {
    readonly url?: string;
    readonly lastLine?: number;
    readonly firstColumn?: number;
    readonly message: string;
  }[];
}

function parseReport(text: string): NuReport {
  try {
    return JSON.parse(text) as NuReport; // the checker's documented format
  } catch {
    throw new Error(`the Nu checker did not run: ${text.slice(0, 500)}`);
  }
}
