import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document } from "yaml";
import type { Issue, Path } from "./fields.ts";

/** What the exact reader of one YAML text can tell; slow, so made only for texts in which something is wrong. */
export interface Positions {
  /** Line and column (1-based, within the YAML text) of the value at a path, or of its key. */
  locate(path: Path, part: "key" | "value"): { readonly line: number; readonly column: number };
  /** Errors of the YAML itself and values cut by a comment. */
  readonly faults: readonly (Issue & { readonly line: number; readonly column: number })[];
}

/** Reads YAML with positions. Never throws: what is broken becomes a fault. */
export function readPositions(yaml: string): Positions {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: "failsafe", prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, yaml.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = document.errors.slice(0, 1).map((error) => ({
    path: keyOfLine(yaml, place(error.pos[0]).line),
    part: "value" as const,
    severity: "error" as const,
    message: explain(error.code, lineText(yaml, place(error.pos[0]).line)),
    ...place(error.pos[0]),
  }));
  return {
    locate: (path, part) => place(offsetOf(document, path, part)),
    faults: faults.length > 0 ? faults : cutValues(document, place),
  };
}

/** Values that lost their end to ` #`, which YAML takes for a comment. */
function cutValues(
  document: Document,
  place: (offset: number) => { line: number; column: number },
): Positions["faults"] {
  const found: Positions["faults"][number][] = [];
  visit(document, {
    Pair(_, pair) {
      const { key, value } = pair;
      if (!isScalar(key) || !isScalar(value) || value.type !== "PLAIN" || !value.comment) return;
      const text = String(value.value);
      found.push({
        path: [String(key.value)],
        part: "value",
        severity: "error",
        message: `"${text}" bị cắt ở dấu #. Hãy đặt cả câu trong dấu ngoặc kép: "${text} #${value.comment}".`,
        ...place(value.range?.[0] ?? 0),
      });
    },
  });
  return found;
}

function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
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

function lineText(yaml: string, line: number): string {
  return yaml.split("\n")[line - 1] ?? "";
}

function keyOfLine(yaml: string, line: number): Path {
  const key = /^\s*([\w-]+)\s*:/.exec(lineText(yaml, line))?.[1];
  return key === undefined ? [] : [key];
}

/** Vietnamese words for an error of the YAML library, from its code and the line on which it stopped. */
function explain(code: string, line: string): string {
  const text = line.trim();
  const [key = "title", ...rest] = text.split(":");
  const value = rest.join(":").trim();
  const quoted = `${key}: "${value.replaceAll('"', "'").replaceAll("'", "”")}"`;
  if (/^\s*\t/.test(line) || code === "TAB_AS_INDENT") {
    return "Dòng này bắt đầu bằng phím Tab. Hãy xóa Tab và dùng dấu cách.";
  }
  if (/^[[@%`&*!|>{]/.test(value) && code !== "DUPLICATE_KEY") {
    return `Giá trị bắt đầu bằng ký tự "${value.charAt(0)}" nên máy hiểu nhầm. Hãy đặt trong dấu ngoặc kép: ${quoted}.`;
  }
  if (/^["'].*["']\s*\S/.test(value)) {
    return `Có chữ đứng sau dấu ngoặc kép đóng: ${text}. Hãy đưa tất cả vào trong một cặp ngoặc kép.`;
  }
  if (/^["']/.test(value)) return `Thiếu dấu ngoặc kép đóng ở cuối: ${text}.`;
  if (code === "DUPLICATE_KEY") return `Mục "${key}" được ghi hai lần. Hãy giữ lại một.`;
  if (value.includes(": ")) {
    return `Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: ${quoted}.`;
  }
  if (code === "BAD_INDENT" || code === "BAD_COLLECTION_TYPE") return `Dòng này thụt lề chưa đúng: ${text}.`;
  return `Dòng này chưa đúng cách viết của phần đầu bài (tên mục, dấu hai chấm, dấu cách, giá trị): ${text}.`;
}
