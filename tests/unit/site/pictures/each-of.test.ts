import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { test } from "node:test";
import { eachOf } from "#site/pictures/each-of.ts";

test("work begins in order and at most as much of it at a time as allowed", async () => {
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await eachOf([1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    running += 1;
    most = Math.max(most, running);
    await setImmediate();
    running -= 1;
  });
  assert.deepEqual(begun, [1, 2, 3, 4, 5]);
  assert.equal(most, 2);
});

test("no items are no work", async () => {
  const done: unknown[] = [];
  await eachOf([], 4, async (item) => {
    await setImmediate();
    done.push(item);
  });
  assert.deepEqual(done, []);
});

test("the first error comes out after the work that had begun has ended", async () => {
  const ended: string[] = [];
  await assert.rejects(
    eachOf(["broken", "slow"], 2, async (item) => {
      if (item === "broken") throw new Error("no room");
      await setImmediate();
      ended.push(item);
    }),
    { message: "no room" },
  );
  assert.deepEqual(ended, ["slow"]);
});
