import type { Problem } from "#domain/problem.ts";
import type { Moment } from "#domain/moment.ts";
import { parseMoment } from "#domain/dates.ts";
import { suggest } from "./suggest.ts";

/** Where a value stands within the front matter: `["cover", "alt"]`, `["authors", 0, "name"]`. */
export type Path = readonly (string | number)[];

/** A problem that knows its field but not yet its line. */
export interface Issue {
  readonly path: Path;
  readonly part: "key" | "value";
  readonly message: string;
  readonly severity: Problem["severity"];
}

/** Entries of a register, to check a key against. */
export type Known = Pick<ReadonlyMap<string, unknown>, "has" | "keys">;

/**
 * Reads the fields of one YAML mapping, text scalars only, and collects what is wrong instead of stopping.
 * Every reader returns `null` for an absent field; a required one that is absent is an issue and gives a harmless value.
 * @example const fields = new FieldReader(value, [], issues); const title = fields.required("title"); fields.end();
 */
export class FieldReader {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #path: Path;
  readonly #issues: Issue[];
  readonly #read = new Set<string>();

  constructor(value: unknown, path: Path, issues: Issue[]) {
    const mapping = isMapping(value);
    if (!mapping && value !== null) {
      issues.push({
        path,
        part: "value",
        severity: "error",
        message: "Phần này phải gồm các dòng dạng “tên: giá trị”.",
      });
    }
    this.#values = mapping ? value : {};
    this.#path = path;
    this.#issues = issues;
  }

  /** Reports a problem of a field. */
  report(
    key: string | null,
    message: string,
    severity: Problem["severity"] = "error",
    part: Issue["part"] = "value",
  ): void {
    this.#issues.push({ path: key === null ? this.#path : [...this.#path, key], part, message, severity });
  }

  /** Text on one line or several, blanks folded. */
  text(key: string): string | null {
    const value = this.#take(key);
    if (value === null) return null;
    if (typeof value !== "string") {
      this.report(key, "Mục này phải là một dòng chữ.");
      return null;
    }
    return value.replace(/[\s\u00a0]+/g, " ").trim() || null;
  }

  required(key: string): string {
    const value = this.text(key);
    if (value !== null) return value;
    if (
      !this.#issues.some((issue) => issue.path.at(-1) === key && issue.path.length === this.#path.length + 1)
    ) {
      this.report(
        this.#values[key] === undefined ? null : key,
        `Thiếu mục "${key}". Hãy thêm dòng “${key}: …”.`,
      );
    }
    return "";
  }

  flag(key: string, fallback = false): boolean {
    const value = this.text(key);
    if (value === null) return fallback;
    if (value === "true" || value === "false") return value === "true";
    this.report(key, `"${value}" không hợp lệ; chỉ viết true (có) hoặc false (không).`);
    return fallback;
  }

  integer(key: string, fallback: number): number {
    const value = this.text(key);
    if (value === null) return fallback;
    if (/^\d{1,9}$/.test(value)) return Number(value);
    this.report(key, `"${value}" không phải là số nguyên.`);
    return fallback;
  }

  date(key: string): Moment | null {
    const value = this.text(key);
    if (value === null) return null;
    const moment = parseMoment(value);
    if (typeof moment === "object") return moment;
    this.report(key, dateMessage(value, moment));
    return null;
  }

  requiredDate(key: string): Moment {
    const before = this.#issues.length;
    const moment = this.date(key);
    if (moment === null && this.#issues.length === before) this.required(key);
    return moment ?? { epoch: 0, hasTime: false };
  }

  /** A key of a register: `section: tin-tuc`. `noun` is what editors call it: `chuyên mục`. */
  key(key: string, known: Known, noun: string): string | null {
    const value = this.text(key);
    if (value === null || known.has(value)) return value;
    const near = suggest(value, known.keys());
    this.report(key, `"${value}" không phải là ${noun}.${near === null ? "" : ` Có phải "${near}"?`}`);
    return null;
  }

  /** One of a fixed set of words. */
  choice<Word extends string>(key: string, words: readonly Word[], fallback: Word): Word {
    const value = this.text(key);
    if (value === null) return fallback;
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    const near = suggest(value, words);
    this.report(
      key,
      `"${value}" không hợp lệ; chọn một trong: ${words.join(", ")}.${near === null ? "" : ` Có phải "${near}"?`}`,
    );
    return fallback;
  }

  /** A list of texts; one text stands for a list of one. */
  texts(key: string): readonly string[] {
    const value = this.#take(key);
    if (value === null) return [];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => {
      if (typeof item === "string" && item.trim() !== "") return [item.replace(/[\s\u00a0]+/g, " ").trim()];
      this.#issues.push({
        path: [...this.#path, key, index],
        part: "value",
        severity: "error",
        message: "Mỗi dòng của danh sách phải là một dòng chữ.",
      });
      return [];
    });
  }

  /** A mapping read by `read`; `null` where absent. */
  group<Value>(key: string, read: (fields: FieldReader) => Value): Value | null {
    const value = this.#take(key);
    if (value === null) return null;
    const fields = new FieldReader(value, [...this.#path, key], this.#issues);
    const result = read(fields);
    fields.end();
    return result;
  }

  /** A list of mappings, each read by `read`; a plain text goes to `readText` where that is given. */
  groups<Value>(
    key: string,
    read: (fields: FieldReader) => Value,
    readText?: (text: string, path: Path) => Value | null,
  ): readonly Value[] {
    const value = this.#take(key);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.report(key, "Mục này phải là một danh sách; mỗi dòng bắt đầu bằng “- ”.");
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const path = [...this.#path, key, index];
      if (typeof item === "string" && readText) return readText(item.trim(), path) ?? [];
      const fields = new FieldReader(item, path, this.#issues);
      const result = read(fields);
      fields.end();
      return [result];
    });
  }

  /** Names of all fields, in the file's order. */
  keys(): readonly string[] {
    return Object.keys(this.#values);
  }

  /** Whether the field was written as plain text (rather than as a mapping). */
  isText(key: string): boolean {
    return typeof this.#values[key] === "string";
  }

  /** Reports every field that nobody read: unknown or misspelt. */
  end(): void {
    for (const key of Object.keys(this.#values)) {
      if (this.#read.has(key)) continue;
      const near = suggest(key, this.#read);
      this.report(
        key,
        `Không có mục nào tên "${key}".${near === null ? "" : ` Có phải "${near}"?`}`,
        "error",
        "key",
      );
    }
  }

  #take(key: string): unknown {
    this.#read.add(key);
    const value = this.#values[key];
    return value === undefined || value === null || value === "" || value === "~" || value === "null"
      ? null
      : value;
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function dateMessage(value: string, fault: "format" | "impossible" | "year"): string {
  const swapped = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)$/.exec(value);
  if (swapped) {
    const [, day = "", month = "", year = "", time = ""] = swapped;
    return `"${value}" chưa đúng dạng ngày. Hãy viết năm trước: ${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${time}.`;
  }
  if (fault === "impossible") return `"${value}" là ngày giờ không có trong lịch.`;
  if (fault === "year") return `"${value}" có năm không hợp lý.`;
  return `"${value}" chưa đúng dạng ngày. Hãy viết năm-tháng-ngày, có thể thêm giờ: 2022-07-08 16:43.`;
}
