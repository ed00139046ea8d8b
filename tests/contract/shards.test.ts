/** What only the sharded engine can get wrong: reports that come twice, late or not at all. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { dayOf } from "#counter/calendar.ts";
import { type Engine, ENGINES } from "./engines.ts";

const PAGE = "/2022/07/hoi-nghi-so-ket/";
const NOW = Date.parse("2026-11-18T08:00:00+07:00");

async function withWorkerd(tell: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = await ENGINES.find(({ name }) => name === "workerd")?.open();
  assert.ok(engine !== undefined);
  try {
    await engine.setClock(NOW);
    await tell(engine);
  } finally {
    await engine.close();
  }
}

const total = async (engine: Engine): Promise<unknown> => {
  const { body } = await engine.send(`/api/stats?p=${PAGE}`, { method: "GET" });
  return [body["total"], body["views"]];
};

it("adds a shard's report once, however often it is heard", () =>
  withWorkerd(async (engine) => {
    const report = {
      shard: "shard-0",
      today: dayOf(NOW),
      online: 3,
      days: [[dayOf(NOW), 9, 4]],
      pages: [[PAGE, 9]],
    };
    for (let i = 0; i < 5; i++) await engine.send("/test/report", { body: JSON.stringify(report) });
    assert.deepEqual(await total(engine), [4, 9]);
  }));

it("does not go back when an older report comes late", () =>
  withWorkerd(async (engine) => {
    const report = (views: number, visits: number): string =>
      JSON.stringify({
        shard: "shard-1",
        today: dayOf(NOW),
        online: 1,
        days: [[dayOf(NOW), views, visits]],
        pages: [[PAGE, views]],
      });
    await engine.send("/test/report", { body: report(7, 3) });
    await engine.send("/test/report", { body: report(5, 2) });
    await engine.send("/test/report", { body: report(8, 4) });
    assert.deepEqual(await total(engine), [4, 8]);
  }));

it("shows a reader at once what the reader's own shard counted, and after the alarms what all did", () =>
  withWorkerd(async (engine) => {
    for (let i = 1; i <= 30; i++) await engine.send(`/api/hit?p=${PAGE}`, { address: `198.51.100.${i}` });
    const own = await engine.send(`/api/hit?p=${PAGE}`, { address: "198.51.100.1" });
    assert.ok(Number(own.body["views"]) >= 2);
    await engine.settle();
    const later = await engine.send(`/api/hit?p=${PAGE}`, { address: "198.51.100.1" });
    assert.deepEqual(later.body, {
      online: 30,
      day: 30,
      week: 30,
      month: 30,
      year: 30,
      total: 30,
      views: 32,
    });
  }));

it("takes legacy numbers only from whoever holds the token", () =>
  withWorkerd(async (engine) => {
    const body = JSON.stringify({ periods: [["total", 8_799_190]], pages: [[PAGE, 275]], days: [] });
    assert.equal((await engine.send("/api/import", { body })).status, 403);
    assert.equal(
      (await engine.send("/api/import", { body, headers: { authorization: "Bearer wrong" } })).status,
      403,
    );
    assert.equal(
      (await engine.send("/api/import", { body, headers: { authorization: "Bearer secret" } })).status,
      200,
    );
    const sent = await engine.send(`/api/hit?p=${PAGE}`);
    assert.deepEqual([sent.body["total"], sent.body["views"]], [8_799_191, 276]);
  }));
