import type { SiteAddress } from "./site-address.ts";

/** One old address and where it went. */
export interface Redirect {
  /** Old public path, decoded, with its query where it had one: `/tin/12.html`, `/xem.aspx?id=7`. */
  readonly from: string;
  /** New path or full address, percent-encoded; `null` where the page is gone for good (410). */
  readonly to: string | null;
  readonly status: 301 | 302 | 307 | 308 | 410;
  /** Old host name in lower case; `null` for the site's own host. */
  readonly host: string | null;
}

/** Thrown once with everything that is wrong in `redirects.json`. */
export class RedirectError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "RedirectError";
    this.problems = problems;
  }
}

/**
 * Parses `redirects.json` as the build writes it and shortens chains (a → b → c becomes a → c).
 * @param json parsed JSON: an array of `{from, to, status?, host?}`
 * @returns redirects sorted by host and old address
 * @throws RedirectError with every fault: form, duplicate, loop
 */
export function parseRedirects(json: unknown): readonly Redirect[] {
  if (!Array.isArray(json)) throw new RedirectError(["redirects.json: expected an array of {from, to}"]);
  const problems: string[] = [];
  const byKey = new Map<string, Redirect>();
  for (const [index, item] of (json as readonly unknown[]).entries()) {
    const redirect = parseOne(item, `redirects.json[${index}]`, problems);
    if (redirect === null) continue;
    const known = byKey.get(keyOf(redirect));
    if (known !== undefined && known.to !== redirect.to) {
      problems.push(
        `redirects.json: "${redirect.from}" leads to both "${known.to}" and "${redirect.to}". Keep one.`,
      );
    }
    byKey.set(keyOf(redirect), redirect);
  }
  const shortened = [...byKey.values()].map((redirect) => followChain(redirect, byKey, problems));
  if (problems.length > 0) throw new RedirectError(problems);
  return shortened.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Where a redirect leads, as a full address on the site's own host, or elsewhere. `null` for 410. */
export function targetAddress(redirect: Redirect, site: SiteAddress): string | null {
  return redirect.to === null ? null : new URL(redirect.to, site.origin).href;
}

function parseOne(item: unknown, where: string, problems: string[]): Redirect | null {
  if (typeof item !== "object" || item === null) return report(`${where}: expected {from, to}`);
  // The cast only opens the object for the field checks that follow.
  const { to = null, status = 301, ...rest } = item as Record<string, unknown>;
  const { from, host } = splitHost(rest["from"], rest["host"] ?? null);
  if (typeof from !== "string" || !/^\/(?!\/)[^\s"'\\{}]*$/u.test(from)) {
    return report(`${where}: "from" must be a path such as "/tin/12.html" without spaces, quotes or braces`);
  }
  if (!isStatus(status)) return report(`${where} "${from}": status must be 301, 302, 307, 308 or 410`);
  if (host !== null && (typeof host !== "string" || !/^[a-z0-9.-]+$/i.test(host))) {
    return report(`${where} "${from}": "host" must be a host name such as "tuyengiao.example.vn"`);
  }
  const old = { from: normalizeFrom(from), host: host === null ? null : host.toLowerCase() };
  if (status === 410) return { ...old, to: null, status };
  const target = typeof to === "string" ? normalizeTarget(to) : null;
  if (target === null) return report(`${where} "${from}": "to" must be a path or an http(s) address`);
  return { ...old, to: target, status };

  function report(problem: string): null {
    problems.push(problem);
    return null;
  }
}

/** An old address may be written as a whole: `http://tuyengiao.example.vn/tin.php?id=3`. */
function splitHost(from: unknown, host: unknown): { readonly from: unknown; readonly host: unknown } {
  const [, name, path] = typeof from === "string" ? (/^https?:\/\/([^/?#]+)(\/.*)?$/i.exec(from) ?? []) : [];
  return name === undefined ? { from, host } : { from: path ?? "/", host: name };
}

function followChain(start: Redirect, all: ReadonlyMap<string, Redirect>, problems: string[]): Redirect {
  const seen = new Set<string>();
  let last = start;
  for (;;) {
    if (seen.has(keyOf(last))) {
      problems.push(
        `redirects.json: "${start.from}" leads back to itself. Remove one of: ${[...seen].join(", ")}`,
      );
      return start;
    }
    seen.add(keyOf(last));
    const next = last.to === null || !last.to.startsWith("/") ? undefined : all.get(decodePath(last.to));
    if (next === undefined || next.host !== null) break;
    last = next;
  }
  return { ...start, to: last.to, status: last.to === null ? 410 : start.status };
}

function keyOf(redirect: Redirect): string {
  return (redirect.host ?? "") + redirect.from;
}

/** Servers compare the decoded path and the query as it was sent. */
function normalizeFrom(from: string): string {
  const query = from.indexOf("?");
  return query < 0 ? decodePath(from) : decodePath(from.slice(0, query)) + from.slice(query);
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Percent-encodes what a `Location` header cannot carry; `$` too, which nginx would read as a variable. */
function normalizeTarget(to: string): string | null {
  if (/[\s"\\{}]/.test(to) || to.startsWith("//")) return null;
  const base = "https://own-host.invalid";
  const url = URL.parse(to, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const address = url.origin === base ? url.pathname + url.search + url.hash : url.href;
  return address.replaceAll("$", "%24");
}

function isStatus(value: unknown): value is Redirect["status"] {
  return typeof value === "number" && [301, 302, 307, 308, 410].includes(value);
}
