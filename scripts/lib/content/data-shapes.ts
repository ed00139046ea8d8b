import type { FieldReader } from "./fields.ts";
import { readDataFile, type Parsed } from "./source-file.ts";

/** Reads one file of content/_data: (path for messages, bytes) -> model or problems. */
export type Reader<Model> = (file: string, bytes: Uint8Array) => Parsed<Model>;

/**
 * A file that maps keys to entries, in the file's order; a key may stand in an address.
 * @param read takes the fields of one entry and its key.
 * @example registerOf<Topic>((fields, key) => ({ key, name: fields.required("name"), description: null }))
 */
export function registerOf<Entry>(
  read: (fields: FieldReader, key: string) => Entry,
): Reader<ReadonlyMap<string, Entry>> {
  return (file, bytes) =>
    readDataFile(file, bytes, (fields) => {
      const entries = new Map<string, Entry>();
      for (const key of fields.keys()) {
        if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key)) {
          fields.report(
            key,
            `Khóa "${key}" chỉ được gồm chữ thường không dấu, số và gạch ngang.`,
            "error",
            "key",
          );
        }
        const entry = fields.group(key, (inner) => read(inner, key));
        if (entry !== null) entries.set(key, entry);
      }
      return entries;
    });
}

/** A file that is a list of entries. @param read takes the fields of one entry. */
export function listOf<Entry>(read: (fields: FieldReader) => Entry): Reader<readonly Entry[]> {
  return (file, bytes) =>
    readDataFile(file, bytes, (fields) => {
      const entries = fields.groups("list", read);
      if (fields.keys().some((key) => key !== "list")) {
        fields.report(null, "Tệp này phải là một danh sách; mỗi mục bắt đầu bằng “- ”.");
        fields.skipRest();
      }
      return entries;
    });
}
