/** Content types by extension: every kind of file a site of ours can hold, and nothing else. */
export const TYPES_BY_EXTENSION: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  css: "text/css",
  js: "text/javascript",
  mjs: "text/javascript",
  json: "application/json",
  map: "application/json",
  webmanifest: "application/manifest+json",
  txt: "text/plain",
  sha256: "text/plain",
  sig: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  ics: "text/calendar",
  vtt: "text/vtt",
  xml: "application/xml",
  xsl: "text/xsl",
  svg: "image/svg+xml",
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  ico: "image/x-icon",
  woff: "font/woff",
  woff2: "font/woff2",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  mp4: "video/mp4",
  webm: "video/webm",
  pdf: "application/pdf",
  epub: "application/epub+zip",
  zip: "application/zip",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  wasm: "application/wasm",
  pagefind: "application/wasm",
  pf_meta: "application/octet-stream",
  pf_index: "application/octet-stream",
  pf_filter: "application/octet-stream",
  pf_fragment: "application/octet-stream",
};

/** Types that follow from the whole name; the first that fits wins. Sources are read by JavaScript, PCRE and RE2. */
export const TYPES_BY_NAME: readonly { readonly source: string; readonly type: string }[] = [
  { source: "/feed\\.json$", type: "application/feed+json" },
  { source: "/[^/]*atom[^/]*\\.xml$", type: "application/atom+xml" },
  { source: "/[^/]*(rss|feed)[^/]*\\.xml$", type: "application/rss+xml" },
];

/** Types sent with `; charset=utf-8`. */
export function isText(type: string): boolean {
  return type.startsWith("text/") || /(\/|\+)(json|xml)$/.test(type);
}

/** Types worth compressing: text, and fonts and pictures that are text inside. Pagefind's files are gzip already. */
export function isCompressible(path: string): boolean {
  return !path.startsWith("pagefind/") || /\.(js|css|json)$/.test(path)
    ? isText(contentTypeFor(path))
    : false;
}

/**
 * Content type of a public path, without the charset.
 * @example contentTypeFor("/rss.xml") // "application/rss+xml"
 */
export function contentTypeFor(path: string): string {
  const byName = TYPES_BY_NAME.find(({ source }) => new RegExp(source).test(`/${path}`));
  if (byName !== undefined) return byName.type;
  const extension = /\.([a-z0-9_]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return TYPES_BY_EXTENSION[extension] ?? "application/octet-stream";
}
