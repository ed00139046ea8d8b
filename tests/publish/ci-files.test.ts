import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { createRequire } from "node:module";
import { after, describe, test } from "node:test";
import { build } from "esbuild";
import { parseCommandLine } from "#publish/command-options.ts";
import { makeFolder } from "./support/workspace.ts";

const WORKFLOWS = [".github/workflows", ".forgejo/workflows"].flatMap((folder) =>
  readdirSync(folder).map((name) => `${folder}/${name}`),
);

const cleanups: (() => void | Promise<void>)[] = [];
const parser = loadParser(makeFolder({ after: (clean) => void cleanups.push(clean) }));
after(async () => {
  for (const clean of cleanups) await clean();
});

describe("workflows of GitHub and Forgejo", () => {
  for (const file of WORKFLOWS) {
    const content = readFileSync(file, "utf8");

    test(`${file} is a valid workflow`, async () => {
      assert.deepEqual(await errorsOf(file, content), []);
    });

    test(`${file} pins every action to a commit and names its version`, () => {
      for (const line of content.split("\n").filter((text) => /\buses:/.test(text))) {
        assert.match(line, /uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    });

    test(`${file} may only read, and never runs strangers' code with secrets`, () => {
      assert.match(content, /^permissions:\n {2}contents: read\n(?! )/m);
      assert.equal(content.match(/^\s*permissions:/gm)?.length, 1);
      assert.doesNotMatch(content, /pull_request_target|workflow_run/);
    });

    test(`${file} puts nothing that others write into a script`, () => {
      for (const script of content.matchAll(/run: (?:\|\n((?: {10,}.*\n)+)|(.*)\n)/g)) {
        assert.doesNotMatch(script[1] ?? script[2] ?? "", /\$\{\{/);
      }
    });
  }

  test("a workflow with a fault is found to be invalid", async () => {
    const faulty = readFileSync(WORKFLOWS[0] ?? "", "utf8").replace("runs-on:", "run-on:");
    assert.match((await errorsOf("faulty.yml", faulty)).join(), /run-on/);
  });
});

describe(".gitlab-ci.yml", () => {
  test("is valid by GitLab's own schema", (t) => {
    assert.equal(lintGitlab(makeFolder(t), readFileSync(".gitlab-ci.yml", "utf8")).status, 0);
  });

  test("with a fault is found to be invalid", (t) => {
    const faulty = readFileSync(".gitlab-ci.yml", "utf8").replace(
      "interruptible: true",
      "interruptible: maybe",
    );
    const { status, output } = lintGitlab(makeFolder(t), faulty);
    assert.notEqual(status, 0);
    assert.match(output, /interruptible/);
  });
});

test("every command that the CI files run exists, with these options", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const lines = [...WORKFLOWS, ".gitlab-ci.yml"].flatMap((file) => readFileSync(file, "utf8").split("\n"));
  const commands = lines.flatMap(
    (line) => /npm run (?:--silent )?([a-z]+)(?: -- (.*?))?(?: >.*)?$/.exec(line) ?? [],
  );
  assert.ok(commands.length >= 24);
  for (let index = 0; index < commands.length; index += 3) {
    const [verb = "", words] = commands.slice(index + 1, index + 3);
    assert.ok(verb in scripts, verb);
    if (verb !== "publish") continue;
    const given = (words ?? "").replaceAll('"$PUBLISH_TARGET"', "rsync").replaceAll(/"([^"]*)"/g, "$1");
    const address = given
      .replaceAll("$PREVIEW_URL", "https://preview.example.vn")
      .replaceAll(/\$(NUMBER|CI_\w+)/g, "7");
    assert.doesNotThrow(() => parseCommandLine(address.split(" "), {}), address);
  }
});

/** GitHub's own parser imports JSON as bundlers do, not as Node does. */
async function loadParser(folder: string): Promise<typeof import("@actions/workflow-parser")> {
  const outfile = `${folder}/workflow-parser.cjs`;
  const stdin = { contents: 'export * from "@actions/workflow-parser"', resolveDir: process.cwd() };
  await build({ stdin, bundle: true, platform: "node", format: "cjs", outfile, logLevel: "silent" });
  return createRequire(import.meta.url)(outfile) as typeof import("@actions/workflow-parser"); // it exports the same names
}

async function errorsOf(name: string, content: string): Promise<readonly string[]> {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await parser;
  const trace = new NoOperationTraceWriter();
  const result = parseWorkflow({ name, content }, trace);
  const template = await convertWorkflowTemplate(result.context, result.value ?? fail(name));
  return [
    ...result.context.errors.getErrors().map((error) => error.message),
    ...(template.errors ?? []).map((error) => error.Message),
  ];
}

function fail(name: string): never {
  throw new Error(`${name} is empty`);
}

function lintGitlab(
  folder: string,
  content: string,
): { readonly status: number | null; readonly output: string } {
  const git = (...words: readonly string[]) =>
    spawnSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@example.vn", ...words]);
  writeFileSync(`${folder}/.gitlab-ci.yml`, content);
  copyFileSync("package-lock.json", `${folder}/package-lock.json`);
  git("init", "-q", "-b", "main");
  git("remote", "add", "origin", "git@gitlab.example.vn:btg/portal.git");
  git("add", "-A");
  git("commit", "-qm", "x");
  const lint = spawnSync(
    process.execPath,
    [resolve("node_modules/gitlab-ci-local/dist/index.js"), "--list"],
    {
      cwd: folder,
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  return { status: lint.status, output: lint.stdout + lint.stderr };
}
