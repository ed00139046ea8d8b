import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Editorial } from "#domain/editorial.ts";
import type { Problem } from "#domain/problem.ts";
import type { Registers } from "./parse-article.ts";
import { parseAnniversaries, parseCalendar } from "./parse-calendar.ts";
import * as parse from "./parse-editorial.ts";
import { fingerprint, type Parsed } from "./source-file.ts";

/** The registers of content/_data with their problems. */
export interface LoadedEditorial {
  /** `null` where a file has errors. */
  readonly editorial: Editorial | null;
  /** What articles may name by key. A register with errors accepts every key, so that its articles are still checked. */
  readonly registers: Registers;
  readonly problems: readonly Problem[];
  /** Changes with anything that parsing a file reads of the registers. */
  readonly registersKey: string;
}

/**
 * Reads content/_data. Only site.yml and sections.yml must exist; other registers may be left out.
 * @param folder the content folder. @param label how messages name it.
 */
export function loadEditorial(folder: string, label: string): LoadedEditorial {
  const problems: Problem[] = [];

  function read<Model>(name: string, parser: (file: string, bytes: Uint8Array) => Parsed<Model>, absent: Model | null): Model | null {
    const path = join(folder, "_data", `${name}.yml`);
    const file = `${label}/_data/${name}.yml`;
    if (!existsSync(path)) {
      if (absent === null) {
        problems.push({ file, line: 1, column: 1, field: null, severity: "error", message: "Thiếu tệp này; cổng tin không dựng được nếu không có nó." });
      }
      return absent;
    }
    const parsed = parser(file, readFileSync(path));
    problems.push(...parsed.problems);
    return parsed.model;
  }

  const parts = {
    site: read("site", parse.parseSite, null),
    sections: read("sections", parse.parseSections, null),
    authors: read("authors", parse.parseAuthors, new Map()),
    sources: read("sources", parse.parseSources, new Map()),
    places: read("places", parse.parsePlaces, new Map()),
    units: read("units", parse.parseUnits, new Map()),
    topics: read("topics", parse.parseTopics, new Map()),
    menus: read("menus", parse.parseMenus, { main: [], footer: [] }),
    partners: read("partners", parse.parsePartners, []),
    redirects: read("redirects", parse.parseRedirects, []),
    anniversaries: read("anniversaries", parseAnniversaries, []),
    calendar: read("calendar", parseCalendar, []),
  };
  const editorial = Object.values(parts).every((part) => part !== null)
    ? (parts as Editorial) // Every part was just found not to be null.
    : null;
  const anyKey = new AnyKey<never>();
  const registers: Registers = {
    sections: parts.sections ?? anyKey,
    topics: parts.topics ?? anyKey,
    places: parts.places ?? anyKey,
    units: parts.units ?? anyKey,
    authors: parts.authors ?? anyKey,
    sources: parts.sources ?? anyKey,
  };
  return { editorial, registers, problems, registersKey: keyOf(registers) };
}

/** Keys alone of registers that are only named; pieces take over what the others say. One with errors has every key, `""` too. */
function keyOf({ authors, sources, ...named }: Registers): string {
  const keys = Object.entries(named).map(([name, register]) => [name, register.has(""), [...register.keys()]]);
  const said = [authors, sources].map((register) => [register.has(""), [...register]]);
  return fingerprint(JSON.stringify([keys, said]));
}

/** Stands in for a register that could not be read. */
class AnyKey<Entry> extends Map<string, Entry> {
  override has(): boolean {
    return true;
  }
}
