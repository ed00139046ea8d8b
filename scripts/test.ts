import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

/*
 * npm test -- [STAGE …]: runs every stage, or the named ones, and fails once at the end.
 * Stages: format lint types unit contract site publish browser.
 */
const NODE = process.execPath;
const bin = (name: string) => `node_modules/.bin/${name}`;
const tests = (pattern: string, concurrency = 2) => [
  NODE,
  "--test",
  `--test-concurrency=${concurrency}`,
  ...globSync(pattern).sort(),
];

const stages: Readonly<Record<string, readonly string[]>> = {
  format: [bin("prettier"), "--check", "--log-level=warn", "."],
  lint: [bin("eslint"), "--config=.eslint.config.js", "--max-warnings=0", "."],
  types: [bin("tsc"), "--noEmit"],
  unit: tests("tests/{unit/**/,}*.test.ts"),
  contract: tests("tests/contract/**/*.test.ts", 1),
  site: tests("tests/site/**/*.test.ts"),
  publish: tests("tests/publish/**/*.test.ts", 1),
  browser: tests("tests/browser/**/*.test.ts", 1),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(
    `npm test: no stage "${unknown.join('", "')}"; choose from ${Object.keys(stages).join(", ")}`,
  );
  process.exit(2);
}
const results = Object.entries(stages)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, [command = "", ...args]]) => {
    console.log(`\n== ${name}`);
    return { name, passed: spawnSync(command, args, { stdio: "inherit" }).status === 0 };
  });
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
console.log(failed.length === 0 ? "\nEvery stage passed." : `\nFailed: ${failed.join(", ")}`);
console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
