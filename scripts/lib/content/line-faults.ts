import type { Path } from "./issue.ts";

/** A line that YAML reads in another way than its editor meant, or not at all. */
export interface LineFault {
  readonly path: Path;
  /** 1-based, within the YAML text. */
  readonly line: number;
  readonly column: number;
  /** Vietnamese, with the line as it should be written. */
  readonly message: string;
}

/** What a look at each line found. */
export interface LineCheck {
  readonly faults: readonly LineFault[];
  /** The text as its editor meant it, line by line, so that the rest of the file can still be checked. */
  readonly repaired: string;
}

/** One line of front matter: `  - key: value`, `key: value` or `- value`. */
interface Entry {
  readonly key: string | null;
  readonly value: string;
  /** 0-based place of the value in the line. */
  readonly at: number;
}

/**
 * Looks at each line for what people without YAML in mind write: a colon or `#` in a sentence, a leading [ @ %,
 * text after a closing quote, a tab, a non-breaking space. All such lines are found at once.
 * @param valid whether the text is YAML as it stands; then only lines that silently lose words count.
 * @example checkLines("title: Hà Giang: tiếp tục\n", false).faults[0].column // 8
 */
export function checkLines(yaml: string, valid: boolean): LineCheck {
  const lines = yaml.split("\n");
  const faults: LineFault[] = [];
  const seen = new Set<string>();
  let textIndent: number | null = null; // Inside a block of text (`lead: |`), which may hold anything.
  const repaired = lines.map((line, index) => {
    const indent = line.search(/\S/);
    if (textIndent !== null && (indent === -1 || indent > textIndent)) return line;
    textIndent = null;
    if (indent === -1 || line.charAt(indent) === "#") return line;
    if (/:[ \t]+[|>][-+\d]*[ \t\r]*$/.test(line)) textIndent = indent;
    let text = line;
    const next = lines[index + 1] ?? "";
    const looks = valid ? [lossFault] : [blankFault, lossFault, errorFault, repeatFault(next, seen)];
    for (const look of looks) {
      const fault = look(text);
      if (fault === null) continue;
      const { key, column, message, repaired: mended } = fault;
      faults.push({ path: key === null ? [] : [key], line: index + 1, column, message });
      text = mended;
    }
    return text;
  });
  return { faults, repaired: repaired.join("\n") };
}

interface Fault {
  readonly key: string | null;
  readonly column: number;
  readonly message: string;
  readonly repaired: string;
}

const lossFault = (line: string) => entryFault(line, lossOf);
const errorFault = (line: string) => entryFault(line, errorOf);

function entryFault(line: string, explain: (entry: Entry) => string | null): Fault | null {
  const bare = line.trimEnd();
  const entry = entryOf(bare);
  const message = entry === null || entry.value === "" ? null : explain(entry);
  if (entry === null || message === null) return null;
  return {
    key: entry.key,
    column: (trailing(entry.value) ?? 0) + entry.at + 1,
    message,
    repaired: bare.slice(0, entry.at) + quote(unquote(entry.value)),
  };
}

/** A non-breaking space where YAML wants a space: before a line, before or after its colon. */
const SPECIAL_BLANK = /^ *(?:- *)?(?:[\w-]+ *: *|[\w-]+ *(?=\u00a0+ *:))?\u00a0/;

/** Tabs before a line and blanks that only look like spaces. */
function blankFault(line: string): Fault | null {
  const key = /([\w-]+)[ \u00a0]*:/.exec(line)?.[1] ?? null;
  if (/^ *\t/.test(line)) {
    return {
      key,
      column: line.indexOf("\t") + 1,
      message: "Dòng này bắt đầu bằng phím Tab. Hãy xóa Tab và dùng dấu cách.",
      repaired: line.replace(/^[ \t]+/, (blanks) => blanks.replaceAll("\t", "  ")),
    };
  }
  const special = SPECIAL_BLANK.exec(line)?.[0];
  if (special === undefined) return null;
  return {
    key,
    column: special.length,
    message: "Chỗ này có dấu cách đặc biệt (không ngắt) chép từ Word. Hãy xóa đi và gõ lại một dấu cách thường.",
    repaired: special.replaceAll("\u00a0", " ") + line.slice(special.length).replace(/^\u00a0+/, ""),
  };
}

/** The same field a second time, where it stands on one line. @param seen fields so far. */
function repeatFault(next: string, seen: Set<string>) {
  return (line: string): Fault | null => {
    const key = /^([\w-]+):(?=\s|$)/.exec(line)?.[1];
    if (key === undefined) return null;
    if (!seen.has(key) || /^[ -]/.test(next)) {
      seen.add(key);
      return null;
    }
    return { key, column: 1, message: `Mục "${key}" được ghi hai lần. Hãy giữ lại một.`, repaired: "" };
  };
}

function entryOf(line: string): Entry | null {
  const pair = /^[ ]*(?:-[ ]+)*([\w-]+)[ ]*:(?!\/\/)[ \t]*/.exec(line);
  if (pair !== null) return { key: pair[1] ?? null, value: line.slice(pair[0].length), at: pair[0].length };
  const item = /^[ ]*-[ ]+/.exec(line);
  return item === null ? null : { key: null, value: line.slice(item[0].length), at: item[0].length };
}

/** What YAML takes for something else without a word: a comment, an anchor, a tag. */
function lossOf(entry: Entry): string | null {
  const { value } = entry;
  if (/^["'[{|>]/.test(value)) return null;
  const comment = /(?:^|\s)#/.exec(value);
  if (comment !== null) {
    const text = value.slice(0, comment.index);
    if (text === "") return /^#\S/.test(value) ? `Dấu # ở đầu làm máy bỏ qua cả dòng. ${asQuoted(entry)}` : null;
    return `"${text}" bị cắt ở dấu #. ${asQuoted(entry)}`;
  }
  return /^[&*!]/.test(value) ? startsWith(entry) : null;
}

/** What stops YAML. */
function errorOf(entry: Entry): string | null {
  const { value } = entry;
  if (/^[@%`]/.test(value)) return startsWith(entry);
  if (/^\[/.test(value) && !/\]$/.test(value)) return startsWith(entry);
  if (/^\{/.test(value) && !/\}$/.test(value)) return startsWith(entry);
  if (/^[|>]/.test(value) && !/^[|>][-+\d]*$/.test(value)) return startsWith(entry);
  if (/^[-?] /.test(value)) return startsWith(entry);
  if (trailing(value) !== null) {
    return `Có chữ đứng sau dấu ngoặc đóng: ${value}. Hãy đưa tất cả vào trong một cặp ngoặc: ${written(entry)}`;
  }
  if (/^(?:"[^"]*|'[^']*)$/.test(value)) return `Thiếu dấu ngoặc đóng ở cuối: ${written(entry)}`;
  if (/^["'[{|>]/.test(value)) return null;
  if (/:(?:\s|$)/.test(value)) {
    return `Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép: ${written(entry)}`;
  }
  return null;
}

function startsWith(entry: Entry): string {
  return `Giá trị bắt đầu bằng ký tự "${entry.value.charAt(0)}" nên máy hiểu nhầm. ${asQuoted(entry)}`;
}

/** Where text stands behind a closing quote. */
function trailing(value: string): number | null {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?=[^\s#])/.exec(value);
  return quoted === null ? null : quoted[0].length;
}

function asQuoted(entry: Entry): string {
  return `Hãy đặt cả câu trong dấu ngoặc kép: ${written(entry)}`;
}

/** The line as it should be, with a full stop behind it. */
function written({ key, value }: Entry): string {
  return `${key === null ? "- " : `${key}: `}${quote(unquote(value))}.`;
}

/** Takes away a lonely opening quote. */
function unquote(value: string): string {
  return /^(?:"[^"]*|'[^']*)$/.test(value) ? value.slice(1) : value;
}

/** A text as YAML takes it word for word. */
function quote(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? `"${text.replace(/["\\]/g, String.raw`\$&`)}"` : `'${text}'`;
}
