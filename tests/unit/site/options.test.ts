import assert from "node:assert/strict";
import { resolve } from "node:path";
import { describe, test } from "node:test";
import { buildArguments, readBuildOptions, toEnvironment } from "../../../scripts/lib/site/options.ts";

const CLOCK = Date.parse("2026-11-22T01:00:00Z");

describe("options of a build", () => {
  test("have defaults for a build of the repository's own content", () => {
    assert.deepEqual(readBuildOptions([], {}, CLOCK), {
      content: resolve("content"),
      label: "content",
      output: resolve("_site"),
      cache: resolve(".cache"),
      now: CLOCK,
      host: { origin: "https://trangtin.example", base: "/" },
      search: true,
      preview: false,
      report: "text",
    });
  });

  test("come from flags, then from the environment under the same names", () => {
    const env = {
      CONTENT: "a",
      OUTPUT: "b",
      CACHE: "c",
      NOW: "2022-07-08",
      BASE_URL: "https://env.example/",
    };
    const flags = ["--output", "x", "--base-url", "https://host.example/btg"];
    const options = readBuildOptions(flags, env, CLOCK);
    assert.deepEqual(
      [options.content, options.output, options.cache],
      [resolve("a"), resolve("x"), resolve("c")],
    );
    assert.equal(options.now, Date.parse("2022-07-08T00:00+07:00"));
    assert.deepEqual(options.host, { origin: "https://host.example", base: "/btg/" });
  });

  test("a content folder is called in messages as it was written", () => {
    assert.equal(readBuildOptions(["--content", "../tinh-doan/"], {}, CLOCK).label, "../tinh-doan");
  });

  test("a time without zone is one in Việt Nam", () => {
    assert.equal(readBuildOptions(["--now", "2026-11-22 08:00"], {}, 0).now, CLOCK);
    assert.equal(readBuildOptions(["--now", "2026-11-22T01:00:00.000Z"], {}, 0).now, CLOCK);
  });

  test("an unknown flag is an error that names it", () => {
    assert.throws(() => readBuildOptions(["--contents", "x"], {}, CLOCK), /Unknown option '--contents'/);
  });

  test("are found among the flags of a command that has others", () => {
    const values = { port: "8080", output: "x", quiet: true, preview: undefined };
    assert.deepEqual(buildArguments(values), ["--output", "x", "--quiet"]);
  });

  test("survive the way through the environment into another process", () => {
    const flags = ["--content", "tests/../content", "--no-search", "--preview", "--now", "2022-07-08 16:43"];
    for (const words of [flags, []]) {
      const options = readBuildOptions(words, {}, CLOCK);
      assert.deepEqual(readBuildOptions([], toEnvironment(options), 0), options);
    }
  });
});
