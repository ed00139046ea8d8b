/** Plain node:http around the route: limits, one log line for what is refused, and no body ever read. */
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Duplex } from "node:stream";
import { type Answer, refusal } from "../answer.ts";
import { route, type RoutePorts } from "../route.ts";
import { messageOf } from "../message-of.ts";
import type { Repeated } from "./log.ts";

/** Answers one request of the counter. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

const BODY_MAX = 1024;
const HEADERS_MAX = 8192;
const PATIENCE_MS = 10_000;

/**
 * A handler over the route.
 * @param address Reads the reader's address of a request.
 */
export function createHandler(
  ports: RoutePorts,
  address: (request: IncomingMessage) => string,
  repeated: Repeated,
): RequestHandler {
  return (request, response) => {
    const reply = (answer: Answer | Promise<Answer> | null): void => {
      if (answer instanceof Promise) answer.then(reply, (error: unknown) => reply(failure(error)));
      else if (answer !== null) {
        if (answer.reason !== null)
          repeated.note("refused", { status: answer.status, reason: answer.reason });
        write(request, response, answer);
      }
    };
    if (hasLargeBody(request)) {
      reply(refusal(413, "a hit has no body", "connection", "close"));
      // Whatever else the client sends is not read.
      response.once("finish", () => request.socket.destroySoon());
      return;
    }
    const { headers, method = "", url: target = "" } = request;
    const header = (name: string): string => {
      const value = headers[name];
      return typeof value === "string" ? value : "";
    };
    try {
      reply(route({ method, target, header, address: address(request) }, ports, reply));
    } catch (error) {
      reply(failure(error));
    }
  };

  /** What went wrong is for the log alone. */
  function failure(error: unknown): Answer {
    repeated.note("failed", { problem: messageOf(error) });
    return { ...refusal(500, "internal error"), reason: null };
  }
}

/** A server with the counter's limits on headers and time; requests that are not HTTP get a small answer. */
export function createHttpServer(handler: RequestHandler, repeated: Repeated): Server {
  const server = createServer(
    {
      maxHeaderSize: HEADERS_MAX,
      requestTimeout: PATIENCE_MS,
      headersTimeout: PATIENCE_MS,
      // Behind nginx a hit has not even an empty body; Node then spares itself the stream.
      optimizeEmptyRequests: true,
    },
    handler,
  );
  server.keepAliveTimeout = 65_000;
  server.on("clientError", (error: NodeJS.ErrnoException, stream) =>
    refuseConnection(error, stream, repeated),
  );
  return server;
}

function hasLargeBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && Number(length) > BODY_MAX);
}

function write(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const length = Buffer.byteLength(body);
  response.writeHead(status, [...headers, "content-length", String(length)]);
  // Text without a letter beyond ASCII leaves in one cheap write with its headers.
  response.end(request.method === "HEAD" ? "" : body, length === body.length ? "latin1" : "utf8");
}

function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex, repeated: Repeated): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status =
    error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const reason = STATUS_CODES[status] ?? "";
  repeated.note("refused", { status, reason });
  const head = `HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;
  socket.end(head, () => socket.destroy());
}
