import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { parseMoment } from "#domain/dates.ts";
import { parseHost, type Host } from "#domain/urls.ts";

/** What one build is told; the same names serve as flags (`--base-url`) and environment variables (`BASE_URL`). */
export interface BuildOptions {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** How messages name it: as it was written, or `content`. */
  readonly label: string;
  /** Absolute path of the finished site. */
  readonly output: string;
  /** Absolute path of the persistent cache; safe to delete. */
  readonly cache: string;
  /** The instant for which the site is built, in milliseconds. */
  readonly now: number;
  readonly host: Host;
  /** Whether to make the search index. */
  readonly search: boolean;
  /** Whether pages are for reviewers only: every page says `noindex`. */
  readonly preview: boolean;
  /** How progress is told. */
  readonly report: "text" | "quiet" | "json";
}

const FLAGS = {
  content: { type: "string" },
  output: { type: "string" },
  cache: { type: "string" },
  now: { type: "string" },
  "base-url": { type: "string" },
  "no-search": { type: "boolean" },
  preview: { type: "boolean" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** The flags that `readBuildOptions` understands, for commands with flags of their own (see `buildArguments`). */
export const BUILD_FLAGS = FLAGS;

/**
 * The arguments of a build among the flags of a command that has others, too.
 * @param values what `parseArgs` found.
 * @example buildArguments({ port: "8080", quiet: true }) // ["--quiet"]
 */
export function buildArguments(
  values: Readonly<Record<string, string | boolean | undefined>>,
): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!(name in FLAGS) || value === undefined) return [];
    return value === true ? [`--${name}`] : [`--${name}`, String(value)];
  });
}

/**
 * Reads the options of a build from flags and environment variables; a flag wins.
 * @param clock the present in milliseconds, used where `--now` is not given.
 * @throws {Error} with an operator's message that names the flag and the value.
 * @example readBuildOptions(["--now", "2026-11-22T08:00:00+07:00"], process.env, Date.now())
 */
export function readBuildOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  clock: number,
): BuildOptions {
  const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
  const content = values.content ?? env["CONTENT"] ?? "content";
  return {
    content: resolve(content),
    label: (values.content === undefined ? env["CONTENT_LABEL"] : undefined) ?? content.replace(/\/+$/, ""),
    output: resolve(values.output ?? env["OUTPUT"] ?? "_site"),
    cache: resolve(values.cache ?? env["CACHE"] ?? ".cache"),
    now: readNow(values.now ?? env["NOW"], clock),
    host: parseHost(values["base-url"] ?? env["BASE_URL"] ?? "https://trangtin.example/"),
    search: values["no-search"] !== true && env["NO_SEARCH"] === undefined,
    preview: values.preview ?? env["PREVIEW"] !== undefined,
    report: values.json === true ? "json" : values.quiet === true ? "quiet" : "text",
  };
}

/** Writes options back as environment variables, for a build in a process of its own. */
export function toEnvironment(options: BuildOptions): Readonly<Record<string, string>> {
  return {
    CONTENT: options.content,
    CONTENT_LABEL: options.label,
    OUTPUT: options.output,
    CACHE: options.cache,
    NOW: new Date(options.now).toISOString(),
    BASE_URL: options.host.origin + options.host.base,
    ...(options.search ? {} : { NO_SEARCH: "1" }),
    ...(options.preview ? { PREVIEW: "1" } : {}),
  };
}

function readNow(text: string | undefined, clock: number): number {
  if (text === undefined) return clock;
  const moment = parseMoment(text);
  if (typeof moment === "object") return moment.epoch;
  throw new Error(`--now: "${text}" is not a time such as 2026-11-22T08:00:00+07:00`);
}
