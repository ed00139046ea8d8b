/** One request in, one answer out: the whole HTTP behaviour of the counter, without a runtime. */
import { type Answer, json, refusal } from "./answer.ts";
import type { HitResult } from "./service.ts";
import type { Numbers, View } from "./ledger.ts";
import { type Header, reasonNotToCount } from "./robots.ts";
import type { CounterSnapshot, TopPage } from "./snapshot.ts";
import { type Target, targetOf } from "./target.ts";
import { networkOf } from "./visitor.ts";

/** A request, as far as the counter looks at it. */
export interface CounterRequest {
  readonly method: string;
  /** Path and query as sent, percent-encoded. */
  readonly target: string;
  readonly header: Header;
  /** The reader's address, from the connection or a trusted proxy. */
  readonly address: string;
}

/** Numbers, and the most-viewed list where it was asked for. */
export type AnsweredNumbers = Numbers & { readonly top?: readonly TopPage[] };

/** What routing needs. Each port may answer now or later. */
export interface RoutePorts {
  readonly now: () => number;
  /** Origins that may count; empty means the host that was asked. */
  readonly origins: readonly string[];
  /** Whether a path is a public page; null while the list of pages is unknown. */
  readonly isPage: (path: string) => boolean | null;
  readonly count: (view: View, done: (result: HitResult) => void) => void;
  readonly numbers: (path: string | null) => Numbers | Promise<Numbers>;
  readonly top: () => readonly TopPage[] | Promise<readonly TopPage[]>;
  readonly snapshot: () => CounterSnapshot | Promise<CounterSnapshot>;
  readonly healthy: () => boolean | Promise<boolean>;
}

/**
 * Answers a request; a hit that is counted is answered through `send` once it is durable, and null returned.
 *
 * - `POST /api/hit?p=/path/` counts a view and answers the numbers; `&top` adds the most-viewed list.
 * - `GET /api/stats?p=/path/` answers the same without counting (5 seconds in caches).
 * - `GET /api/snapshot` answers everything a build bakes (60 seconds in caches).
 * - `GET /api/health` answers 200 or 503.
 */
export function route(
  request: CounterRequest,
  ports: RoutePorts,
  send: (answer: Answer | Promise<Answer>) => void,
): Answer | Promise<Answer> | null {
  const target = targetOf(request.target);
  switch (target.path) {
    case "/api/hit":
      return request.method === "POST" ? hit(request, target, ports, send) : wrongMethod("POST");
    case "/api/stats":
      return reads(request) ? stats(target, ports) : wrongMethod("GET, HEAD");
    case "/api/snapshot":
      return reads(request) ? snapshot(ports) : wrongMethod("GET, HEAD");
    case "/api/health":
      return reads(request) ? health(ports) : wrongMethod("GET, HEAD");
    default:
      return refusal(404, "unknown route");
  }
}

function hit(
  request: CounterRequest,
  { page: asked, top }: Target,
  ports: RoutePorts,
  send: (answer: Answer | Promise<Answer>) => void,
): Answer | Promise<Answer> | null {
  if (!isOwnPage(request.header, ports.origins)) return refusal(403, "wrong origin");
  const agent = request.header("user-agent");
  if (agent === "") return refusal(400, "no user agent");
  const page = publicPage(asked, ports);
  if (typeof page !== "string") return page ?? refusal(400, "no page");
  const reason = reasonNotToCount(request.header);
  if (reason !== null) return notCounted(page, reason, top, ports);
  const network = networkOf(request.address);
  ports.count({ path: page, network, agent, at: ports.now() }, (result) => {
    if (result.kind === "counted") send(top ? withTop(result.numbers, ports) : json(200, result.numbers));
    else if (result.kind === "limited") send(refusal(429, "too many hits", "retry-after", "60"));
    else send(refusal(503, "not counted", "retry-after", "5"));
  });
  return null;
}

async function notCounted(page: string, reason: string, top: boolean, ports: RoutePorts): Promise<Answer> {
  const numbers = await ports.numbers(page);
  const answer = top ? await withTop(numbers, ports) : json(200, numbers);
  return { ...answer, headers: [...answer.headers, "x-not-counted", reason] };
}

async function withTop(numbers: Numbers, ports: RoutePorts): Promise<Answer> {
  return json(200, { ...numbers, top: await ports.top() });
}

async function snapshot(ports: RoutePorts): Promise<Answer> {
  return json(200, await ports.snapshot(), "public, max-age=60");
}

async function health(ports: RoutePorts): Promise<Answer> {
  const healthy = (await ports.healthy()) && ports.isPage("/") !== null;
  return json(healthy ? 200 : 503, { ok: healthy });
}

async function stats({ page: asked, top }: Target, ports: RoutePorts): Promise<Answer> {
  const page = publicPage(asked, ports);
  if (page !== null && typeof page !== "string") return page;
  const list = top ? { top: await ports.top() } : {};
  return json(200, { ...(await ports.numbers(page)), ...list }, "public, max-age=5");
}

/** The page that was asked for, null where none was, or the refusal. */
function publicPage(asked: Target["page"], ports: RoutePorts): Target["page"] {
  if (typeof asked !== "string") return asked;
  const known = ports.isPage(asked);
  if (known === null) return refusal(503, "no list of pages", "retry-after", "5");
  return known ? asked : refusal(404, "unknown page");
}

/** A browser names the page's origin in Origin; very old ones only in Referer. */
function isOwnPage(header: Header, origins: readonly string[]): boolean {
  let origin = header("origin");
  if (origin === "") {
    const referer = header("referer");
    if (!URL.canParse(referer)) return false;
    origin = new URL(referer).origin;
  }
  if (origins.length > 0) return origins.includes(origin);
  const host = header("host");
  return host !== "" && origin.replace(/^https?:\/\//, "") === host;
}

function reads({ method }: CounterRequest): boolean {
  return method === "GET" || method === "HEAD";
}

function wrongMethod(allowed: string): Answer {
  return refusal(405, "wrong method", "allow", allowed);
}
