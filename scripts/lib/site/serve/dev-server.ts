import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import send from "send";
import { plainScript } from "../assets/scripts.ts";

/** A server for one editor's machine: the built site, the counter, and news of each build for open pages. */
export interface DevServer {
  /** `http://localhost:8080/btg/`. */
  readonly url: string;
  /** Tells open pages to load again. */
  reload(): void;
  /** Shows problems in open pages until the next `reload`. */
  showProblems(lines: readonly string[]): void;
  close(): Promise<void>;
}

export interface DevServerOptions {
  /** The finished site; may be replaced while the server runs. */
  readonly site: string;
  /** `/` or `/btg/`. */
  readonly base: string;
  readonly port: number;
  /** Answers requests below `/api/`. */
  readonly api: (request: IncomingMessage, response: ServerResponse) => void;
}

const CLIENT_PATH = "/.preview/client.js";
const EVENTS_PATH = "/.preview/events";

/**
 * Starts the server on 127.0.0.1; port 0 takes a free one.
 * @throws {Error} with an operator's message where the port is taken.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const readers = new Set<ServerResponse>();
  let problems: readonly string[] = [];
  const client = await plainScript(join(import.meta.dirname, "client.ts"));
  const server = createServer((request, response) => {
    const pathname = (request.url ?? "/").replace(/[?#].*$/s, "").replace(/^\/{2,}/, "/");
    if (pathname.startsWith("/api/")) options.api(request, response);
    else if (pathname === CLIENT_PATH) response.setHeader("Content-Type", "text/javascript").end(client);
    else if (pathname === EVENTS_PATH) listen(request, response);
    else if (!pathname.startsWith(options.base)) response.writeHead(302, { Location: options.base }).end();
    else serveFile(pathname.slice(options.base.length - 1), request, response);
  });

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(event("problems", problems));
    readers.add(response);
    request.on("close", () => readers.delete(response));
  }

  function serveFile(path: string, request: IncomingMessage, response: ServerResponse): void {
    if (/(\/|\.html)$/.test(path)) {
      const html = readPage(options.site, path);
      response.statusCode = html === null || path === "/404.html" ? 404 : 200;
      response.setHeader("Content-Type", "text/html; charset=utf-8").setHeader("Cache-Control", "no-store");
      response.end(withClient(html ?? readPage(options.site, "/404.html") ?? "Không tìm thấy trang."));
      return;
    }
    send(request, path, { root: options.site, dotfiles: "deny", cacheControl: false })
      .on("error", () =>
        response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Không tìm thấy tệp."),
      )
      .on("directory", () =>
        response.writeHead(301, { Location: `${options.base.slice(0, -1)}${path}/` }).end(),
      )
      .pipe(response);
  }

  const broadcast = (text: string) => {
    for (const reader of readers) reader.write(text);
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" ? new Error(`--port: ${options.port} is in use; choose another`) : error,
      );
    });
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // A TCP server that listens has one.
  return {
    url: `http://localhost:${port}${options.base}`,
    reload() {
      problems = [];
      broadcast(event("reload", null));
    },
    showProblems(lines) {
      problems = lines;
      broadcast(event("problems", lines));
    },
    close: () =>
      new Promise((resolve) => {
        for (const reader of readers) reader.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readPage(site: string, path: string): string | null {
  try {
    const name = decodeURIComponent(path);
    if (name.includes("..") || name.includes("\0")) return null;
    return readFileSync(join(site, name, name.endsWith("/") ? "index.html" : ""), "utf8");
  } catch {
    return null;
  }
}

function withClient(html: string): string {
  return html.replace("</head>", `<script type="module" src="${CLIENT_PATH}"></script>\n</head>`);
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
