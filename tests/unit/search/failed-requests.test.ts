import assert from "node:assert/strict";
import { test } from "node:test";

test("failed requests below an address are counted, others are left alone", async () => {
  const answers: Readonly<Record<string, number>> = { "/index/a": 200, "/index/b": 404, "/other/c": 404 };
  globalThis.fetch = (input) => {
    const status = typeof input === "string" ? answers[input] : undefined;
    return status === undefined
      ? Promise.reject(new TypeError("no network"))
      : Promise.resolve(new Response(null, { status }));
  };
  const { countFailures } = await import("../../../scripts/lib/search/failed-requests.ts");
  const failed = countFailures("/index/");
  assert.equal((await fetch("/index/a")).status, 200);
  assert.equal((await fetch("/other/c")).status, 404);
  assert.equal(failed(), 0);
  assert.equal((await fetch("/index/b")).status, 404);
  assert.equal(failed(), 1);
  await assert.rejects(fetch("/index/gone"), /no network/);
  assert.equal(failed(), 2);
});
