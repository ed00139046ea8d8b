import { readdirSync, type Dirent } from "node:fs";
import { join } from "node:path";
import type { Problem } from "#domain/problem.ts";
import { suggest } from "./suggest.ts";

const KINDS = ["articles", "notices", "documents", "pages"] as const;

/** Files that systems leave in folders. */
const HIDDEN = /^\.|^(?:Thumbs\.db|desktop\.ini)$|~$/i;
/** Texts under another name: `bai.md`, `Index.md`, `index.md.txt`. */
const LOOKS_LIKE_TEXT = /\.(?:md|markdown)(?:\.txt)?$|^index\.txt$/i;

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
    const entries = entriesOf(join(folder, path)).filter(({ name }) => !HIDDEN.test(name));
    const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    for (const entry of entries) if (entry.isDirectory()) walk(`${path}/${entry.name}`);
    if (names.includes("index.md")) files.push(`${path}/index.md`);
    let named = false;
    for (const name of names.filter((other) => other !== "index.md" && LOOKS_LIKE_TEXT.test(other))) {
      named = true;
      const own = /^index\b/i.test(name) || path.split("/").length > 3;
      const right = own ? `${path}/index.md` : `${path}/${name.replace(/\..*$/, "")}/index.md`;
      warn(`${path}/${name}`, `Tệp bài viết phải tên là index.md và nằm trong thư mục mang tên bài: ${right}.`);
    }
    if (names.length > 0 && !named && !names.includes("index.md")) {
      warn(path, "Thư mục này có tệp nhưng không có index.md. Ảnh và tệp phải nằm cùng thư mục với index.md.");
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
