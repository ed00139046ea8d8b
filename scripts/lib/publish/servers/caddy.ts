import { isText, TYPES_BY_EXTENSION, TYPES_BY_NAME } from "../content-types.ts";
import { IMMUTABLE_FOLDERS, patternToRegExpSource } from "../path-class.ts";
import type { ServerOptions } from "./nginx.ts";

/**
 * Prints the Caddyfile of a site (Caddy 2.6 or later, which fetches its own certificate unless one is given).
 * @see https://caddyserver.com/docs/caddyfile
 */
export function caddyConfig(options: ServerOptions): string {
  const { site, root, counter } = options;
  return `# Printed by "npm run publish -- config --for caddy". Do not edit: print it again.
${addresses(options, [site.host])} {
${tlsLine(options)}${moves(`${root}/current/server/redirects.caddy`, "{path}")}
  route {
${counter === null ? "" : counterRoute(counter)}${returns()}
    @writing not method GET HEAD
    error @writing 405
    root * ${root}/current/site
    @hidden {
      path */.*
      not path /.well-known/*
    }
    error @hidden 404
    # First where nothing vanishes: between a look into current and its opening, a switch may come.
    @kept {
      path ${IMMUTABLE_FOLDERS.map((folder) => `${site.basePath}${folder}/*`).join(" ")}
      file {
        root ${root}/kept
      }
    }
    root @kept ${root}/kept
${typeLines()}
${headerLines(options)}
    file_server {
      precompressed br gzip
    }
  }
  handle_errors {
    root * ${root}/current/site
    rewrite * ${site.basePath}404.html
    header {
      -Cache-Control
      Content-Type "text/html; charset=utf-8"
    }
    file_server
  }
}
${oldHostSite(options)}`;
}

function addresses({ site, tls, ports }: ServerOptions, hosts: readonly string[]): string {
  const secure = tls !== null || site.secure;
  const port = secure ? ports.https : ports.http;
  return hosts.map((host) => `${secure ? "https" : "http"}://${host}:${port}`).join(", ");
}

function tlsLine({ tls }: ServerOptions): string {
  return tls === null ? "" : `  tls ${tls.certificate} ${tls.key}\n`;
}

function moves(file: string, key: string): string {
  const entries = `{\n    import ${file}\n    default "" ""\n  }`;
  return `  map ${key}?{query} {full_status} {full_to} ${entries}
  map ${key} {path_status} {path_to} ${entries}`;
}

function returns(): string {
  const kinds = ["full", "path"].flatMap((kind) => [301, 302, 307, 308].map((status) => ({ kind, status })));
  const lines = kinds.map(
    ({ kind, status }) => `    @${kind}_${status} expression {${kind}_status} == "${status}"
    redir @${kind}_${status} {${kind}_to} ${status}`,
  );
  return [...lines, '    @gone expression {path_status} == "410"', "    error @gone 410"].join("\n");
}

function counterRoute(counter: string): string {
  return `    reverse_proxy /api/* ${counter} {
      header_up X-Real-IP {remote_host}
      lb_try_duration 0
    }
`;
}

function typeLines(): string {
  const byType = Object.entries(Object.groupBy(Object.entries(TYPES_BY_EXTENSION), ([, type]) => type));
  const extensions = byType.map(([type, entries]) => ({
    match: `path ${(entries ?? []).map(([extension]) => `*.${extension}`).join(" ")}`,
    type,
  }));
  const names = TYPES_BY_NAME.map(({ source, type }) => ({ match: `path_regexp ${source}`, type }));
  return [...extensions, ...names]
    .map(({ match, type }, index) => {
      const value = isText(type) ? `${type}; charset=utf-8` : type;
      return `    @type_${index} ${match}\n    header @type_${index} Content-Type "${value}"`;
    })
    .join("\n");
}

function headerLines({ rules }: ServerOptions): string {
  return rules
    .map(({ patterns, headers }, index) => {
      const source = patterns.map((pattern) => patternToRegExpSource(pattern)).join("|");
      const lines = Object.entries(headers).map(([name, value]) => `      ${name} "${value}"`);
      return `    @rule_${index} path_regexp "${source}"\n    header @rule_${index} {\n${lines.join("\n")}\n    }`;
    })
    .join("\n");
}

/** Old hosts keep their addresses: a known one leads to its page, any other to the same path here. */
function oldHostSite(options: ServerOptions): string {
  const { site, root, oldHosts } = options;
  if (oldHosts.length === 0) return "";
  return `${addresses(options, oldHosts)} {
${tlsLine(options)}${moves(`${root}/current/server/old-hosts.caddy`, "{host}{path}")}
  route {
${returns()}
    redir ${site.origin}{uri} 301
  }
}
`;
}
