import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Cleanup } from "./workspace.ts";

/** A stand-in for the part of Cloudflare's API that `wrangler pages deploy` speaks to. */
export interface FakeCloudflare {
  /** Value for CLOUDFLARE_API_BASE_URL. */
  readonly url: string;
  /** Stored assets: hash → content. */
  readonly assets: ReadonlyMap<string, Buffer>;
  /** Deployments in order, each with its manifest (path → hash) and its two configuration files. */
  readonly deployments: readonly {
    readonly manifest: Readonly<Record<string, string>>;
    readonly form: string;
  }[];
}

/** Starts the stand-in on loopback; it ends with the test. */
export async function startFakeCloudflare(after: Cleanup): Promise<FakeCloudflare> {
  const assets = new Map<string, Buffer>();
  const deployments: { manifest: Record<string, string>; form: string }[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  after.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/client/v4`, assets, deployments };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const result = resultOf(request.method ?? "", request.url ?? "", body);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ success: true, errors: [], messages: [], result }));
  }

  function resultOf(method: string, url: string, body: Buffer): unknown {
    if (url.endsWith("/upload-token"))
      return { jwt: `x.${btoa(JSON.stringify({ exp: 4e9, max_file_count_allowed: 20000 }))}.x` };
    if (url.endsWith("/pages/assets/check-missing"))
      return (parse(body) as { hashes: string[] }).hashes.filter((hash) => !assets.has(hash));
    if (url.endsWith("/pages/assets/upload")) {
      for (const { key, value } of parse(body) as { key: string; value: string }[])
        assets.set(key, Buffer.from(value, "base64"));
      return null;
    }
    if (method === "POST" && url.endsWith("/deployments")) {
      const form = body.toString();
      const manifest = /name="manifest"\r\n\r\n(.*)\r\n/.exec(form)?.[1] ?? "{}";
      deployments.push({ manifest: JSON.parse(manifest) as Record<string, string>, form });
      return deployment();
    }
    if (url.includes("/deployments/")) return deployment();
    if (url.includes("/pages/projects/")) {
      return {
        name: "cong",
        production_branch: "main",
        subdomain: "cong.pages.dev",
        deployment_configs: { preview: {}, production: {} },
      };
    }
    return null;
  }
}

function deployment(): unknown {
  const stage = { name: "deploy", status: "success" };
  return {
    id: "1",
    url: "https://1.cong.pages.dev",
    aliases: [],
    latest_stage: stage,
    stages: [stage],
    environment: "production",
  };
}

/** Wrangler's own bodies; callers name their form. */
function parse(body: Buffer): unknown {
  return JSON.parse(body.toString());
}
