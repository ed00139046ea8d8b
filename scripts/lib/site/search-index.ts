import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#content/locate.ts";
import { decodeText, parseYamlText } from "#content/front-matter.ts";
import type { SearchRecord, SearchSource } from "#search/record.ts";
import { NO_SYNONYMS, parseSynonyms, type Synonyms } from "#search/synonyms.ts";
import type { PageContext } from "./pages/context.ts";
import type { PageSpec, SearchKey } from "./pages/spec.ts";
import { bodyTools, renderBody, type BodyTools } from "./render/body.ts";

/** What the index step is offered: each page's text is rendered only when its part of the index has to be made again. */
export function* searchSources(specs: readonly PageSpec[], context: PageContext): Generator<SearchSource> {
  const tools = bodyTools(context);
  for (const spec of specs) {
    const known = spec.searchKey?.() ?? keyOf(spec);
    if (known === null) continue;
    yield { url: spec.path, contentHash: known.key, date: known.date, record: () => recordOf(spec, tools) };
  }
}

function keyOf({ search, body }: PageSpec): SearchKey | null {
  const entry = search?.() ?? null;
  if (entry === null) return null;
  return { key: hash("sha1", JSON.stringify([entry, body?.hash])).slice(0, 20), date: entry.date };
}

/** Asks for the entry again: entries of all pages, kept until then, would fill the memory. */
function recordOf(spec: PageSpec, tools: BodyTools): SearchRecord {
  const entry = spec.search?.() ?? null;
  if (entry === null) throw new Error(`${spec.path} is not to be found by searching.`);
  const { body, path } = spec;
  return { ...entry, url: path, text: body === null ? "" : renderBody(body, tools).text };
}

const SYNONYMS_FILE = "_data/synonyms.yml";

/** Reads content/_data/synonyms.yml; a portal may do without it. @param folder the content folder. */
export function readSynonyms(folder: string): {
  readonly synonyms: Synonyms;
  readonly findings: readonly Finding[];
} {
  const file = join(folder, SYNONYMS_FILE);
  if (!existsSync(file)) return { synonyms: NO_SYNONYMS, findings: [] };
  const text = decodeText(readFileSync(file));
  const parsed = text === null ? null : parseYamlText(text);
  if (parsed === null) {
    return {
      synonyms: NO_SYNONYMS,
      findings: [
        {
          path: SYNONYMS_FILE,
          field: [],
          message: "Tệp này không đọc được. Hãy kiểm tra thụt lề, dấu ngoặc và bảng mã UTF-8.",
        },
      ],
    };
  }
  const { synonyms, problems } = parseSynonyms(parsed.value);
  const findings = problems.map(({ path, message }) => ({
    path: SYNONYMS_FILE,
    field: steps(path),
    message,
  }));
  return { synonyms, findings };
}

/** `same[3]` → `["same", 3]`. */
function steps(path: string): readonly (string | number)[] {
  return (path.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
