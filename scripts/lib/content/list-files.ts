import { readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import type { Problem } from "#domain/problem.ts";
import { suggest } from "./suggest.ts";

const KINDS = ["articles", "notices", "documents", "pages"] as const;

/** The Markdown files of a content folder. */
export interface ContentListing {
  /** Paths from the content folder with forward slashes, sorted: `articles/2022/07/x/index.md`. */
  readonly files: readonly string[];
  /** Folders and files that no parser would see. */
  readonly problems: readonly Problem[];
}

/** Lists every `index.md`, and warns of Markdown files that would be overlooked (`bai.md`, `artcles/`). */
export function listContentFiles(folder: string, label: string): ContentListing {
  const files: string[] = [];
  const problems: Problem[] = [];
  const warn = (path: string, message: string) =>
    problems.push({ file: `${label}/${path}`, line: 1, column: 1, field: null, message, severity: "error" });

  for (const entry of entriesOf(folder)) {
    if (!entry.isDirectory() || entry.name.startsWith("_") || entry.name.startsWith(".")) continue;
    if (KINDS.some((kind) => kind === entry.name)) walk(entry.name);
    else {
      const near = suggest(entry.name, KINDS);
      warn(entry.name, `Thư mục "${entry.name}" không thuộc cấu trúc nội dung.${near === null ? "" : ` Có phải "${near}"?`}`);
    }
  }
  return { files: files.sort(), problems };

  function walk(path: string): void {
    for (const entry of entriesOf(join(folder, path))) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(inner);
      else if (entry.name === "index.md") files.push(inner);
      else if (/\.(md|markdown)$/i.test(entry.name)) {
        warn(inner, `Tệp bài viết phải tên là index.md và nằm trong thư mục mang tên bài: ${inner.replace(/\.\w+$/, "/index.md")}.`);
      }
    }
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // A portal without this folder is a portal without such pages.
  }
}
