import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, it } from "node:test";
import { readBenchOptions } from "../../../scripts/lib/bench/options.ts";

describe("readBenchOptions", () => {
  it("compares with every peer at 10,000 articles by default", () => {
    assert.deepEqual(readBenchOptions([]), {
      articles: [10_000],
      rounds: 3,
      peers: ["hugo", "eleventy", "pagefind"],
      json: false,
      work: resolve(".cache/bench"),
    });
  });

  it("takes several sizes, a number of rounds and chosen peers", () => {
    const options = readBenchOptions([
      "--articles",
      "1000,50000",
      "--runs",
      "5",
      "--peers",
      "hugo",
      "--json",
    ]);
    assert.deepEqual(
      [options.articles, options.rounds, options.peers, options.json],
      [[1000, 50_000], 5, ["hugo"], true],
    );
  });

  it("takes none for no peer", () => {
    assert.deepEqual(readBenchOptions(["--peers", "none"]).peers, []);
  });

  for (const [args, message] of [
    [["--articles", "many"], '--articles takes whole numbers of 0 or more, got "many".'],
    [["--articles", "10,,20"], '--articles takes whole numbers of 0 or more, got "".'],
    [["--runs", "0"], '--runs takes whole numbers of 1 or more, got "0".'],
    [["--peers", "jekyll"], '--peers knows hugo, hugo-related, eleventy, pagefind or none, got "jekyll".'],
  ] as const)
    it(`rejects ${args.join(" ")}`, () => {
      assert.throws(() => readBenchOptions(args), { message });
    });
});
