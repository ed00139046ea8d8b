/** Public path pattern as Cloudflare's `_headers` writes it: `*` stands for one or more characters,
 * slashes included (an empty one is not matched by every server). */
export type PathPattern = string;

/** Files whose name carries a hash of their content: they never change, so browsers and old releases keep them. */
export const IMMUTABLE_PATTERNS: readonly PathPattern[] = [
  "/assets/*",
  "/pictures/*",
  "/pagefind/*.pf_fragment",
  "/pagefind/*.pf_index",
  "/pagefind/*.pf_filter",
  "/pagefind/*.pf_meta",
];

/** Folders of the site in which immutable files lie. */
export const IMMUTABLE_FOLDERS: readonly string[] = ["assets", "pictures", "pagefind"];

/** Turns a pattern into a regular expression source that JavaScript, PCRE (nginx) and RE2 (Caddy) read alike. */
export function patternToRegExpSource(pattern: PathPattern): string {
  return `^${pattern.split("*").map(escapeRegExp).join(".*")}$`;
}

/**
 * Tells whether a public path falls under a pattern.
 * @example matchesPattern("/2022/rss.xml", "/*.xml") // true
 */
export function matchesPattern(path: string, pattern: PathPattern): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined)
    compiled.set(pattern, (expression = new RegExp(patternToRegExpSource(pattern))));
  return expression.test(path);
}

/**
 * Tells whether a file of the site never changes under its name.
 * @param file path inside the site without a leading slash: `assets/site-4f1c2a9b.css` (also with `.br` or `.gz`)
 */
export function isImmutable(file: string): boolean {
  const path = `/${file.replace(/\.(br|gz)$/, "")}`;
  return HASHED_NAME.test(path) && IMMUTABLE_PATTERNS.some((pattern) => matchesPattern(path, pattern));
}

/** `name-4f1c2a9b.css`, `name.4f1c2a9b.css`, `vi_4f1c2a9.pf_fragment`, or Pagefind's `pagefind.vi_4f1c2a9.pf_meta`. */
const HASHED_NAME = /[-._][0-9a-zA-Z_]{7,}(-\d+)?\.[a-z0-9_]+$/;

const compiled = new Map<PathPattern, RegExp>();

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
