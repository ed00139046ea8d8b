import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "./nginx.ts";
import { freePort, type Cleanup } from "./workspace.ts";

const WRANGLER = resolve("node_modules/wrangler/bin/wrangler.js");
/** Rarely the tool listens and never answers; it is started again then. */
const STARTS = 3;
const START_MS = 30_000;

/**
 * Serves a deployment as Cloudflare Pages does, on Cloudflare's own runtime, with its `_headers` and `_redirects`.
 * @param folder.site the deployment. @param folder.home a folder for what the tool writes.
 * @returns the address, without a slash at the end.
 * @throws {Error} with what the tool said where it does not answer after three starts.
 */
export async function startPagesDev(
  after: Cleanup,
  folder: { readonly site: string; readonly home: string },
): Promise<string> {
  for (let start = 1; ; start += 1) {
    const server = await spawnTool(folder);
    if (await answers(server.address)) {
      after.after(server.stop);
      return server.address;
    }
    await server.stop();
    if (start === STARTS) throw new Error(`wrangler does not answer: ${server.said()}`);
  }
}

async function spawnTool({ site, home }: { readonly site: string; readonly home: string }) {
  const port = await freePort();
  const options = ["--ip", "127.0.0.1", "--port", String(port), "--compatibility-date", "2026-01-01"];
  const child = spawn(process.execPath, [WRANGLER, "pages", "dev", site, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: home,
    env: { ...process.env, HOME: home, WRANGLER_SEND_METRICS: "false", CI: "1" },
    detached: true, // A process group of its own: the tool starts others, which outlive it when it is killed.
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const exited = once(child, "exit");
  return {
    address: `http://127.0.0.1:${port}`,
    said: () => said,
    stop: async () => {
      if (child.pid === undefined) return; // It never started.
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // All of the group are gone.
      }
      await exited;
    },
  };
}

async function answers(address: string): Promise<boolean> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    if ((await ask(address).catch(() => null)) !== null) return true;
    await sleep(100);
  }
  return false;
}
