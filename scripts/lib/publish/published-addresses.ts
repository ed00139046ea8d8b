import type { Problem } from "#domain/problem.ts";

/** What the check of published addresses needs; all paths are public paths with the base path. */
export interface AddressCheck {
  /** Every page path that was ever public: the lines of `published.txt`. */
  readonly published: Iterable<string>;
  /** Page paths of this build. */
  readonly paths: Iterable<string>;
  /** Old paths on the site's own host that redirect now. */
  readonly redirectedFrom: Iterable<string>;
  /** Title of the page at a path when it was last public, where somebody knows it. */
  readonly titleOf: (path: string) => string | null;
  /** `/` or `/btg/`: taken off before a path is traced to its article. */
  readonly basePath: string;
}

/**
 * Finds published addresses that a build would lose.
 * @returns one error for each, in Vietnamese, at the article's file, with the fix
 * @example lostAddresses(check)[0].message // 'Bài "Hội nghị sơ kết" (/2022/07/so-ket/) đã đăng nhưng …'
 */
export function lostAddresses(check: AddressCheck): readonly Problem[] {
  return lostPaths(check).map((path) => describeLoss(path, check));
}

/** The lost paths alone, sorted. */
export function lostPaths(
  check: Pick<AddressCheck, "published" | "paths" | "redirectedFrom">,
): readonly string[] {
  const alive = new Set([...check.paths, ...check.redirectedFrom]);
  return [...check.published].filter((path) => !alive.has(path) && !isTransient(path)).sort();
}

/**
 * Reads `published.txt`: one path a line, lines with `#` are notes.
 * @example parsePublished("# note\n/gioi-thieu/\n") // ["/gioi-thieu/"]
 */
export function parsePublished(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.startsWith("/"));
}

/** Writes `published.txt`: everything that was there and everything that is here now, sorted, so it grows line by line. */
export function formatPublished(...lists: readonly Iterable<string>[]): string {
  const paths = new Set(lists.flatMap((list) => [...list]).filter((path) => !isTransient(path)));
  return [...paths]
    .sort()
    .map((path) => `${path}\n`)
    .join("");
}

/** Pages 2, 3, … of a list come and go with its length. */
function isTransient(path: string): boolean {
  return /\/trang\/\d+\/$/.test(path) || /\/trang-\d+\/$/.test(path);
}

function describeLoss(path: string, check: AddressCheck): Problem {
  const inSite = path.slice(check.basePath.length);
  const isArticle = /^\d{4}\/\d{2}\/[^/]+\/$/.test(inSite);
  const title = check.titleOf(path);
  const name = title === null ? inSite.replace(/\/$/, "").split("/").at(-1) : title;
  const fix = isArticle
    ? `Hãy khôi phục tệp, hoặc ghi "redirectFrom: [${path}]" vào bài thay thế; nếu phải gỡ bài thì giữ tệp và đặt trạng thái "withdrawn" kèm lý do.`
    : `Hãy khôi phục trang, hoặc thêm {from: ${path}, to: …} vào content/_data/redirects.yml.`;
  return {
    file: isArticle ? `content/articles/${inSite}index.md` : "content/_data/redirects.yml",
    line: 1,
    column: 1,
    field: null,
    message: `${isArticle ? "Bài" : "Trang"} "${name}" (${path}) đã đăng nhưng không còn trong bản mới và không có chuyển hướng. ${fix}`,
    severity: "error",
  };
}
