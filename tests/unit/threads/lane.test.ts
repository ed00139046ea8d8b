import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { Lane } from "#threads/lane.ts";

const THREAD = new URL("../../fixtures/threads/counting-thread.ts", import.meta.url);

function laneOf(test: TestContext): { readonly lane: Lane<number, number>; readonly answers: number[] } {
  const lane = new Lane<number, number>(THREAD, "doubles numbers");
  test.after(() => lane.stop());
  return { lane, answers: [] };
}

describe("a lane", () => {
  test("gives the answers in the order of the messages, however many are ahead", async (t) => {
    const { lane, answers } = laneOf(t);
    for (const count of [1, 2, 3]) lane.send(count, (answer) => answers.push(answer));
    assert.equal(lane.ahead, 3);
    await lane.idle();
    assert.deepEqual([answers, lane.ahead], [[2, 4, 6], 0]);
  });

  test("that has nothing to do is idle at once, also again", async (t) => {
    const { lane, answers } = laneOf(t);
    await lane.idle();
    lane.send(4, (answer) => answers.push(answer));
    await lane.idle();
    await lane.idle();
    assert.deepEqual(answers, [8]);
  });

  test("whose thread fails gives the answers before, then its words, and takes nothing more", async (t) => {
    const { lane, answers } = laneOf(t);
    for (const count of [1, 13]) lane.send(count, (answer) => answers.push(answer));
    await assert.rejects(lane.idle(), { message: "13 brings bad luck" });
    assert.deepEqual(answers, [2]);
    assert.throws(() => lane.check(), { message: "13 brings bad luck" });
    assert.throws(() => lane.send(1, () => undefined), { message: "13 brings bad luck" });
  });

  test("whose thread ends early says which it was", async (t) => {
    const { lane } = laneOf(t);
    lane.send(99, () => assert.fail("no answer comes"));
    await assert.rejects(lane.idle(), { message: "A thread that doubles numbers ended early." });
  });

  test("that is stopped has not failed", async (t) => {
    const { lane } = laneOf(t);
    await lane.stop();
    assert.doesNotThrow(() => lane.check());
  });
});
