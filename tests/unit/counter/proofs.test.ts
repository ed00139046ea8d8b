/** The proofs of bench.ts at a size that fits every run; `npm run bench -- counter …` runs them in full. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { it } from "node:test";
import { killSqlite, killWorkerd } from "#counter/bench/kill.ts";
import { bundleServer, withFolder } from "#counter/bench/server-process.ts";
import { countMany } from "#counter/bench/throughput.ts";
import { bundleWorker } from "#counter/bench/workerd.ts";
import { figuresOf } from "#counter/simulation/model.ts";
import { simulateViews } from "#counter/simulation/traffic.ts";

it("loses no acknowledged hit in 10 kill -9 under load, and invents none", async () => {
  const { acknowledged, lost, invented } = await killSqlite(10);
  assert.ok(acknowledged >= 200, `${acknowledged} hits were acknowledged`);
  assert.deepEqual([lost, invented], [0, 0]);
});

it("loses no acknowledged hit in 2 kill -9 of workerd", async () => {
  const { acknowledged, lost, invented } = await killWorkerd(2);
  assert.ok(acknowledged >= 40, `${acknowledged} hits were acknowledged`);
  assert.deepEqual([lost, invented], [0, 0]);
});

it("counts 100,000 concurrent hits exactly", async () => {
  const lines: string[] = [];
  await countMany(100_000, 5000, (line) => lines.push(line));
  assert.match(lines[0] ?? "", /: 100000 acknowledged, 100000 counted, 5000 visits$/);
});

it("bundles the server into at most 12 kB gzip that need no node_modules", () =>
  withFolder((folder) => {
    const bundle = readFileSync(bundleServer(folder));
    assert.ok(gzipSync(bundle, { level: 9 }).length <= 12_000);
    const imported = [...bundle.toString().matchAll(/from"([^"]+)"/g)].map(([, name]) => name ?? "");
    assert.ok(imported.length > 0 && imported.every((name) => name.startsWith("node:")), imported.join());
    bundleWorker("scripts/lib/counter/workers/worker.ts", join(folder, "worker.js"));
    assert.ok(statSync(join(folder, "worker.js")).size > 0);
    assert.ok(gzipSync(readFileSync(join(folder, "worker.js")), { level: 9 }).length <= 12_000);
    return Promise.resolve();
  }));

it("simulates as many views as it was asked for, the same each time", () => {
  const traffic = { viewsPerSecond: 50, seconds: 600, viewsPerVisit: 3, readingSeconds: 60, pages: 1000 };
  const views = simulateViews(traffic, 7);
  assert.deepEqual(simulateViews(traffic, 7), views);
  assert.ok(Math.abs(views.length / 30_000 - 1) < 0.1, String(views.length));
  const first = views.filter(({ page }) => page === 0).length;
  const tenth = views.filter(({ page }) => page === 9).length;
  assert.ok(first > 5 * tenth, "the first page is far more popular than the tenth");
});

it("makes Durable Objects cheaper by reporting less often, and says what that costs in lag", () => {
  const setup = { viewsPerDay: 10_000_000, shards: 4, commitMs: 100 };
  const often = figuresOf({ ...setup, pushSeconds: 10 });
  const seldom = figuresOf({ ...setup, pushSeconds: 60 });
  assert.ok(seldom.monthly.total < often.monthly.total);
  assert.deepEqual([often.lagWorst, seldom.lagWorst], [20, 120]);
});
