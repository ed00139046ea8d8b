import { isText, TYPES_BY_NAME } from "../content-types.ts";
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
  const seen = new Set<string>();
  const blocks = rules.flatMap((rule) => {
    const names = Object.keys(rule.headers);
    const detach = names.filter((name) => seen.has(name)).map((name) => `  ! ${name}`);
    const attach = names.map((name) => `  ${name}: ${rule.headers[name] ?? ""}`);
    for (const name of names) seen.add(name);
    return rule.patterns.map((pattern) => [pattern, ...detach, ...attach].join("\n"));
  });
  const types = FEED_NAMES.map(({ name, type }) => {
    const value = isText(type) ? `${type}; charset=utf-8` : type;
    return `${basePath}*${name}\n  ! Content-Type\n  Content-Type: ${value}`;
  });
  return [...blocks, ...types].map((block) => `${block}\n`).join("\n");
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
const FEED_NAMES: readonly { readonly name: string; readonly type: string }[] = [
  "feed.json",
  "atom.xml",
  "rss.xml",
].map((name) => ({
  name,
  type: TYPES_BY_NAME.find(({ source }) => new RegExp(source).test(`/${name}`))?.type ?? "application/xml",
}));
