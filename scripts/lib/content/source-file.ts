import { hash } from "node:crypto";
import type { Problem } from "#domain/problem.ts";
import { FieldReader } from "./fields.ts";
import { decodeText, needsCloserLook, parseYamlText, splitFrontMatter } from "./front-matter.ts";
import type { Issue } from "./issue.ts";
import { checkLines } from "./line-faults.ts";
import { readPositions } from "./positions.ts";

/** What reading one file gave: the model where nothing is wrong with it, and every problem found. */
export interface Parsed<Model> {
  readonly model: Model | null;
  readonly problems: readonly Problem[];
}

/** What a model keeps of the Markdown text: a fingerprint of the file and where the text begins. */
export interface Body {
  /** First 16 hex digits of the file's SHA-256. */
  readonly hash: string;
  /** File names in the text: `hoi-truong.jpg`; `tep:bao-cao.pdf` where it is offered for download. */
  readonly mentions: readonly string[];
  readonly bodyLine: number;
}

/** Reads the Markdown text of a file that was parsed before. @returns NFC text, empty where the file has no front matter. */
export function bodyOf(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  return (text === null ? null : splitFrontMatter(text))?.body ?? "";
}

/**
 * Reads a Markdown file with front matter. `read` takes the fields and gives the model; unknown fields are found here.
 * @param file path for messages, from the project's folder.
 * @returns the model, or `null` with at least one error among the problems. Never throws for bad input.
 */
export function readMarkdownFile<Model>(
  file: string,
  bytes: Uint8Array,
  read: (fields: FieldReader, body: Body) => Model,
): Parsed<Model> {
  const text = decodeText(bytes);
  if (text === null) {
    return failed(file, "Tệp không phải là văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8 (Unicode dựng sẵn).");
  }
  const parts = splitFrontMatter(text);
  if (parts === null) {
    return failed(
      file,
      "Thiếu phần đầu bài: tệp phải bắt đầu bằng một dòng --- và phần đầu bài kết thúc bằng một dòng --- nữa.",
    );
  }
  return readYaml(file, parts.yaml, parts.yamlLine, (fields) =>
    read(fields, { hash: fingerprint(bytes), mentions: mentionsOf(parts.body), bodyLine: parts.bodyLine }),
  );
}

/** Reads a YAML data file in the same way. `read` gets the whole value for files that are lists or registers. */
export function readDataFile<Model>(
  file: string,
  bytes: Uint8Array,
  read: (fields: FieldReader) => Model,
): Parsed<Model> {
  const text = decodeText(bytes);
  return text === null ? failed(file, "Tệp không phải là văn bản UTF-8.") : readYaml(file, text, 1, read);
}

/** First 16 hex digits of a SHA-256. */
export function fingerprint(bytes: Uint8Array | string): string {
  return hash("sha256", bytes).slice(0, 16);
}

const NAMED = /(?<=[\s(<])[\w][\w.-]*\.[a-zA-Z][a-zA-Z0-9]{1,4}(?=[\s)>])/g;
const OFFERED = /(?:^:::[ \t]*tep[ \t]+|[^!]\[[^\]\n]*\]\()([\w][\w.-]*\.\w+)/gm;

function mentionsOf(body: string): readonly string[] {
  // Prose without pictures and files, as most is, is not searched word by word.
  const names = /\.[a-zA-Z]/.test(body) ? (body.match(NAMED) ?? []) : [];
  const offered = /\]\(|^:::/m.test(body) ? body.matchAll(OFFERED) : [];
  return [...new Set([...names, ...Array.from(offered, ([, name = ""]) => `tep:${name}`)])];
}

function readYaml<Model>(
  file: string,
  yaml: string,
  firstLine: number,
  read: (fields: FieldReader) => Model,
): Parsed<Model> {
  const valid = parseYamlText(yaml);
  const { faults, repaired } =
    valid !== null && !needsCloserLook(yaml)
      ? { faults: [], repaired: yaml }
      : checkLines(yaml, valid !== null);
  const parsed = faults.length === 0 ? valid : parseYamlText(repaired);
  const issues: Issue[] = [];
  let model: Model | null = null;
  if (parsed !== null) {
    const root = Array.isArray(parsed.value) ? { list: parsed.value as unknown } : parsed.value;
    const fields = new FieldReader(root, [], issues);
    model = read(fields);
    fields.end();
    if (issues.length === 0 && faults.length === 0) return { model, problems: [] };
  }
  const positions = readPositions(repaired);
  const unreadable = parsed === null ? (positions.fault ?? UNREADABLE) : null;
  const broken = unreadable === null ? faults : [...faults, unreadable];
  const lines = new Set(broken.map(({ line }) => line));
  const problems = broken.map((fault) => problem(file, { ...fault, severity: "error" }, fault, firstLine));
  for (const issue of issues) {
    const path = issue.path.filter((step, depth) => depth > 0 || step !== "list");
    const place = positions.locate(path, issue.part);
    // A broken line is one mistake, whatever follows from it.
    if (!lines.has(place.line)) problems.push(problem(file, issue, place, firstLine));
  }
  return { model: problems.some(({ severity }) => severity === "error") ? null : model, problems };
}

/** Two YAML readers that disagree: not known to happen. */
const UNREADABLE = { path: [], line: 1, column: 1, message: "Phần đầu bài không đọc được." } as const;

function problem(
  file: string,
  issue: Omit<Issue, "part">,
  place: { readonly line: number; readonly column: number },
  firstLine: number,
): Problem {
  const field = issue.path
    .filter((step) => step !== "list")
    .map(String)
    .join(".");
  return {
    file,
    line: place.line + firstLine - 1,
    column: place.column,
    field: field === "" ? null : field,
    message: issue.message,
    severity: issue.severity,
  };
}

function failed<Model>(file: string, message: string): Parsed<Model> {
  return { model: null, problems: [{ file, line: 1, column: 1, field: null, message, severity: "error" }] };
}
