import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#content/locate.ts";
import { parseSnapshot, type CounterSnapshot } from "#counter/snapshot.ts";

const FILE = "_data/counter.json";

/**
 * Reads the counter's numbers for this build, which `npm run counter -- export --snapshot` wrote; without the file the
 * pages show none.
 * @param folder the content folder.
 */
export function readSnapshot(folder: string): {
  readonly snapshot: CounterSnapshot | null;
  readonly findings: readonly Finding[];
} {
  const file = join(folder, FILE);
  if (!existsSync(file)) return { snapshot: null, findings: [] };
  const { snapshot, problems } = parseSnapshot(parseJson(readFileSync(file, "utf8")));
  const findings = problems.map((problem) => ({
    path: FILE,
    field: [],
    message: `Số liệu của bộ đếm không đọc được (${problem}). Hãy xuất lại bằng lệnh: npm run counter -- export --snapshot.`,
  }));
  return { snapshot, findings };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
