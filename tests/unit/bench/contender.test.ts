import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { countPages, runRounds, type Contender } from "../../../scripts/lib/bench/contender.ts";

const folder = mkdtempSync(join(tmpdir(), "rounds-"));

describe("runRounds", () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("runs the commands in turn, each prepared anew", async () => {
    const order: string[] = [];
    const contender = (key: string): Contender => ({
      key,
      name: key,
      lacks: null,
      prepare: (round) => void order.push(`${key}${round}`),
      command: { program: process.execPath, args: ["--version"], folder },
      output: folder,
    });
    const told: string[] = [];
    const results = await runRounds([contender("a"), contender("b")], {
      articles: 10,
      rounds: 2,
      log: join(folder, "log"),
      tell: (line) => told.push(line),
    });
    assert.deepEqual(order, ["a0", "b0", "a1", "b1"]);
    assert.deepEqual(
      results.map(({ key, articles, costs }) => [key, articles, costs.length]),
      [
        ["a", 10, 2],
        ["b", 10, 2],
      ],
    );
    assert.equal(told[3], "10 articles, round 2 of 2: b");
  });
});

describe("countPages", () => {
  it("counts HTML files at every depth, not feeds and not redirects to page 1", () => {
    const site = join(folder, "site");
    for (const path of [
      "index.html",
      "a/index.html",
      "a/page/2/index.html",
      "a/page/1/index.html",
      "feed.xml",
    ]) {
      mkdirSync(join(site, path, ".."), { recursive: true });
      writeFileSync(join(site, path), "");
    }
    assert.equal(countPages(site), 3);
  });
});
