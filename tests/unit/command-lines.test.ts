import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";

/** What an operator mistypes, and the line that says so. */
const MISTYPED: readonly (readonly [command: string, says: RegExp])[] = [
  ["start --prot 80", /^Unknown option '--prot'/m],
  ["start --port eighty", /^--port: "eighty" is not a whole number from 0 to 65535$/m],
  ["start --now someday", /^--now: "someday" is not a time such as 2026-11-22T08:00:00\+07:00$/m],
  ["build --outptu x", /^Unknown option '--outptu'/m],
  ["check --formta text", /^Unknown option '--formta'/m],
  ["check --format word", /^--format: "word" is not one of text, github, gitlab$/m],
  ["search --sight x", /Unknown option '--sight'/],
  ["publish --targte x", /Unknown option '--targte'/],
  ["counter cuont", /"cuont" is not a sub-command/],
  ["bench buidl", /There is no benchmark named "buidl"/],
];

describe("a mistyped command", () => {
  for (const [command, says] of MISTYPED) {
    it(`npm run ${command}: names what is wrong, without a stack trace`, () => {
      const [name = "", ...args] = command.split(" ");
      const run = spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], { encoding: "utf8" });
      assert.notEqual(run.status, 0);
      assert.match(run.stderr, says);
      assert.doesNotMatch(run.stderr, /^ {4}at /m);
    });
  }

  it("npm start tells all wrong settings of the counter at once, before it builds", () => {
    const env = { ...process.env, COUNTER_UNIT: "people", COUNTER_RATE: "0" };
    const run = spawnSync(process.execPath, ["scripts/start.ts"], { encoding: "utf8", env });
    assert.equal(run.status, 1);
    assert.equal(
      run.stderr,
      'COUNTER_UNIT "people" is neither "visits" nor "views"\nCOUNTER_RATE "0" is not a whole number from 1 to 65535\n',
    );
  });
});
