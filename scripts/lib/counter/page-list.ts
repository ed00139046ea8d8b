/** The pages that may be counted: the list the site build writes. */

/** A list of pages, or why there is none. */
export type ParsedPageList =
  | { readonly pages: ReadonlySet<string>; readonly problem: null }
  | { readonly pages: null; readonly problem: string };

/**
 * Parses the JSON text of `paths.json`: a list of paths with a slash at both ends.
 * @example parsePageList('["/", "/2022/07/slug/"]').pages?.has("/") // true
 */
export function parsePageList(text: string): ParsedPageList {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { pages: null, problem: "it is not JSON" };
  }
  if (!Array.isArray(value)) return { pages: null, problem: "it is not a list" };
  const wrong = value.findIndex((path) => typeof path !== "string" || !path.startsWith("/"));
  if (wrong >= 0) return { pages: null, problem: `entry ${wrong + 1} is not a path that begins with "/"` };
  return { pages: new Set(value as string[]), problem: null }; // every entry was just checked
}
