import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { createOnlineWindow } from "#counter/online.ts";
import { createRateLimit } from "#counter/rate-limit.ts";
import { isRobot, reasonNotToCount } from "#counter/robots.ts";
import { networkOf, visitorKey } from "#counter/visitor.ts";
import { shardOf } from "#counter/workers/shard-of.ts";

const agents = JSON.parse(
  readFileSync(new URL("../../fixtures/counter/user-agents.json", import.meta.url), "utf8"),
) as Record<"people" | "robots", string[]>;

describe("robots", () => {
  for (const agent of agents.people)
    it(`takes for a person: ${agent}`, () => assert.equal(isRobot(agent), false));
  for (const agent of agents.robots)
    it(`takes for a robot: "${agent}"`, () => assert.equal(isRobot(agent), true));

  it("lets the reader's own wish come before everything else", () => {
    const headers: Record<string, string> = {
      "sec-gpc": "1",
      "sec-purpose": "prefetch",
      "user-agent": "curl/8",
    };
    assert.equal(
      reasonNotToCount((name) => headers[name] ?? ""),
      "opt-out",
    );
  });
});

describe("the network of an address", () => {
  const cases = [
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002:ffff::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["1::", "1:0:0:0"],
    ["", ""],
  ] as const;
  for (const [address, network] of cases)
    it(`of "${address}" is "${network}"`, () => assert.equal(networkOf(address), network));
});

describe("the key of a visitor", () => {
  const digest = (text: string): string => hash("sha256", text, "hex");
  it("fits a JavaScript integer and changes with salt, network and browser", () => {
    const keys = [
      visitorKey(digest, "a", "203.0.113.9", "Firefox"),
      visitorKey(digest, "b", "203.0.113.9", "Firefox"),
      visitorKey(digest, "a", "203.0.113.8", "Firefox"),
      visitorKey(digest, "a", "203.0.113.9", "Safari"),
    ];
    assert.equal(new Set(keys).size, 4);
    assert.ok(keys.every((key) => Number.isSafeInteger(key) && key >= 0 && key < 2 ** 52));
  });
  it("keeps 300,000 readers apart", () => {
    const keys = new Set(
      Array.from({ length: 300_000 }, (_, i) =>
        visitorKey(digest, "salt", `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, "a"),
      ),
    );
    assert.equal(keys.size, 300_000);
  });
});

describe("the online window", () => {
  it("forgets a reader exactly five minutes after the last view", () => {
    const online = createOnlineWindow();
    online.move(null, 1_000_000);
    assert.equal(online.count(1_299_999), 1);
    assert.equal(online.count(1_300_000), 0);
  });
  it("counts a reader once, wherever in the window the earlier view was", () => {
    const online = createOnlineWindow();
    let last: number | null = null;
    for (let at = 5_000_000; at < 8_000_000; at += 7919) {
      online.move(last, at);
      last = at;
      assert.equal(online.count(at), 1);
    }
  });
  it("agrees with a plain list for readers that come and go", () => {
    const online = createOnlineWindow();
    const last = new Map<number, number>();
    for (let i = 0, now = 10_000_000; i < 5000; i++, now += (i * 7919) % 3000) {
      const reader = (i * 31) % 97;
      online.move(last.get(reader) ?? null, now);
      last.set(reader, now);
      const expected = [...last.values()].filter(
        (at) => Math.floor(at / 1000) > Math.floor(now / 1000) - 300,
      ).length;
      assert.equal(online.count(now), expected);
    }
  });
});

describe("the limit for an address", () => {
  it("allows so many in a minute and starts afresh with the next", () => {
    const allows = createRateLimit(3, () => 0.5);
    assert.deepEqual(
      [1, 2, 3, 4, 5].map(() => allows("203.0.113.9", 60_000)),
      [true, true, true, false, false],
    );
    assert.equal(allows("203.0.113.10", 60_000), true);
    assert.equal(allows("203.0.113.9", 120_000), true);
  });
  it("does not mistake a crowd for one address", () => {
    const allows = createRateLimit(100, () => 0.25);
    let refused = 0;
    for (let i = 0; i < 200_000; i++)
      if (!allows(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, 0)) refused += 1;
    assert.equal(refused, 0);
  });
});

it("spreads networks evenly over the shards, always the same way", () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 16_000; i++) {
    const network = `10.${i >> 8}.${i & 255}.7`;
    assert.equal(shardOf(network, 8), shardOf(network, 8));
    counts.set(shardOf(network, 8), (counts.get(shardOf(network, 8)) ?? 0) + 1);
  }
  assert.equal(counts.size, 8);
  for (const count of counts.values()) assert.ok(count > 1600 && count < 2400, String(count));
});
