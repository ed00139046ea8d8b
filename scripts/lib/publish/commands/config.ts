import { resolve } from "node:path";
import type { CommandContext } from "./context.ts";
import { UsageError, type CommandOptions } from "../command-options.ts";
import { headerRules } from "../headers.ts";
import { caddyConfig } from "../servers/caddy.ts";
import { headersFile } from "../servers/headers-file.ts";
import { nginxConfig, type ServerOptions } from "../servers/nginx.ts";
import type { SiteAddress } from "../site-address.ts";

/** Where the search page lies below the base path. */
export const SEARCH_PATH = "/tim-kiem/";

/** `publish config --for nginx|caddy|headers`: prints the web server's configuration. */
export function printConfig(options: CommandOptions, { print }: CommandContext): void {
  const { site } = options;
  if (site === null)
    throw new UsageError("--base-url is missing: the public address, for example https://btg.example.vn/");
  const rules = rulesFor(site, options.preview);
  if (options.for === "headers") {
    print(headersFile(rules, site.basePath));
    return;
  }
  if (options.for !== "nginx" && options.for !== "caddy") {
    throw new UsageError(`--for "${options.for ?? ""}": nginx, caddy or headers`);
  }
  if (options.to === null)
    throw new UsageError("--to is missing: the folder of releases on the server, /srv/trang-tin");
  const server: ServerOptions = {
    site,
    root: resolve(options.to),
    rules,
    counter: options.counter,
    oldHosts: options.oldHosts,
    tls: certificate(options, site),
    ports: { http: 80, https: 443 },
  };
  print(options.for === "nginx" ? nginxConfig(server) : caddyConfig(server));
}

/** The header rules of a site whose counter and search are its own. */
export function rulesFor(site: SiteAddress, noindex: boolean) {
  return headerRules({ site, connect: [], searchPath: SEARCH_PATH, noindex });
}

function certificate(options: CommandOptions, site: SiteAddress): ServerOptions["tls"] {
  if (options.certificate !== null && options.certificateKey !== null) {
    return { certificate: options.certificate, key: options.certificateKey };
  }
  if (!site.secure || options.for === "caddy") return null;
  const folder = `/etc/letsencrypt/live/${site.host}`;
  return { certificate: `${folder}/fullchain.pem`, key: `${folder}/privkey.pem` };
}
