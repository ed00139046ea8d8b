import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "#domain/problem.ts";
import type { Path } from "./issue.ts";
import { decodeText, splitFrontMatter } from "./front-matter.ts";
import { readPositions } from "./positions.ts";

/** A field that something found later (a missing picture, an unknown article) is wrong with. */
export interface Finding {
  /** From the content folder: `articles/2022/07/x/index.md`. */
  readonly path: string;
  readonly field: Path;
  readonly message: string;
  readonly severity?: Problem["severity"];
}

/**
 * Makes problems of findings, with line and column read from the files; each file is read once.
 * @param folder the content folder. @param label how messages name it.
 */
export function locateFindings(folder: string, label: string, findings: readonly Finding[]): readonly Problem[] {
  const positions = new Map<string, ReturnType<typeof open>>();
  return findings.map(({ path, field, message, severity = "error" }) => {
    const file = positions.get(path) ?? open(join(folder, path));
    positions.set(path, file);
    const place = file.positions.locate(field, "value");
    return {
      file: `${label}/${path}`,
      line: place.line + file.firstLine - 1,
      column: place.column,
      field: field.length === 0 ? null : field.join("."),
      message,
      severity,
    };
  });
}

function open(file: string) {
  const text = decodeText(readFileSync(file)) ?? "";
  const parts = file.endsWith(".md") ? splitFrontMatter(text) : null;
  return { positions: readPositions(parts?.yaml ?? text), firstLine: parts?.yamlLine ?? 1 };
}
