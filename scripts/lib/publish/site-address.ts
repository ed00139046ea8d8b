/** Where the public finds the site. */
export interface SiteAddress {
  /** `https://btg.example.vn/btg/`, always with the closing slash. */
  readonly url: string;
  readonly origin: string;
  /** Host without a port: `btg.example.vn`. */
  readonly host: string;
  /** `/` or `/btg/`. */
  readonly basePath: string;
  readonly secure: boolean;
}

/**
 * Parses the address given with `--base-url`.
 * @throws RangeError with the fix, for anything but an http(s) address without query, fragment and credentials
 * @example parseSiteAddress("https://btg.example.vn/btg").basePath // "/btg/"
 */
export function parseSiteAddress(text: string): SiteAddress {
  const url = URL.parse(text);
  const plain =
    url !== null && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (!plain || !/^https?:$/.test(url.protocol)) {
    throw new RangeError(`--base-url "${text}" is not a site address. Write it as https://btg.example.vn/`);
  }
  const basePath = url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`;
  if (!/^\/([a-z0-9._-]+\/)*$/i.test(basePath)) {
    throw new RangeError(
      `--base-url "${text}": the path may hold only ASCII letters, digits, ".", "_" and "-"`,
    );
  }
  return {
    url: url.origin + basePath,
    origin: url.origin,
    host: url.hostname,
    basePath,
    secure: url.protocol === "https:",
  };
}
