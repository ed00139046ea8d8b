import type { Redirect } from "../redirects.ts";

/**
 * Entries of an nginx `map` for the site's own host: `"/tin/12.html" "301 /2022/07/x/";`. A map file can hold nothing
 * but such entries, so whoever may publish cannot change the server's configuration with it.
 */
export function nginxRedirectMap(redirects: readonly Redirect[]): string {
  return nginxMap(redirects.filter((redirect) => redirect.host === null));
}

/** The same for old hosts: `"tuyengiao.example.vn/tin/12.html" "301 https://btg.example.vn/2022/07/x/";`. */
export function nginxOldHostMap(redirects: readonly Redirect[], origin: string): string {
  const old = redirects.filter((redirect) => redirect.host !== null);
  return nginxMap(old.map((redirect) => ({ ...redirect, to: absolute(redirect.to, origin) })));
}

/** Old host names that redirects speak of, sorted. */
export function oldHosts(redirects: readonly Redirect[]): readonly string[] {
  return [...new Set(redirects.flatMap((redirect) => redirect.host ?? []))].sort();
}

/** The same for a Caddy `map` with two outputs: `"/tin/12.html" 301 "/2022/07/x/"`. */
export function caddyRedirectMap(redirects: readonly Redirect[]): string {
  return caddyMap(redirects.filter((redirect) => redirect.host === null));
}

/** The same for old hosts in Caddy. */
export function caddyOldHostMap(redirects: readonly Redirect[], origin: string): string {
  const old = redirects.filter((redirect) => redirect.host !== null);
  return caddyMap(old.map((redirect) => ({ ...redirect, to: absolute(redirect.to, origin) })));
}

function caddyMap(redirects: readonly Redirect[]): string {
  const lines = redirects.map(
    ({ host, from, to, status }) => `"${host ?? ""}${from}" ${status} "${to ?? "-"}"\n`,
  );
  // Caddy cannot import an empty file; no address is called "-".
  return ['"-" 404 "-"\n', ...lines].join("");
}

/** nginx compares keys without case and refuses to start with a key given twice. */
function nginxMap(redirects: readonly Redirect[]): string {
  const lines = new Map<string, string>();
  for (const { host, from, to, status } of redirects) {
    const key = `${host ?? ""}${from}`;
    if (!lines.has(key.toLowerCase())) lines.set(key.toLowerCase(), `"${key}" "${status} ${to ?? "-"}";\n`);
  }
  return [...lines.values()].join("");
}

function absolute(to: string | null, origin: string): string | null {
  return to === null ? null : new URL(to, origin).href;
}
