import { spawn, type ChildProcess } from "node:child_process";
import { once as event } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { provideCorpus } from "./corpora.ts";
import { CORPUS_DEFAULTS } from "./corpus/generate.ts";
import { editArticle, newestArticle, portalContenders, replaceFile } from "./portal.ts";
import { markdownTable } from "./report.ts";
import { median } from "#domain/median.ts";

const PROJECT = join(import.meta.dirname, "../../..");
/** Milliseconds between two looks at a page; the figures are exact to about this much. */
const POLL = 10;
/** An editor's pause between two savings, in which the build in the background ends. */
const PAUSE = 3000;
const PATIENCE = 300_000;
/** From saving the file to the new page, in milliseconds. */
const LIMIT = 300;

/**
 * Serves a generated portal as `npm start` does, saves the newest article again and again, and measures from outside,
 * over HTTP, how long it takes until its page and until the front page show the new text.
 * @param args `--articles 10000 --runs 5 --work .cache/bench`.
 * @returns a Markdown table.
 * @throws Error with the end of the server's output where it does not start, or a page never changes.
 */
export async function benchWatch(args: readonly string[], tell: (line: string) => void): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: "string", default: "10000" },
      runs: { type: "string", default: "5" },
      work: { type: "string", default: ".cache/bench" },
    },
  });
  const work = resolve(values.work);
  mkdirSync(work, { recursive: true });
  const corpus = await provideCorpus(work, Number(values.articles));
  await portalContenders(work, corpus);
  const home = join(work, `portal-${corpus.articles}`);
  const newest = newestArticle(join(home, "content"));
  if (newest === null) throw new Error("--articles must be 1 or more to have something to edit.");
  const original = readFileSync(join(corpus.folder, newest), "utf8");
  tell(`serving ${corpus.articles} articles`);
  const server = await startServer(home, join(work, "watch.log"));
  try {
    const page = `${server.url}${newest.slice("articles/".length, -"index.md".length)}`;
    const times: { page: number; front: number }[] = [];
    for (let round = 0; round < Number(values.runs); round += 1) {
      await sleep(PAUSE);
      // Numbers of earlier benchmarks are left behind, so that a page cannot have the sentence already.
      const sentence = `Cập nhật lần ${1001 + round}.`;
      const start = performance.now();
      replaceFile(join(home, "content", newest), editArticle(original, 1000 + round));
      const shown = await until(page, sentence, start);
      const front = await until(server.url, sentence, start);
      tell(`edit ${round + 1}: page ${shown.toFixed(0)} ms, front page ${front.toFixed(0)} ms`);
      times.push({ page: shown, front });
    }
    return report(times, corpus.articles);
  } finally {
    await server.stop();
  }
}

async function startServer(
  home: string,
  log: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const output = openSync(log, "w");
  const args = ["--content", "--output", "--cache"].flatMap((flag, at) => [
    flag,
    join(home, ["content", "site", "cache"][at] ?? ""),
  ]);
  const url = `http://localhost:${port}/`;
  const child = spawn(
    process.execPath,
    [
      "scripts/start.ts",
      ...args,
      ...["--port", String(port), "--data", join(home, "counter.db")],
      ...["--now", `${CORPUS_DEFAULTS.until}T08:00:00+07:00`, "--base-url", url],
    ],
    { cwd: PROJECT, stdio: ["ignore", output, output] },
  );
  closeSync(output);
  try {
    await untilReady(child, log, url);
  } catch (error) {
    child.kill();
    throw error;
  }
  return {
    url,
    stop: async () => {
      const ended = event(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, log: string, url: string): Promise<void> {
  const start = performance.now();
  while (!readFileSync(log, "utf8").includes(`  ${url}`)) {
    if (child.exitCode !== null || performance.now() - start > PATIENCE)
      throw new Error(`npm start did not come up:\n${readFileSync(log, "utf8").slice(-1000)}`);
    await sleep(100);
  }
}

async function until(url: string, text: string, start: number): Promise<number> {
  while (performance.now() - start < PATIENCE) {
    const answer = await fetch(url);
    if ((await answer.text()).includes(text)) return performance.now() - start;
    await sleep(POLL);
  }
  throw new Error(`${url} never showed "${text}".`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await event(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return address.port;
}

function report(
  times: readonly { readonly page: number; readonly front: number }[],
  articles: number,
): string {
  const row = (name: string, values: readonly number[]): readonly string[] => [
    name,
    ...[Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(0)),
  ];
  const page = times.map((time) => time.page);
  const table = markdownTable(
    [`From saving to seeing, ${articles} articles, ms`, "Least", "Median", "Most"],
    [
      row("the article's page", page),
      row(
        "the front page",
        times.map((time) => time.front),
      ),
    ],
  );
  const kept = median(page) <= LIMIT ? "kept" : "broken";
  return `${table}\n\nPromise: the article's page after at most ${LIMIT} ms; ${kept} (${median(page).toFixed(0)}).`;
}
