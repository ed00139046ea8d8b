import type { Moment } from "#domain/moment.ts";
import { parseMoment } from "#domain/dates.ts";
import { dateMessage } from "./date-message.ts";
import { isMapping, Mapping } from "./mapping.ts";
import { adviceOn, suggest } from "./suggest.ts";

/** Entries of a register, to check a key against. */
export type Known = Pick<ReadonlyMap<string, unknown>, "has" | "keys">;

/**
 * Reads the fields of one YAML mapping, text scalars only, and collects what is wrong instead of stopping.
 * Every reader returns `null` for an absent field; a required one that is absent is an issue and gives a harmless value.
 * @example const fields = new FieldReader(value, [], issues); const title = fields.required("title"); fields.end();
 */
export class FieldReader extends Mapping {
  /** Text on one line or several, blanks folded. */
  text(key: string): string | null {
    const value = this.take(key);
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
      !this.issues.some((issue) => issue.path.at(-1) === key && issue.path.length === this.path.length + 1)
    ) {
      this.report(
        this.has(key) ? key : null,
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
    const before = this.issues.length;
    const moment = this.date(key);
    if (moment === null && this.issues.length === before) this.required(key);
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
    const value = this.take(key);
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
    const value = this.take(key);
    if (value === null) return null;
    const fields = new FieldReader(value, [...this.path, key], this.issues);
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
    const value = this.take(key);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.report(key, "Mục này phải là một danh sách; mỗi dòng bắt đầu bằng “- ”.");
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const path = [...this.path, key, index];
      if (typeof item === "string" && readText) return readText(item.trim(), index) ?? [];
      const fields = new FieldReader(item, path, this.issues);
      const result = read(fields);
      fields.end();
      return [result];
    });
  }

}

function itemFault(item: unknown): string {
  return isMapping(item)
    ? "Trong câu có dấu hai chấm nên phải đặt cả câu trong dấu ngoặc kép."
    : "Mỗi dòng của danh sách phải là một dòng chữ.";
}
