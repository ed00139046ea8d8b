import { availableParallelism } from "node:os";
import { setImmediate as turn } from "node:timers/promises";
import { Lane } from "#threads/lane.ts";
import type { Registers } from "./parse-article.ts";
import { parseFile, type ContentFolder, type Entry } from "./parse-file.ts";
import type { Parsed } from "./source-file.ts";

/** Takes what a file parsed to. */
export type TakeParsed = (path: string, parsed: Parsed<Entry>) => void;

/** Starting a thread costs what this many files cost. */
const WORTH_A_THREAD = 1000;
/** Files that travel together, and so many of them ahead of a thread's work. */
const BATCH = 100;
const AHEAD = 2;
/** Files that this thread parses between two looks at what the others have done. */
const BREATH = 25;

/**
 * Parses files on all cores: one thread less than there are, and this one, which takes what they cannot take. Few files
 * are parsed here alone.
 * @param take is given each file once, in no particular order.
 * @param threads beside this one.
 * @throws {Error} of the file system.
 */
export async function parseFiles(
  paths: readonly string[],
  content: ContentFolder,
  registers: Registers,
  take: TakeParsed,
  threads = paths.length < WORTH_A_THREAD ? 0 : availableParallelism() - 1,
): Promise<void> {
  const lanes = Array.from({ length: threads }, () => openParseLane(content));
  try {
    for (let at = 0; at < paths.length;) {
      const lane = lanes.find(({ ahead }) => ahead < AHEAD);
      const files = paths.slice(at, at + (lane === undefined ? BREATH : BATCH));
      at += files.length;
      if (lane !== undefined) lane.send(files, (parsed) => takeAll(files, parsed, take));
      else for (const path of files) take(path, asStored(parseFile(path, content, registers)));
      if (lanes.length > 0) await turn();
    }
    await Promise.all(lanes.map((lane) => lane.idle()));
  } finally {
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}

/** A thread that is told paths and answers with what they parsed to in their order, as JSON. */
function openParseLane(content: ContentFolder): Lane<readonly string[], string> {
  return new Lane(new URL("parse-worker.ts", import.meta.url), "parses content", { workerData: content });
}

function takeAll(paths: readonly string[], json: string, take: TakeParsed): void {
  const all = JSON.parse(json) as readonly Parsed<Entry>[]; // Written by parse-worker.ts.
  all.forEach((parsed, index) => take(paths[index] ?? "", parsed));
}

/**
 * What a later build will read, and what comes from other threads. It also lets the file's text go: pieces of a string,
 * such as its titles, would keep the whole of it in memory.
 */
function asStored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value; // What is parsed is plain data.
}
