import { contentSecurityPolicy } from "./content-security-policy.ts";
import { IMMUTABLE_PATTERNS, matchesPattern, type PathPattern } from "./path-class.ts";
import type { SiteAddress } from "./site-address.ts";

/** Headers for the paths of some patterns; a later rule overrides an earlier one, header by header. */
export interface HeaderRule {
  readonly patterns: readonly PathPattern[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What differs from one department to another. */
export interface HeaderOptions {
  readonly site: SiteAddress;
  /** Origins beside the site's own that pages may call (a counter on an edge platform). */
  readonly connect: readonly string[];
  /** Public path of the search page, the only one where WebAssembly may run: `/tim-kiem/`. */
  readonly searchPath: string;
  /** True for a preview, which no search engine may list. */
  readonly noindex: boolean;
}

const YEAR = 31_536_000;
const OPEN_TO_OTHERS = { "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*" };

/**
 * The one source of all response headers; nginx, Caddy and `_headers` configurations are printed from it.
 * @returns rules in the order in which they apply; patterns include the base path
 * @example headersFor("/btg/2022/07/x/", headerRules(options))["Cache-Control"] // "public, max-age=60"
 */
export function headerRules(options: HeaderOptions): readonly HeaderRule[] {
  const secure = options.site.secure;
  const policy = (webAssembly: boolean) =>
    contentSecurityPolicy({ connect: options.connect, webAssembly, secure });
  const rules: readonly HeaderRule[] = [
    {
      patterns: ["/*"],
      headers: {
        "Cache-Control": "public, max-age=60",
        "Content-Security-Policy": policy(false),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS.map((feature) => `${feature}=()`).join(", "),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        ...(secure ? { "Strict-Transport-Security": `max-age=${2 * YEAR}` } : {}),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        ...(options.noindex ? { "X-Robots-Tag": "noindex, nofollow" } : {}),
      },
    },
    { patterns: [`${options.searchPath}*`], headers: { "Content-Security-Policy": policy(true) } },
    { patterns: ["/pagefind/*"], headers: { "Cache-Control": "public, no-cache" } },
    { patterns: IMMUTABLE_PATTERNS, headers: { "Cache-Control": `public, max-age=${YEAR}, immutable` } },
    { patterns: ["/pictures/*"], headers: { "Cross-Origin-Resource-Policy": "cross-origin" } },
    { patterns: ["/*.xml"], headers: { "Cache-Control": "public, max-age=300", ...OPEN_TO_OTHERS } },
    {
      patterns: ["/feed.json", "/*/feed.json"],
      headers: { "Cache-Control": "public, max-age=300", ...OPEN_TO_OTHERS },
    },
    { patterns: LIVE_FILES, headers: { "Cache-Control": "public, no-cache" } },
  ];
  return rules.map((rule) => ({
    ...rule,
    patterns: rule.patterns.map((pattern) => options.site.basePath.slice(0, -1) + pattern),
  }));
}

/** Headers promised for one public path: what tests compare real servers with. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Readonly<Record<string, string>> {
  const matching = rules.filter((rule) => rule.patterns.some((pattern) => matchesPattern(path, pattern)));
  return Object.assign({}, ...matching.map((rule) => rule.headers)) as Record<string, string>; // records of text only
}

/** Files that say what is live now: always asked for again. */
const LIVE_FILES: readonly PathPattern[] = [
  "/service-worker.js",
  "/sw.js",
  "/manifest/*",
  "/paths.json",
  "/next-publish.json",
  "/published.txt",
];

/** Features no page of a news portal uses. */
const PERMISSIONS: readonly string[] = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
