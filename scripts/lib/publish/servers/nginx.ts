import { isText, TYPES_BY_EXTENSION, TYPES_BY_NAME } from "../content-types.ts";
import type { HeaderRule } from "../headers.ts";
import { IMMUTABLE_FOLDERS } from "../path-class.ts";
import type { SiteAddress } from "../site-address.ts";
import { addHeaders, headerMaps } from "./nginx-headers.ts";

/** What one department's web server needs to know. */
export interface ServerOptions {
  readonly site: SiteAddress;
  /** Folder of releases on the server: `/srv/trang-tin`. */
  readonly root: string;
  readonly rules: readonly HeaderRule[];
  /** Where the counter listens, `127.0.0.1:8787`; `null` where there is none. */
  readonly counter: string | null;
  /** Old host names whose addresses redirect here. */
  readonly oldHosts: readonly string[];
  /** Certificate and key files; `null` for plain HTTP. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  readonly ports: { readonly http: number; readonly https: number };
}

/**
 * Prints the nginx configuration of a site, for the `http` level. It is installed once by the server's administrator;
 * a release brings only redirects, as entries of a map.
 * @see https://nginx.org/en/docs/ — needs the modules gzip_static (built in) and brotli_static
 *   (Debian: libnginx-mod-http-brotli-static)
 */
export function nginxConfig(options: ServerOptions): string {
  const { site, root, tls, ports } = options;
  const shown = ports.https === 443 || ports.https === 80 ? "" : `:${ports.https}`;
  const moveToTls = tls === null ? "" : httpServer(options, `https://${site.host}${shown}$request_uri`);
  const listen = tls === null ? `listen ${ports.http};` : `listen ${ports.https} ssl http2;`;
  return `# Printed by "npm run publish -- config --for nginx". Do not edit: print it again.
map_hash_bucket_size 512;
map_hash_max_size 262144;

${moveMap("$trang_tin_move_path", "$uri", '""', `${root}/current/server/redirects.map`)}
${moveMap("$trang_tin_move", "$uri$is_args$args", "$trang_tin_move_path", `${root}/current/server/redirects.map`)}
${moveMap("$trang_tin_old_path", "$host$uri", '""', `${root}/current/server/old-hosts.map`)}
${moveMap("$trang_tin_old", "$host$uri$is_args$args", "$trang_tin_old_path", `${root}/current/server/old-hosts.map`)}
${headerMaps(options.rules)}
${moveToTls}
server {
  ${listen}
  server_name ${site.host};
${tlsLines(options)}
  root ${root}/current/site;
  index index.html;
  server_tokens off;
  absolute_redirect off;
  autoindex off;
  etag on;
  gzip off;
  gzip_static on;
  gzip_vary on;
  brotli_static on;
  client_max_body_size 16k;
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${textTypes().join(" ")};
  types {
${typeLines()}
  }
${addHeaders(options.rules)}
${returns("$trang_tin_move")}
  error_page 403 404 =404 ${site.basePath}404.html;
  error_page 410 ${site.basePath}404.html;
  location = ${site.basePath}404.html { internal; }
  location ~ /\\.(?!well-known/) { return 404; }
${namedTypes()}
  # First where nothing vanishes: between a look into current and its opening, a switch may come.
  location ~ "^${site.basePath}(${IMMUTABLE_FOLDERS.join("|")})/" { root ${root}/kept; try_files $uri @current; }
  location @current { root ${root}/current/site; }
  location / { try_files $uri $uri/ =404; }
${counterLocation(options)}}
${oldHostServer(options)}`;
}

/** Volatile, because the page for wrong addresses is looked up anew under its own name. */
function moveMap(variable: string, source: string, otherwise: string, file: string): string {
  return `map ${source} ${variable} { volatile; default ${otherwise}; include ${file}; }`;
}

function textTypes(): readonly string[] {
  const types = [...Object.values(TYPES_BY_EXTENSION), ...TYPES_BY_NAME.map(({ type }) => type)];
  // nginx always counts text/html in and warns when it is named.
  return [...new Set(types)].filter((type) => isText(type) && type !== "text/html");
}

function typeLines(): string {
  return Object.entries(Object.groupBy(Object.entries(TYPES_BY_EXTENSION), ([, type]) => type))
    .map(([type, entries]) => `    ${type} ${(entries ?? []).map(([extension]) => extension).join(" ")};`)
    .join("\n");
}

function namedTypes(): string {
  return TYPES_BY_NAME.map(
    ({ source, type }) => `  location ~ "${source}" { types { } default_type ${type}; try_files $uri =404; }`,
  ).join("\n");
}

function returns(move: string): string {
  const moves = [301, 302, 307, 308].map(
    (status) => `  if (${move} ~ "^${status} (.+)$") { return ${status} $1; }`,
  );
  return [...moves, `  if (${move} = "410 -") { return 410; }`].join("\n");
}

function tlsLines({ tls }: ServerOptions): string {
  if (tls === null) return "";
  return `  ssl_certificate ${tls.certificate};
  ssl_certificate_key ${tls.key};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:trang_tin:10m;
  ssl_session_tickets off;
`;
}

function httpServer({ site, ports, oldHosts }: ServerOptions, to: string): string {
  return `server {
  listen ${ports.http};
  server_name ${[site.host, ...oldHosts].join(" ")};
  server_tokens off;
  location /.well-known/acme-challenge/ { root /var/www/html; }
  location / { return 301 ${oldHosts.length === 0 ? to : to.replace(site.host, "$host")}; }
}`;
}

/** The counter answers with headers of its own, so it inherits none of the pages'. */
function counterLocation({ counter, tls }: ServerOptions): string {
  if (counter === null) return "";
  return `  location /api/ {
    proxy_pass http://${counter};
    proxy_next_upstream off;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    # No request of the counter has a body.
    client_max_body_size 1k;
    proxy_pass_request_body off;
    proxy_set_header Content-Length "";
    proxy_set_header Host $host;
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_connect_timeout 2s;
    proxy_read_timeout 5s;
    add_header X-Content-Type-Options nosniff always;
${tls === null ? "" : "    add_header Strict-Transport-Security $trang_tin_strict_transport_security always;\n"}  }
`;
}

/** Old hosts keep their addresses: a known one leads to its page, any other to the same path here. */
function oldHostServer(options: ServerOptions): string {
  const { site, tls, ports, oldHosts } = options;
  if (oldHosts.length === 0) return "";
  const listen = tls === null ? `listen ${ports.http};` : `listen ${ports.https} ssl http2;`;
  return `server {
  ${listen}
  server_name ${oldHosts.join(" ")};
  server_tokens off;
${tlsLines(options)}
${returns("$trang_tin_old")}
  location / { return 301 ${site.origin}$request_uri; }
}
`;
}
