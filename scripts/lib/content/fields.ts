import type { Problem } from "#domain/problem.ts";
import type { Moment } from "#domain/moment.ts";
import { parseMoment } from "#domain/dates.ts";
import { dateMessage } from "./date-message.ts";
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
  /** Whether something else stands where fields belong; nothing is missing from it then. */
  readonly foreign: boolean;

  constructor(value: unknown, path: Path, issues: Issue[]) {
    const mapping = isMapping(value);
    this.foreign = !mapping && value !== null;
    if (this.foreign) {
      issues.push({
        path,
        part: "value",
        severity: "error",
        message: "Phần này phải gồm các dòng dạng “tên: giá trị”, thụt vào hai dấu cách.",
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

  /** Reports a problem of one item of a list. */
  reportItem(key: string, index: number, message: string, severity: Problem["severity"] = "error"): void {
    this.#issues.push({ path: [...this.#path, key, index], part: "value", message, severity });
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
      !this.foreign &&
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
    this.report(key, `"${value}" không phải là ${noun}.${adviceOn(value, known.keys())}`);
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

  /**
   * A list of texts; one text stands for a list of one.
   * @param check says what is wrong with an item, `null` where nothing is.
   */
  texts(key: string, check: (text: string) => string | null = () => null): readonly string[] {
    const value = this.#take(key);
    if (value === null) return [];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => {
      const text = typeof item === "string" ? item.replace(/[\s\u00a0]+/g, " ").trim() : "";
      const fault = text === "" ? itemFault(item) : check(text);
      if (fault !== null) this.reportItem(key, index, fault);
      return text === "" ? [] : [text];
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
    readText?: (text: string, index: number) => Value | null,
  ): readonly Value[] {
    const value = this.#take(key);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.report(key, "Mục này phải là một danh sách; mỗi dòng bắt đầu bằng “- ”.");
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const path = [...this.#path, key, index];
      if (typeof item === "string" && readText) return readText(item.trim(), index) ?? [];
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

  /** Takes the fields that are left as known. */
  skipRest(): void {
    for (const key of Object.keys(this.#values)) this.#read.add(key);
  }

  /** Reports every field that nobody read: unknown or misspelt. */
  end(): void {
    for (const key of Object.keys(this.#values)) {
      if (this.#read.has(key)) continue;
      const near = suggest(key, this.#read);
      this.report(
        key,
        `Không có mục nào tên "${key}".${near === null ? " Hãy xóa dòng này." : ` Có phải "${near}"?`}`,
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

function itemFault(item: unknown): string {
  return isMapping(item)
    ? "Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép."
    : "Mỗi dòng của danh sách phải là một dòng chữ.";
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What to write instead of an unknown key: the nearest one, or all where they are few. @example adviceOn("x", ["a"]) // " Chọn một trong: a." */
export function adviceOn(value: string, known: Iterable<string>): string {
  const keys = [...known];
  const near = suggest(value, keys);
  if (near !== null) return ` Có phải "${near}"?`;
  return keys.length > 0 && keys.length <= 12 ? ` Chọn một trong: ${keys.join(", ")}.` : "";
}
