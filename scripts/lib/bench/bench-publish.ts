import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { HashedFile } from "#publish/hash-files.ts";
import { precompress } from "#publish/precompress.ts";
import { scanFolder } from "#publish/scan-folder.ts";
import { provideCorpus } from "./corpora.ts";
import { type Command, type Cost, measureProcess } from "./measure-process.ts";
import { portalContenders } from "./portal.ts";
import { markdownTable } from "./report.ts";
import { deleteSetAside, setAside } from "./set-aside.ts";

const PROJECT = join(import.meta.dirname, "../../..");
const BASE_URL = "https://tuyengiao-mau.example/";
/** Seconds for publishing one edited article, and for the compressed forms of a site that did not change. */
const LIMITS = { publish: 3, precompress: 2 };
/** Bytes sent for each byte that changed. */
const LIMIT_SENT = 3;

/**
 * Builds a generated portal, publishes it to a folder, edits the newest article, builds and publishes again, goes back,
 * and makes the compressed forms of the unchanged site once more.
 * @param args `--articles 10000 --runs 3 --work .cache/bench`.
 * @returns a Markdown table and the promises.
 * @throws Error with the end of its output where a build or a publish fails.
 */
export async function benchPublish(args: readonly string[], tell: (line: string) => void): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: "string", default: "10000" },
      runs: { type: "string", default: "3" },
      work: { type: "string", default: ".cache/bench" },
    },
  });
  const work = resolve(values.work);
  mkdirSync(work, { recursive: true });
  const corpus = await provideCorpus(work, Number(values.articles));
  const portal = await portalContenders(work, corpus);
  const home = join(work, `portal-${corpus.articles}`);
  const folders = {
    site: join(home, "site"),
    to: join(home, "published"),
    cache: join(home, "publish-cache"),
  };
  const log = join(work, "publish.log");
  setAside(folders.to);
  const build = async (round: number): Promise<void> => {
    tell(`building ${corpus.articles} articles`);
    portal.edited.prepare(round);
    await measureProcess(portal.edited.command, log);
  };
  const publish = (...words: readonly string[]): Promise<Cost> =>
    measureProcess(command(words, folders), log);
  const toFolder = ["--target", "folder", "--base-url", BASE_URL, "--unsigned", "--site", folders.site];

  await build(-1);
  tell("publishing it for the first time");
  const rows = [row("first release", await publish(...toFolder), "")];
  let [slowest, mostSent] = [0, 0];
  for (let round = 0; round < Number(values.runs); round += 1) {
    const before = await sumsOf(folders.site, work);
    await build(round);
    const changed = changedBytes(before, await sumsOf(folders.site, work));
    const cost = await publish(...toFolder);
    const sent = sentBytes(readFileSync(log, "utf8"));
    rows.push(row(`one article edited, ${round + 1}`, cost, `${sent} sent for ${changed} changed`));
    slowest = Math.max(slowest, cost.wall);
    mostSent = Math.max(mostSent, sent / changed);
  }
  rows.push(row("rollback", await publish("rollback"), ""));
  const seconds = await precompressAgain(folders);
  deleteSetAside(work);
  rows.push(["compressed forms of the unchanged site", seconds.toFixed(2), "", ""]);
  return [
    markdownTable([`Publishing ${corpus.articles} articles to a folder`, "Seconds", "CPU s", "Bytes"], rows),
    "",
    promise("one edited article, seconds", slowest, LIMITS.publish),
    promise("bytes sent for each changed byte", mostSent, LIMIT_SENT),
    promise("compressed forms of an unchanged site, seconds", seconds, LIMITS.precompress),
  ].join("\n");
}

interface Folders {
  readonly site: string;
  readonly to: string;
  readonly cache: string;
}

function command(words: readonly string[], { to, cache }: Folders): Command {
  const args = ["scripts/publish.ts", ...words, "--to", to, "--cache", cache];
  return { program: process.execPath, args, folder: PROJECT };
}

async function precompressAgain({ site, cache }: Folders): Promise<number> {
  const { files } = await scanFolder(site, join(cache, "sums"));
  const start = performance.now();
  const { compressed } = await precompress({ files, folder: site, cacheFolder: cache });
  if (compressed > 0) throw new Error(`${compressed} files of an unchanged site were compressed again`);
  return (performance.now() - start) / 1000;
}

/** The build's own files; their sums are kept apart from those of publish, which must find them out itself. */
async function sumsOf(site: string, work: string): Promise<readonly HashedFile[]> {
  return (await scanFolder(site, join(work, "publish-bench-sums"))).files;
}

/** Bytes of the build's files that are new or other than before, without compressed forms and manifest. */
function changedBytes(before: readonly HashedFile[], after: readonly HashedFile[]): number {
  const known = new Map(before.map(({ path, sha256 }) => [path, sha256]));
  return after
    .filter(({ path, sha256 }) => known.get(path) !== sha256)
    .reduce((sum, { size }) => sum + size, 0);
}

/** What `publish` says of itself: `changed 7 files (202,173 bytes), removed 0, sent 202,173 bytes`. */
function sentBytes(output: string): number {
  return Number(/ sent ([\d,]+) bytes/.exec(output)?.[1]?.replaceAll(",", "") ?? NaN);
}

function row(name: string, { wall, cpu }: Cost, bytes: string): readonly string[] {
  return [name, wall.toFixed(2), cpu?.toFixed(2) ?? "?", bytes];
}

function promise(what: string, value: number, limit: number): string {
  return `Promise: ${what}: at most ${limit}; ${value <= limit ? "kept" : "broken"} (${value.toFixed(2)}).`;
}
