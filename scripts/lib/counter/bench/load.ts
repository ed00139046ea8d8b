/** A load generator over plain sockets: keep-alive, one request at a time on each connection. */
import { connect } from "node:net";

/** What to send. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  /** The bytes of the request number `i`. */
  readonly request: (i: number) => Buffer;
  /** Ends after so many requests … */
  readonly requests?: number;
  /** … or after so many milliseconds. */
  readonly milliseconds?: number;
  /** Told of every answer with status 200. */
  readonly onAcknowledged?: () => void;
}

/** What came back. */
export interface LoadResult {
  readonly sent: number;
  /** Answers with status 200. */
  readonly acknowledged: number;
  readonly refused: number;
  readonly seconds: number;
  /** Milliseconds from request to answer. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Sends until the load is over or the server is gone (a killed server ends the run without an error).
 * @example (await runLoad({ port, connections: 50, milliseconds: 3000, request: () => bytes })).acknowledged
 */
export async function runLoad({
  port,
  connections,
  request,
  requests = Infinity,
  milliseconds = Infinity,
  onAcknowledged = () => undefined,
}: Load): Promise<LoadResult> {
  const started = performance.now();
  const latencies: number[] = [];
  let sent = 0;
  let acknowledged = 0;
  let refused = 0;
  const client = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let at = 0;
      const next = (): void => {
        if (sent >= requests || performance.now() - started >= milliseconds) return void socket.end();
        at = performance.now();
        socket.write(request(sent++));
      };
      socket.on("connect", next);
      let received = "";
      socket.on("data", (bytes: Buffer) => {
        received += bytes.toString("latin1");
        if (!isWhole(received)) return;
        latencies.push(performance.now() - at);
        if (received.slice(9, 12) === "200") {
          acknowledged += 1;
          onAcknowledged();
        } else refused += 1;
        received = "";
        next();
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
    });
  await Promise.all(Array.from({ length: connections }, client));
  const sorted = Float64Array.from(latencies).sort();
  const quantile = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    sent,
    acknowledged,
    refused,
    seconds: (performance.now() - started) / 1000,
    p50: quantile(0.5),
    p99: quantile(0.99),
  };
}

/** Whether an answer has come to its end; one request is under way on a connection, so nothing follows. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1];
  return length === undefined ? answer.endsWith("0\r\n\r\n") : answer.length >= end + 4 + Number(length);
}

/** Paths of the pages that loads ask for; write them to the server's list of pages. */
export const LOAD_PATHS = Array.from({ length: 1000 }, (_, i) => `/2026/11/bai-viet-so-${i}-cua-trang-tin/`);

const AGENT =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";

/**
 * Hits of browsers as nginx passes them on (deploy/nginx-counter.conf), without a body: a few articles get most views.
 * @param header Names the reader's address: `X-Real-IP`, or `CF-Connecting-IP` for the Worker.
 * @param readers How many different addresses take turns.
 */
export function hitRequests(header: string, readers: number): (i: number) => Buffer {
  return (i) => {
    const reader = i % readers;
    const path = LOAD_PATHS[Math.floor(LOAD_PATHS.length * ((i * 0.618_034) % 1) ** 3)] ?? "/";
    const address = `10.${(reader >> 16) & 255}.${(reader >> 8) & 255}.${reader & 255}`;
    return Buffer.from(
      `POST /api/hit?p=${path} HTTP/1.1\r\nHost: tuyengiao.example.vn\r\nOrigin: https://tuyengiao.example.vn\r\n${header}: ${address}\r\nUser-Agent: ${AGENT}\r\nAccept: */*\r\nAccept-Language: vi\r\n\r\n`,
    );
  };
}
