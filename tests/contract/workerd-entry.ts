/** The Worker of the product with a clock and alarms the tests can hold. */
import worker from "#counter/workers/worker.ts";
import { clock } from "#counter/workers/clock.ts";
import type { WorkerEnv } from "#counter/workers/platform.ts";

export { CounterShard, CounterTally } from "#counter/workers/worker.ts";

export default {
  async fetch(request: Request, env: WorkerEnv): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === "/test/clock") {
      const now = Number(url.searchParams.get("ms"));
      clock.now = () => now;
      return new Response("ok");
    }
    if (url.pathname === "/test/alarms") {
      const shards = Number(env["COUNTER_SHARDS"]);
      // Every alarm runs twice, in two rounds, so that each shard also hears what the others said.
      for (let round = 0; round < 4; round++) {
        for (let i = 0; i < shards; i++) {
          const stub = env.SHARD.get(env.SHARD.idFromName(`shard-${i}`));
          await stub.fetch("https://counter/report");
        }
      }
      return new Response("ok");
    }
    if (url.pathname === "/test/report") {
      return env.TALLY.get(env.TALLY.idFromName("tally")).fetch("https://counter/report", {
        method: "POST",
        body: await request.text(),
      });
    }
    return worker.fetch(request, env);
  },
};
