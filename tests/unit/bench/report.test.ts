import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Measurement } from "../../../scripts/lib/bench/contender.ts";
import { judgeLimits, wallRatio } from "../../../scripts/lib/bench/limits.ts";
import { formatReport, markdownTable } from "../../../scripts/lib/bench/report.ts";

const measurement = (
  key: string,
  articles: number,
  walls: readonly number[],
  lacks: string | null = null,
): Measurement => ({
  key,
  name: key,
  lacks,
  articles,
  pages: articles + 1000,
  costs: walls.map((wall) => ({ wall, cpu: wall * 1.5, memory: 300 })),
});

describe("judgeLimits", () => {
  it("takes the median of the ratios of neighbouring runs", () => {
    const all = [
      measurement("portal-cold", 10_000, [4, 9, 5]),
      measurement("hugo", 10_000, [10, 10, 10], "search"),
    ];
    assert.deepEqual(judgeLimits(all)[0], {
      promise: "cold build without search, of Hugo's time",
      limit: 0.5,
      measured: 0.5,
    });
  });

  it("judges nothing by a size or a peer that was not run", () => {
    const judged = judgeLimits([
      measurement("portal-cold", 1000, [1]),
      measurement("hugo", 1000, [1], "search"),
    ]);
    assert.deepEqual([...new Set(judged.map(({ measured }) => measured))], [null]);
  });

  it("judges growth by the builds of both sizes", () => {
    const all = [measurement("portal-cold", 10_000, [4]), measurement("portal-cold", 50_000, [22])];
    assert.equal(judgeLimits(all).at(-1)?.measured, 5.5);
  });

  it("has no ratio without runs", () => {
    assert.equal(wallRatio(measurement("a", 1, []), measurement("b", 1, [1])), null);
  });
});

describe("formatReport", () => {
  const report = formatReport(
    [
      measurement("portal-cold", 10_000, [4, 4, 4]),
      measurement("hugo", 10_000, [10, 10, 10], "search; content checks"),
    ],
    { cores: 2, node: "24.0.0", rounds: 3 },
  );

  it("says how it was measured", () => {
    assert.match(
      report,
      /^Medians of 3 rounds, the commands in turn, whole processes; 2 cores, Node 24\.0\.0\.$/m,
    );
  });

  it("sets each command against each peer", () => {
    assert.match(report, /^\| Command +\| +Pages \| Wall s \| CPU s \| Peak MB \| of hugo \|$/m);
    assert.match(report, /^\| portal-cold +\| 11,000 \| +4\.00 \| +6\.00 \| +300 \| +0\.40 \|$/m);
    assert.match(report, /^\| hugo +\| 11,000 \| +10\.00 \| 15\.00 \| +300 \| +1 \|$/m);
  });

  it("says what the peer lacks", () => {
    assert.match(report, /^- hugo does not make: search; content checks\.$/m);
  });

  it("tells kept, broken and unmeasured promises apart", () => {
    assert.match(report, /\| cold build without search, of Hugo's time +\| +0\.5 \| +0\.40 \| +kept \|/);
    assert.match(
      report,
      /\| peak memory at 50,000 articles, without search, MB +\| +1500 \| +not run \| +\|/,
    );
    const slow = formatReport(
      [measurement("portal-cold", 10_000, [6]), measurement("hugo", 10_000, [10], "search")],
      { cores: 2, node: "24.0.0", rounds: 1 },
    );
    assert.match(slow, /\| cold build without search, of Hugo's time +\| +0\.5 \| +0\.60 \| +broken \|/);
  });

  it("shows a dash where the system gives no figures", () => {
    const blind = { ...measurement("portal-cold", 10, [1]), costs: [{ wall: 1, cpu: null, memory: null }] };
    assert.match(
      formatReport([blind], { cores: 1, node: "24.0.0", rounds: 1 }),
      /^\| portal-cold +\| +1,010 \| +1\.00 \| +– \| +– \|$/m,
    );
  });
});

describe("markdownTable", () => {
  it("fills short rows and aligns numbers to the right", () => {
    assert.equal(
      markdownTable(["Name", "N"], [["a", "10"], ["bcdef"]]),
      "| Name  |    N |\n| ----- | ---: |\n| a     |   10 |\n| bcdef |      |",
    );
  });
});
