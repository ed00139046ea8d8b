import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { suggest } from "#content/suggest.ts";

/** What to say of a file that is not there; names one beside it that was probably meant. `what`: `ảnh`, `đính kèm`. */
export function missingFile(file: string, what: string): string {
  const name = basename(file);
  const meant = suggest(name, filesBeside(file));
  const advice = meant === null ? "Hãy đặt tệp cùng thư mục với index.md." : `Có phải "${meant}"?`;
  return `Không thấy tệp ${what} "${name}". ${advice}`;
}

function filesBeside(file: string): readonly string[] {
  try {
    return readdirSync(dirname(file), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "index.md")
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
