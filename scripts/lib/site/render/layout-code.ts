import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, getCompileCacheDir } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import { threadId } from "node:worker_threads";
import type { LeanRuntime } from "./lean-runtime.ts";

/** Layouts of this thread by path: all environments compile by the same rules. */
const known = new Map<string, { readonly text: string; readonly code: unknown }>();

/**
 * Runs what Nunjucks makes of a layout's text, and gives the object that its environments take instead of the text. Where
 * Node keeps compiled modules (`compile-cache.ts`) the JavaScript is kept beside them: an edit would spend more on
 * compiling layouts than on rendering pages.
 * @param compile makes JavaScript of the text. @param lean what it calls.
 * @throws {Error} where there is no such layout, and what `compile` throws.
 */
export function layoutCode(path: string, compile: (text: string) => string, lean: LeanRuntime): unknown {
  const text = readFileSync(path, "utf8");
  let layout = known.get(path);
  if (layout?.text !== text) {
    const source = keptSource(path, text, compile);
    const names: readonly (keyof LeanRuntime)[] = ["macroOf", "printed"];
    const run = compileFunction(source, names, { filename: path }) as (
      ...parts: readonly unknown[]
    ) => unknown; // of those names
    known.set(path, (layout = { text, code: run(...names.map((name) => lean[name])) }));
  }
  return layout.code;
}

function keptSource(path: string, text: string, compile: (text: string) => string): string {
  const folder = getCompileCacheDir();
  if (folder === undefined) return compile(text);
  const file = join(folder, "layouts", `${hash("sha256", [compilers(), path, text].join("\0"))}.js`);
  try {
    return readFileSync(file, "utf8");
  } catch {
    const source = compile(text);
    keep(file, source);
    return source;
  }
}

function keep(file: string, source: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const aside = `${file}.${process.pid}-${threadId}`; // Threads compile the same layouts at the same time.
    writeFileSync(aside, source);
    renameSync(aside, file);
  } catch {
    // The folder cannot be written: the layout is compiled again next time.
  }
}

let rules: string | null = null;

/** All that decides what a layout's text is compiled to. */
function compilers(): string {
  rules ??= [
    createRequire(import.meta.url).resolve("nunjucks/package.json"),
    ...["lean-code.ts", "once-tag.ts", "templates.ts"].map((file) => join(import.meta.dirname, file)),
  ]
    .map((file) => readFileSync(file, "utf8"))
    .join("\0");
  return rules;
}
