/** What a page may load beyond the site's own files. */
export interface PolicyOptions {
  /** Other origins that pages may call: a counter on an edge platform (`https://dem.example.vn`). */
  readonly connect: readonly string[];
  /** Pagefind compiles WebAssembly: true for the search page only. */
  readonly webAssembly: boolean;
  /** Whether the site is served over TLS. */
  readonly secure: boolean;
}

/**
 * Writes the content security policy. There is no inline script or style anywhere in the site, so no hash, no nonce
 * and no `unsafe-inline` is needed.
 * @returns header value: `default-src 'none'; script-src 'self'; …`
 */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const directives: readonly (readonly [string, ...string[]])[] = [
    ["default-src", "'none'"],
    ["script-src", "'self'", ...(options.webAssembly ? ["'wasm-unsafe-eval'"] : [])],
    ["style-src", "'self'"],
    ["img-src", "'self'", "data:"],
    ["font-src", "'self'"],
    ["media-src", "'self'"],
    ["connect-src", "'self'", ...options.connect],
    ["manifest-src", "'self'"],
    ["worker-src", "'self'"],
    ["form-action", "'self'"],
    ["base-uri", "'none'"],
    ["frame-ancestors", "'none'"],
    ...(options.secure ? [["upgrade-insecure-requests"] as const] : []),
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}
