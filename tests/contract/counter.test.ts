/** The contract of the counter: every engine answers the same. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parseSnapshot } from "#counter/snapshot.ts";
import { BROWSER, type Engine, type EngineKind, ENGINES, type Request, type Sent } from "./engines.ts";

const PAGE = "/2022/07/hoi-nghi-so-ket/";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** An instant in Việt Nam, in milliseconds since the epoch. */
const at = (local: string): number => Date.parse(`${local}+07:00`);

/** Runs one story on a counter of its own. */
function story(
  kind: EngineKind,
  name: string,
  tell: (engine: Engine) => Promise<void>,
  vars: Record<string, string> = {},
): void {
  it(name, async () => {
    const engine = await kind.open(vars);
    try {
      await tell(engine);
    } finally {
      await engine.close();
    }
  });
}

const hit = (engine: Engine, address = "203.0.113.1", path = PAGE): Promise<Sent> =>
  engine.send(`/api/hit?p=${encodeURIComponent(path)}`, { address });

async function numbers(engine: Engine, path = PAGE): Promise<Readonly<Record<string, unknown>>> {
  await engine.settle();
  return (await engine.send(`/api/stats?p=${encodeURIComponent(path)}`, { method: "GET" })).body;
}

for (const kind of ENGINES) {
  describe(`the counter on ${kind.name}`, { concurrency: false }, () => {
    story(
      kind,
      "counts views less than 30 minutes apart as one visit, and goes on after a pause with the next",
      async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        assert.deepEqual((await hit(engine)).body, {
          online: 1,
          day: 1,
          week: 1,
          month: 1,
          year: 1,
          total: 1,
          views: 1,
        });
        await engine.setClock(at("2026-11-18T08:29:59"));
        assert.deepEqual((await hit(engine)).body, {
          online: 1,
          day: 1,
          week: 1,
          month: 1,
          year: 1,
          total: 1,
          views: 2,
        });
        await engine.setClock(at("2026-11-18T08:59:58"));
        assert.equal(
          (await hit(engine)).body["day"],
          1,
          "the pause is counted from the last view, not the first",
        );
        await engine.setClock(at("2026-11-18T09:29:58"));
        assert.deepEqual((await hit(engine)).body, {
          online: 1,
          day: 2,
          week: 2,
          month: 2,
          year: 2,
          total: 2,
          views: 4,
        });
      },
    );

    story(
      kind,
      "counts every view where the six lines are configured to mean page views",
      async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        await hit(engine);
        await hit(engine);
        assert.deepEqual((await hit(engine)).body, {
          online: 1,
          day: 3,
          week: 3,
          month: 3,
          year: 3,
          total: 3,
          views: 3,
        });
      },
      { COUNTER_UNIT: "views" },
    );

    story(kind, "calls a reader online for five minutes after a view", async (engine) => {
      await engine.setClock(at("2026-11-18T08:00:00"));
      await hit(engine, "203.0.113.1");
      await engine.setClock(at("2026-11-18T08:04:00"));
      await hit(engine, "203.0.113.2");
      assert.equal((await numbers(engine))["online"], 2);
      await engine.setClock(at("2026-11-18T08:05:00"));
      assert.equal((await numbers(engine))["online"], 1);
      await engine.setClock(at("2026-11-18T08:09:00"));
      assert.equal((await numbers(engine))["online"], 0);
    });

    story(
      kind,
      "knows its readers again after midnight: no second visit, nobody online twice",
      async (engine) => {
        await engine.setClock(at("2026-12-31T23:58:00"));
        for (let i = 1; i <= 5; i++) await hit(engine, `203.0.113.${i}`);
        await engine.setClock(at("2027-01-01T00:00:30"));
        for (let i = 1; i <= 5; i++) await hit(engine, `203.0.113.${i}`);
        const night = await numbers(engine);
        assert.deepEqual(night, { online: 5, day: 0, week: 5, month: 0, year: 0, total: 5, views: 10 });
        await engine.setClock(at("2027-01-01T00:20:00"));
        await hit(engine, "203.0.113.1");
        assert.equal((await numbers(engine))["day"], 0, "still the visit of last year");
        await engine.setClock(at("2027-01-01T00:50:00"));
        await hit(engine, "203.0.113.1");
        assert.deepEqual(await numbers(engine), {
          online: 1,
          day: 1,
          week: 6,
          month: 1,
          year: 1,
          total: 6,
          views: 12,
        });
      },
    );

    story(
      kind,
      "begins weeks on Monday, months and years on their first day, all at midnight in Việt Nam",
      async (engine) => {
        const steps = [
          ["2026-12-27T23:30:00", { day: 1, week: 1, month: 1, year: 1, total: 1 }],
          ["2026-12-28T12:00:00", { day: 1, week: 1, month: 2, year: 2, total: 2 }],
          ["2027-01-01T00:30:00", { day: 1, week: 2, month: 1, year: 1, total: 3 }],
          ["2027-01-03T23:00:00", { day: 1, week: 3, month: 2, year: 2, total: 4 }],
          ["2027-01-04T00:00:00", { day: 1, week: 1, month: 3, year: 3, total: 5 }],
          ["2027-02-01T00:00:00", { day: 1, week: 1, month: 1, year: 4, total: 6 }],
        ] as const;
        for (const [local, expected] of steps) {
          await engine.setClock(at(local));
          // Another reader each time, so that every view is a visit of its own.
          await hit(engine, `198.51.100.${expected.total}`);
          const { online, views, ...sums } = await numbers(engine);
          assert.deepEqual(sums, expected, local);
          assert.equal(views, expected.total);
          assert.ok(Number(online) >= 1);
        }
      },
    );

    story(
      kind,
      "tells readers apart by network and browser, and takes an IPv6 /64 for one",
      async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        const visits = async (request: Request): Promise<unknown> => {
          await engine.send(`/api/hit?p=${PAGE}`, request);
          return (await numbers(engine))["day"];
        };
        assert.equal(await visits({ address: "2001:db8:1:2::1" }), 1);
        assert.equal(await visits({ address: "2001:db8:1:2:ffff::9" }), 1);
        assert.equal(await visits({ address: "2001:db8:1:3::1" }), 2);
        assert.equal(
          await visits({
            address: "2001:db8:1:3::1",
            headers: { "user-agent": `${BROWSER} Zalo android/1` },
          }),
          3,
        );
      },
    );

    story(
      kind,
      "answers robots, prefetches and readers who opted out, and does not count them",
      async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        await hit(engine);
        const silent: readonly (readonly [string, Record<string, string>])[] = [
          [
            "robot",
            {
              "user-agent":
                "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
            },
          ],
          ["robot", { "user-agent": "curl/8.5.0" }],
          ["prefetch", { "sec-purpose": "prefetch" }],
          ["prefetch", { "sec-purpose": "prefetch;prerender" }],
          ["prefetch", { purpose: "prefetch" }],
          ["opt-out", { "sec-gpc": "1" }],
          ["opt-out", { dnt: "1" }],
        ];
        for (const [reason, headers] of silent) {
          const sent = await engine.send(`/api/hit?p=${PAGE}`, { headers, address: "203.0.113.99" });
          assert.equal(sent.status, 200);
          assert.equal(sent.headers.get("x-not-counted"), reason);
        }
        assert.deepEqual(await numbers(engine), {
          online: 1,
          day: 1,
          week: 1,
          month: 1,
          year: 1,
          total: 1,
          views: 1,
        });
      },
    );

    describe("refuses, counts nothing, and says why", () => {
      let engine: Engine;
      before(async () => {
        engine = await kind.open();
        await engine.setClock(at("2026-11-18T08:00:00"));
      });
      after(() => engine.close());
      const cases: readonly (readonly [string, string, Request, number, string])[] = [
        ["a page the site has not", "/api/hit?p=/khong-co/", {}, 404, "unknown page"],
        ["no page at all", "/api/hit", {}, 400, "no page"],
        ["broken percent encoding", "/api/hit?p=%E1%BB", {}, 400, "broken percent encoding"],
        ["a huge path", `/api/hit?p=/${"a".repeat(2000)}/`, {}, 414, "path too long"],
        ["a path with a NUL", "/api/hit?p=/%00/", {}, 404, "unknown page"],
        ["GET to count", `/api/hit?p=${PAGE}`, { method: "GET" }, 405, "wrong method"],
        ["DELETE", `/api/stats?p=${PAGE}`, { method: "DELETE" }, 405, "wrong method"],
        ["a preflight", `/api/hit?p=${PAGE}`, { method: "OPTIONS" }, 405, "wrong method"],
        [
          "another site's page",
          `/api/hit?p=${PAGE}`,
          { headers: { origin: "https://example.com" } },
          403,
          "wrong origin",
        ],
        [
          "a preview build's page",
          `/api/hit?p=${PAGE}`,
          { headers: { origin: "https://preview.tuyengiao.example.vn" } },
          403,
          "wrong origin",
        ],
        ["a sandboxed page", `/api/hit?p=${PAGE}`, { headers: { origin: "null" } }, 403, "wrong origin"],
        ["no origin and no referrer", `/api/hit?p=${PAGE}`, { headers: { origin: "" } }, 403, "wrong origin"],
        [
          "an empty user agent",
          `/api/hit?p=${PAGE}`,
          { headers: { "user-agent": "" } },
          400,
          "no user agent",
        ],
        ["a body", `/api/hit?p=${PAGE}`, { body: "x".repeat(2000) }, 413, "a hit has no body"],
        ["another route", "/api/admin", { method: "GET" }, 404, "unknown route"],
      ];
      for (const [name, target, request, status, error] of cases) {
        it(name, async () => {
          const sent = await engine.send(target, request);
          assert.deepEqual([sent.status, sent.body], [status, { error }]);
          assert.equal(sent.headers.get("cache-control"), "no-store");
          assert.equal((await numbers(engine))["total"], 0);
        });
      }

      it("but takes an old browser's Referer for the origin it does not send", async () => {
        const headers = { origin: "", referer: "https://tuyengiao.example.vn/2022/07/hoi-nghi-so-ket/" };
        assert.equal((await engine.send(`/api/hit?p=${PAGE}`, { headers })).status, 200);
        assert.equal((await numbers(engine))["total"], 1);
      });
    });

    story(
      kind,
      "limits one address without harming the next, and only for a minute",
      async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        const statuses: number[] = [];
        for (let i = 0; i < 7; i++) statuses.push((await hit(engine, "203.0.113.7")).status);
        assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429]);
        assert.equal((await hit(engine, "203.0.113.8")).status, 200);
        await engine.setClock(at("2026-11-18T08:01:00"));
        assert.equal((await hit(engine, "203.0.113.7")).status, 200);
        assert.equal((await numbers(engine))["views"], 7);
      },
      { COUNTER_RATE: "5" },
    );

    story(kind, "counts exactly what 2,000 readers send at once", async (engine) => {
      await engine.setClock(at("2026-11-18T08:00:00"));
      for (let round = 0; round < 10; round++) {
        const sent = await Promise.all(
          Array.from({ length: 200 }, (_, i) => hit(engine, `10.0.${round}.${i}`, `/2024/01/tin-${i % 40}/`)),
        );
        assert.ok(sent.every(({ status }) => status === 200));
      }
      const { day, online, views } = await numbers(engine, "/2024/01/tin-3/");
      assert.deepEqual({ day, online, views }, { day: 2000, online: 2000, views: 50 });
    });

    story(kind, "counts on when the clock steps back, on the day the clock shows", async (engine) => {
      await engine.setClock(at("2026-11-18T08:00:00"));
      await hit(engine);
      await engine.setClock(at("2026-11-18T07:50:00"));
      assert.equal((await hit(engine)).body["day"], 1, "the same visit");
      await engine.setClock(at("2026-11-17T23:00:00"));
      await hit(engine);
      assert.deepEqual(await numbers(engine), {
        online: 1,
        day: 1,
        week: 2,
        month: 2,
        year: 2,
        total: 2,
        views: 3,
      });
    });

    story(
      kind,
      "offers a whole snapshot whose sums agree, with articles only in the most-viewed list",
      async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        await hit(engine, "203.0.113.1", "/");
        await hit(engine, "203.0.113.1", "/2023/09/lam-dong/");
        await hit(engine, "203.0.113.2", "/2023/09/lam-dong/");
        await engine.setClock(at("2026-11-19T08:00:00"));
        await hit(engine, "203.0.113.2");
        await engine.settle();
        const { snapshot, problems } = parseSnapshot(
          (await engine.send("/api/snapshot", { method: "GET" })).body,
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(snapshot, {
          asOf: "2026-11-19T08:00:00+07:00",
          totals: { online: 1, day: 1, week: 3, month: 3, year: 3, total: 3 },
          views: { "/": 1, [PAGE]: 1, "/2023/09/lam-dong/": 2 },
          top: [
            { path: "/2023/09/lam-dong/", views: 2 },
            { path: PAGE, views: 1 },
          ],
          days: [
            { day: "2026-11-18", views: 3, visits: 2 },
            { day: "2026-11-19", views: 1, visits: 1 },
          ],
          formerYears: [],
        });
        const withTop = await engine.send(`/api/hit?p=${PAGE}&top`, { headers: { dnt: "1" } });
        assert.deepEqual(withTop.body["top"], snapshot.top);
      },
    );

    story(kind, "answers HEAD without a body, and its health", async (engine) => {
      await engine.setClock(at("2026-11-18T08:00:00"));
      assert.deepEqual((await engine.send("/api/health", { method: "GET" })).body, { ok: true });
      const head = await engine.send("/api/stats", { method: "HEAD" });
      assert.deepEqual([head.status, head.body], [200, {}]);
    });

    if (kind.durable) {
      story(kind, "keeps counts, open visits and online readers over a restart", async (engine) => {
        await engine.setClock(at("2026-11-18T08:00:00"));
        for (let i = 1; i <= 20; i++) await hit(engine, `203.0.113.${i}`);
        await engine.settle();
        await engine.restart();
        await engine.setClock(at("2026-11-18T08:03:00"));
        assert.equal((await hit(engine, "203.0.113.5")).body["views"], 21);
        assert.deepEqual(await numbers(engine), {
          online: 20,
          day: 20,
          week: 20,
          month: 20,
          year: 20,
          total: 20,
          views: 21,
        });
        await engine.setClock(at("2026-11-18T08:00:00") + 8 * DAY + HOUR);
        await hit(engine, "203.0.113.5");
        assert.deepEqual(await numbers(engine), {
          online: 1,
          day: 1,
          week: 1,
          month: 21,
          year: 21,
          total: 21,
          views: 22,
        });
      });
    }
  });
}
