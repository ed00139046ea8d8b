import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";

/**
 * Installs a checker that is too large for everybody's node_modules into `.cache/tools`, once, without its scripts.
 * @param specifier name and exact version: `@mdn/mdn-http-observatory@1.4.8`
 * @returns folder of the installed package
 * @throws Error with npm's words where it cannot be had
 */
export function ensureNpmTool(specifier: string): string {
  const folder = `.cache/tools/${specifier.replace(/[^a-z0-9.-]/gi, "_")}`;
  const name = specifier.slice(0, specifier.lastIndexOf("@"));
  const installed = `${process.cwd()}/${folder}/node_modules/${name}`;
  if (existsSync(`${folder}/package-lock.json`) && existsSync(installed)) return installed;
  mkdirSync(folder, { recursive: true });
  const words = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", specifier];
  const result = spawnSync("npm", words, { encoding: "utf8", timeout: 180_000 });
  if (result.status !== 0) throw new Error(`npm install ${specifier} failed: ${result.stderr.slice(-500)}`);
  return installed;
}
