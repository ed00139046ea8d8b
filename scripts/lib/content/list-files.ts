import type { Problem } from "#domain/problem.ts";
import { suggest } from "./suggest.ts";
import type { Listing, Tree } from "./tree.ts";

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
export function listContentFiles(tree: Tree, label: string): ContentListing {
  const files: string[] = [];
  const problems: Problem[] = [];
  const warn = (path: string, message: string) =>
    problems.push({ file: `${label}/${path}`, line: 1, column: 1, field: null, message, severity: "error" });

  for (const name of listingOf("").folders) {
    if (name.startsWith("_") || name.startsWith(".")) continue;
    if (KINDS.some((kind) => kind === name)) walk(name);
    else {
      const near = suggest(name, KINDS);
      warn(name, `Thư mục "${name}" không thuộc cấu trúc nội dung.${near === null ? "" : ` Có phải "${near}"?`}`);
    }
  }
  return { files: files.sort(), problems };

  function walk(path: string): void {
    const { files: all, folders } = listingOf(path);
    const names = all.filter((name) => !HIDDEN.test(name));
    for (const name of folders) if (!HIDDEN.test(name)) walk(`${path}/${name}`);
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

  function listingOf(path: string): Listing {
    return tree.folders.get(path) ?? { files: [], folders: [] };
  }
}
