import { createRequire } from "node:module";
import type { Document } from "yaml";
import type { Path } from "./issue.ts";
import type { LineFault } from "./line-faults.ts";

const require = createRequire(import.meta.url);
/** Loaded for the first file in which something is wrong: it has some seventy files, and most builds find no fault. */
const exactReader = () => require("yaml") as typeof import("yaml"); // what a package exports is told by its types

/** What the exact reader of one YAML text can tell; slow, so made only for texts in which something is wrong. */
export interface Positions {
  /** Line and column (1-based, within the YAML text) of the value at a path, or of its key. */
  locate(path: Path, part: "key" | "value"): { readonly line: number; readonly column: number };
  /** The first error of the YAML itself. */
  readonly fault: LineFault | null;
}

/** Reads YAML with positions. Never throws: what is broken becomes a fault. */
export function readPositions(yaml: string): Positions {
  const { LineCounter, parseDocument } = exactReader();
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: "failsafe", prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, yaml.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  return {
    locate: (path, part) => place(offsetOf(document, path, part)),
    fault: error === undefined ? null : faultAt(yaml, error.code, place(error.pos[0])),
  };
}

function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
  const { isMap, isNode, isScalar, isSeq } = exactReader();
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      const keyOffset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      const valueOffset = isNode(pair.value) ? (pair.value.range?.[0] ?? keyOffset) : keyOffset;
      offset = last && part === "key" ? keyOffset : valueOffset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

/** What line-faults.ts could not name: Vietnamese words for an error of the YAML library. */
function faultAt(
  yaml: string,
  code: string,
  { line, column }: { readonly line: number; readonly column: number },
): LineFault {
  const text = (yaml.split("\n")[line - 1] ?? "").trim();
  const key = /^(?:- +)*([\w-]+)\s*:/.exec(text)?.[1];
  return { path: key === undefined ? [] : [key], line, column, message: explain(code, key, text) };
}

function explain(code: string, key: string | undefined, text: string): string {
  if (code === "DUPLICATE_KEY" && key !== undefined) {
    return `Mục "${key}" được ghi hai lần. Hãy giữ lại một.`;
  }
  if (key !== undefined && /^(?:- +)*[\w-]+:\S/.test(text)) {
    return `Thiếu dấu cách sau dấu hai chấm: “${text}”.`;
  }
  if (text === "") return "Phần trên dòng này chưa khép lại: thiếu dấu ngoặc đóng.";
  if (code === "BAD_INDENT" || code === "BAD_COLLECTION_TYPE") return `Dòng này thụt lề chưa đúng: “${text}”.`;
  return `Dòng này chưa đúng cách viết “tên mục, dấu hai chấm, dấu cách, giá trị”: “${text}”.`;
}
