import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { contentTypeFor, isText } from "../../scripts/lib/publish/content-types.ts";
import { headerRules, headersFor } from "../../scripts/lib/publish/headers.ts";
import type { FileSource, Release } from "../../scripts/lib/publish/release.ts";
import { parseSiteAddress } from "../../scripts/lib/publish/site-address.ts";

export interface CompressedServer {
  /** `http://localhost:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface CompressedServerOptions {
  readonly release: Release;
  /** Base path of the site: `/` or `/btg/`. */
  readonly base: string;
  /** Answers requests below `/api/`. */
  readonly api: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Serves a release as its hosts do: Brotli where there is a variant, all security headers, the site's own error page. */
export async function serveCompressed(options: CompressedServerOptions): Promise<CompressedServer> {
  const { base } = options;
  const files = filesOf(options.release);
  const rules = headerRules({
    site: parseSiteAddress(`http://localhost${base}`),
    connect: [],
    searchPath: "/tim-kiem/",
    noindex: false,
  });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path.startsWith("/api/")) {
      options.api(request, response);
      return;
    }
    const wanted = path.slice(base.length) + (path.endsWith("/") ? "index.html" : "");
    if (!files.has(wanted) && files.has(`${wanted}/index.html`)) {
      response.writeHead(301, { location: `${path}/` }).end();
      return;
    }
    const name = path.startsWith(base) && files.has(wanted) ? wanted : "404.html";
    const plain = files.get(name);
    const compressed = /\bbr\b/.test(String(request.headers["accept-encoding"]))
      ? files.get(`${name}.br`)
      : undefined;
    const type = contentTypeFor(name);
    response.writeHead(name === wanted ? 200 : 404, {
      ...headersFor(path, rules),
      "content-type": isText(type) ? `${type}; charset=utf-8` : type,
      ...(compressed === undefined ? {} : { "content-encoding": "br" }),
    });
    response.end(bytesOf(compressed ?? plain ?? { kind: "text", text: "" }));
  });
  // A test that computes for long finds its connections as it left them.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every file of a release by its path, the signed manifest included. */
function filesOf(release: Release): ReadonlyMap<string, FileSource> {
  const all = [...release.files.values(), ...release.manifest];
  return new Map(all.map(({ path, source }) => [path, source]));
}

function bytesOf(source: FileSource): Uint8Array | string {
  return source.kind === "text" ? source.text : readFileSync(source.file);
}
