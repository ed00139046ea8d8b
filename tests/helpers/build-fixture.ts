import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPortal, type BuildReport } from "../../scripts/lib/site/build-portal.ts";
import { readBuildOptions, type BuildOptions } from "../../scripts/lib/site/options.ts";
import { createProgress } from "../../scripts/lib/site/progress.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A small portal with every kind of page; what the public must not see carries the word `zqw` everywhere. */
export const FIXTURE = fileURLToPath(new URL("../fixtures/site/content", import.meta.url));

/** The time for which the fixture is built: a Friday in week 47, the day of an anniversary. */
export const NOW = "2026-11-20T08:00:00+07:00";

/** Flags of `npm run build` that differ from test to test; `true` for a switch. */
export type Flags = Readonly<Record<string, string | true>>;

/** A copy of the fixture's content, to be edited. */
export function copyOfFixture(): string {
  const content = join(temporaryFolder(), "content");
  cpSync(FIXTURE, content, { recursive: true });
  return content;
}

/** Writes files into a folder; `null` removes one. */
export function edit(folder: string, files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    if (text === null) rmSync(file, { recursive: true, force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** Command-line flags for one build. */
export function flagsOf(flags: Flags): readonly string[] {
  return Object.entries({ content: FIXTURE, now: NOW, quiet: true as const, ...flags }).flatMap(
    ([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]),
  );
}

/** Options of one build, read as the command reads them. */
export function optionsOf(flags: Flags): BuildOptions {
  return readBuildOptions(flagsOf(flags), {}, 0);
}

/** A progress display that shows nothing. */
export const silent = () => createProgress("quiet", { write: () => true }, () => 0);

/** Builds through the project's real configuration, in this process. */
export function build(flags: Flags): Promise<BuildReport> {
  return buildPortal(optionsOf(flags), silent());
}

/** Paths of all files of a folder, sorted. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** SHA-256 by path of every file of a folder. */
export function hashesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}
