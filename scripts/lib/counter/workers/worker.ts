/** The counter on Cloudflare Workers: the same route, with shards and a tally behind it. */
import type { Numbers, View } from "../ledger.ts";
import { parsePageList } from "../page-list.ts";
import { type Answer, refusal } from "../answer.ts";
import { route, type RoutePorts } from "../route.ts";
import type { HitResult } from "../service.ts";
import { type CounterSettings, parseSettings } from "../settings.ts";
import type { CounterSnapshot, TopPage } from "../snapshot.ts";
import { clock } from "./clock.ts";
import type { WorkerEnv } from "./platform.ts";
import { shardOf } from "./shard-of.ts";

export { CounterShard } from "./shard.ts";
export { CounterTally } from "./tally.ts";

const BODY_MAX = 1024;
const PAGES_MS = 60_000;

let pages: { readonly list: ReadonlySet<string>; readonly at: number } | null = null;

const worker = {
  /** Answers one request. The reader's address is the one Cloudflare names; a forged header never gets here. */
  async fetch(request: Request, env: WorkerEnv): Promise<Response> {
    const { settings, problems } = parseSettings(env);
    if (settings === null) {
      console.error(JSON.stringify({ level: "error", event: "settings", problems }));
      return respond(refusal(500, "wrong settings"));
    }
    const url = new URL(request.url);
    if (url.pathname === "/api/import") return importLegacy(request, env);
    if (
      Number(request.headers.get("content-length") ?? 0) > BODY_MAX ||
      request.headers.has("transfer-encoding")
    )
      return respond(refusal(413, "a hit has no body"));
    await loadPages(env);
    const asked = {
      method: request.method,
      target: request.url.slice(url.origin.length),
      header: (name: string) => request.headers.get(name) ?? "",
      address: request.headers.get("cf-connecting-ip") ?? "",
    };
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        const now = route(asked, portsOf(env, settings, reject), resolve);
        if (now !== null) resolve(now);
      });
      return respond(answer, request.method === "HEAD");
    } catch (error) {
      console.error(JSON.stringify({ level: "error", event: "failed", problem: String(error) }));
      return respond(refusal(503, "not counted", "retry-after", "5"));
    }
  },
};

export default worker;

function portsOf(env: WorkerEnv, settings: CounterSettings, failed: (error: unknown) => void): RoutePorts {
  const tally = async <T>(path: string): Promise<T> => {
    const response = await env.TALLY.get(env.TALLY.idFromName("tally")).fetch(`https://counter${path}`);
    if (!response.ok) throw new Error(`the tally answered ${response.status}`);
    return (await response.json()) as T; // the tally's own message
  };
  const countOn = async (view: View): Promise<HitResult> => {
    const shard = shardOf(view.network, settings.shards);
    const stub = env.SHARD.get(env.SHARD.idFromName(shard));
    const body = JSON.stringify(view);
    const response = await stub.fetch("https://counter/count", { method: "POST", body });
    if (!response.ok) throw new Error(`${shard} answered ${response.status}`);
    return (await response.json()) as HitResult; // the shard's own message
  };
  return {
    now: () => clock.now(),
    origins: settings.origins,
    isPage: (path) => pages?.list.has(path) ?? null,
    count: (view, done) => void countOn(view).then(done, failed),
    numbers: (path) => tally<Numbers>(path === null ? "/numbers" : `/numbers?p=${encodeURIComponent(path)}`),
    top: () => tally<readonly TopPage[]>("/top"),
    snapshot: () => tally<CounterSnapshot>("/snapshot"),
    healthy: async () => (await tally<{ readonly ok: boolean }>("/health")).ok,
  };
}

/** Fetches the list of pages once a minute; a list that cannot be fetched leaves the last one in use. */
async function loadPages(env: WorkerEnv): Promise<void> {
  if (pages !== null && Math.abs(Date.now() - pages.at) < PAGES_MS) return;
  try {
    const response = await fetch(env.PATHS_URL);
    const parsed = response.ok
      ? parsePageList(await response.text())
      : { pages: null, problem: `it answered ${response.status}` };
    if (parsed.pages === null) throw new Error(parsed.problem);
    pages = { list: parsed.pages, at: Date.now() };
  } catch (error) {
    console.error(
      JSON.stringify({ level: "warn", event: "page-list", url: env.PATHS_URL, problem: String(error) }),
    );
  }
}

/** Legacy numbers from `counter import --to`, for whoever holds the token. */
async function importLegacy(request: Request, env: WorkerEnv): Promise<Response> {
  if (request.method !== "POST") return respond(refusal(405, "wrong method", "allow", "POST"));
  const token = env.COUNTER_TOKEN ?? "";
  if (token === "" || request.headers.get("authorization") !== `Bearer ${token}`)
    return respond(refusal(403, "wrong token"));
  return env.TALLY.get(env.TALLY.idFromName("tally")).fetch("https://counter/adopt", {
    method: "POST",
    body: await request.text(),
  });
}

function respond(answer: Answer, head = false): Response {
  const headers = new Headers();
  for (let at = 0; at < answer.headers.length; at += 2)
    headers.append(answer.headers[at] ?? "", answer.headers[at + 1] ?? "");
  return new Response(head ? null : answer.body, { status: answer.status, headers });
}
