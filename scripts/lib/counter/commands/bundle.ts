/** `counter bundle DIRECTORY`: JavaScript files for a server without node_modules. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Command, CommandError } from "./command.ts";

/** Entry of the server alone. */
export const SERVER_ENTRY = "scripts/lib/counter/node/main.ts";

/** What is made: the server alone, which stays small, and the whole command with its sub-commands. */
const BUNDLES = [
  { entry: SERVER_ENTRY, name: "counter-server.js" },
  { entry: "scripts/counter.ts", name: "counter.js" },
] as const;

/** Bundles with esbuild and says how large each file is. Run it from the root of the project. */
export const bundleCommand: Command = ([directory], io) => {
  if (directory === undefined)
    throw new CommandError("name the directory to write: counter bundle DIRECTORY");
  const options = [
    "--bundle",
    "--minify",
    "--platform=node",
    "--format=esm",
    "--target=node24",
    "--log-level=error",
  ];
  for (const { entry, name } of BUNDLES) {
    const target = join(directory, name);
    execFileSync("node_modules/.bin/esbuild", [entry, ...options, `--outfile=${target}`], {
      stdio: "inherit",
    });
    const bytes = readFileSync(target);
    io.out(`written: ${target}, ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
  }
};

/** Bundles one entry for Node without node_modules. Run it from the root of the project. @throws Error of esbuild. */
export function bundleForNode(entry: string, target: string): void {
  const options = ["--bundle", "--minify", "--platform=node", "--format=esm", "--target=node24"];
  const texts = ["--charset=utf8", "--legal-comments=none", "--log-level=error"];
  execFileSync("node_modules/.bin/esbuild", [entry, ...options, ...texts, `--outfile=${target}`], {
    stdio: "inherit",
  });
}
