import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contender } from "../contender.ts";
import { setAside } from "../set-aside.ts";

const PACKAGE = join(import.meta.dirname, "../../../../node_modules/pagefind");

/** Stock Pagefind's command over pages that are already there: the peer of the search step. */
export function pagefindContender(work: string, pages: string): Contender {
  const index = join(work, "pagefind-index");
  const manifest = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
    // The manifest of an installed package always has a version, and this one names its program.
    version: string;
    bin: string;
  };
  return {
    key: "pagefind",
    name: `Pagefind ${manifest.version} command, index only`,
    lacks: "pages: it indexes those that the portal has just written; Vietnamese rules",
    prepare: () => setAside(index),
    command: {
      program: process.execPath,
      args: [join(PACKAGE, manifest.bin), "--quiet", "--site", pages, "--output-path", index],
      folder: work,
    },
    output: pages,
  };
}
