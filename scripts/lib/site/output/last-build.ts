import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "#domain/problem.ts";
import { examine } from "./examine.ts";
import { outputName, readRecord, type OutputRecord } from "./record.ts";

/** What the last build of an output was made from, and what it said. */
export interface LastBuild {
  /** Of everything it was made from but the time. */
  readonly inputs: string;
  /** The time for which it was built, in milliseconds. */
  readonly now: number;
  /** The first at which a build would give other bytes, `null` where there is none; see valid-until.ts. */
  readonly validUntil: number | null;
  readonly pages: number;
  readonly largest: readonly { readonly path: string; readonly bytes: number }[];
  /** Its warnings. */
  readonly problems: readonly Problem[];
}

/** Keeps what a build was made from, after its output stands. */
export function rememberBuild(cache: string, output: string, build: LastBuild): void {
  const file = fileOf(cache, output);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(build));
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * The last build, where building again would change nothing: same inputs, no date in between at which something comes
 * or goes, and every file of the output as it was left.
 * @param now the time to build for, in milliseconds.
 */
export function unchangedBuild(cache: string, output: string, inputs: string, now: number): LastBuild | null {
  const last = readLast(fileOf(cache, output));
  if (last?.inputs !== inputs) return null;
  if (now !== last.now && (now < last.now || now >= (last.validUntil ?? Infinity))) return null;
  const record = readRecord(cache, output);
  return record !== null && isIntact(output, record) ? last : null;
}

/** @example fingerprintOf(["1", { content: "/srv/content" }]) // 64 hex digits */
export function fingerprintOf(inputs: unknown): string {
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}

/** Whether every file and folder of an output is as it was recorded; a foreign file changes the time of its folder. */
function isIntact(output: string, record: OutputRecord): boolean {
  if (lstatSync(output, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  const { files, folders } = examine(output, record);
  return files.size + folders.size === 0;
}

function readLast(file: string): LastBuild | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LastBuild; // Written by rememberBuild, renamed when complete.
  } catch {
    return null;
  }
}

function fileOf(cache: string, output: string): string {
  return join(cache, "outputs", `${outputName(output)}.build.json`);
}
