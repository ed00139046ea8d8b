import { contentTypeFor, isText } from "../content-types.ts";
import type { HeaderRule } from "../headers.ts";
import type { Redirect } from "../redirects.ts";

/** Cloudflare reads at most so many rules, and Netlify joins repeated headers as Cloudflare does. */
export const HEADERS_FILE_RULES = 100;
/** Static redirects that Cloudflare Pages reads; pages at the old addresses carry the rest. */
export const REDIRECTS_FILE_RULES = 2_000;

/**
 * Prints `_headers` for Cloudflare Pages and Netlify. A path collects the headers of all rules that fit it and repeats
 * are joined with a comma, so a rule that overrides first takes the earlier value away (`! Name`).
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @param basePath `/` or `/btg/`
 */
export function headersFile(rules: readonly HeaderRule[], basePath: string): string {
  // The platform sets a content type of its own.
  const seen = new Set(["Content-Type"]);
  const blocks = new Map<string, string[]>();
  for (const { patterns, headers } of [...rules, ...feedTypes(basePath)]) {
    const names = Object.keys(headers);
    const detach = names.filter((name) => seen.has(name)).map((name) => `  ! ${name}`);
    const attach = names.map((name) => `  ${name}: ${headers[name] ?? ""}`);
    for (const name of names) seen.add(name);
    // Of two blocks with one pattern only the last would count.
    for (const pattern of patterns)
      blocks.set(pattern, [...(blocks.get(pattern) ?? []), ...detach, ...attach]);
  }
  return [...blocks].map(([pattern, lines]) => `${[pattern, ...lines].join("\n")}\n`).join("\n");
}

/**
 * Prints `_redirects` for Cloudflare Pages and Netlify: the site's own host, addresses without a query, no 410.
 * @returns the text and how many redirects this form cannot carry
 */
export function redirectsFile(redirects: readonly Redirect[]): {
  readonly text: string;
  readonly left: number;
} {
  const able = redirects.filter(({ host, from, to }) => host === null && to !== null && !from.includes("?"));
  const written = able.slice(0, REDIRECTS_FILE_RULES);
  const lines = written.map(({ from, to, status }) => `${encodeURI(from)} ${to ?? ""} ${status}\n`);
  return { text: lines.join(""), left: redirects.length - written.length };
}

/** Feeds by their usual names; the types are those of TYPES_BY_NAME. */
function feedTypes(basePath: string): readonly HeaderRule[] {
  return ["feed.json", "atom.xml", "rss.xml"].map((name) => {
    const type = contentTypeFor(name);
    const value = isText(type) ? `${type}; charset=utf-8` : type;
    return { patterns: [basePath + name, `${basePath}*/${name}`], headers: { "Content-Type": value } };
  });
}
