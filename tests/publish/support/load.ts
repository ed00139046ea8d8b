import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { ensureDebianPackages } from "../../helpers/debian.ts";

/** What a load came to. */
export interface LoadResult {
  readonly requests: number;
  /** Answers other than 200. */
  readonly bad: number;
  /** Connections that were refused, broke off or timed out. */
  readonly errors: number;
}

/** wrk's own language: the given pages in turn, and a count of everything that is not 200. */
const wrkScript = (paths: readonly string[], host: string): string => `
local paths = { ${paths.map((path) => JSON.stringify(path)).join(", ")} }
local turn = 0
wrk.headers["Host"] = ${JSON.stringify(host)}
request = function() turn = turn + 1; return wrk.format("GET", paths[turn % #paths + 1]) end
local threads = {}
setup = function(thread) table.insert(threads, thread) end
bad = 0
response = function(status) if status ~= 200 then bad = bad + 1 end end
done = function(summary, latency, requests)
  local sum = 0
  for _, thread in ipairs(threads) do sum = sum + thread:get("bad") end
  local e = summary.errors
  print("requests=" .. summary.requests .. " bad=" .. sum ..
    " errors=" .. (e.connect + e.read + e.write + e.timeout))
end
`;

/**
 * Asks for pages over eight connections, as fast as they come, until told to stop.
 * @param origin `http://127.0.0.1:8080`; the host of the requests may be another.
 */
export function startLoad(
  folder: string,
  {
    origin,
    host,
    paths,
  }: { readonly origin: string; readonly host: string; readonly paths: readonly string[] },
): { stop(): Promise<LoadResult> } {
  ensureDebianPackages(["wrk"]);
  writeFileSync(`${folder}/load.lua`, wrkScript(paths, host));
  const load = spawn("wrk", ["-t1", "-c8", "-d120s", "-s", `${folder}/load.lua`, `${origin}/`]);
  const output: Buffer[] = [];
  load.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  const ended = new Promise((resolve) => load.once("exit", resolve));
  return {
    async stop() {
      load.kill("SIGINT"); // wrk prints its summary
      await ended;
      const text = Buffer.concat(output).toString();
      const [, requests, bad, errors] = /requests=(\d+) bad=(\d+) errors=(\d+)/.exec(text) ?? [];
      if (errors === undefined) throw new Error(`wrk gave no summary: ${text}`);
      return { requests: Number(requests), bad: Number(bad), errors: Number(errors) };
    },
  };
}
