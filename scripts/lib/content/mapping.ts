import type { Problem } from "#domain/problem.ts";
import type { Issue, Path } from "./issue.ts";
import { suggest } from "./suggest.ts";

/**
 * One YAML mapping: it knows where it stands in its file and which of its fields were read, and collects what is wrong
 * with them. Takes anything: where no mapping stands, that is the first issue, and there are no fields.
 */
export class Mapping {
  readonly #values: Readonly<Record<string, unknown>>;
  protected readonly path: Path;
  protected readonly issues: Issue[];
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
    this.path = path;
    this.issues = issues;
  }

  /** Reports a problem of a field. */
  report(
    key: string | null,
    message: string,
    severity: Problem["severity"] = "error",
    part: Issue["part"] = "value",
  ): void {
    this.issues.push({ path: key === null ? this.path : [...this.path, key], part, message, severity });
  }

  /** Reports a problem of one item of a list. */
  reportItem(key: string, index: number, message: string, severity: Problem["severity"] = "error"): void {
    this.issues.push({ path: [...this.path, key, index], part: "value", message, severity });
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

  /** Whether the field is written at all, with a value or without one. */
  protected has(key: string): boolean {
    return this.#values[key] !== undefined;
  }

  /** The value of a field, which counts as read from now on; `null` where it is absent or empty. */
  protected take(key: string): unknown {
    this.#read.add(key);
    const value = this.#values[key];
    return value === undefined || value === null || value === "" || value === "~" || value === "null"
      ? null
      : value;
  }
}

/** Whether a value of YAML is a mapping: neither text nor a list. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
