import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findPages } from "#search/find-pages.ts";

// npm run search -- --site _site "query" --json          [{ "url", "title", "score" }], best first
// npm run search -- --site _site --queries FILE --json   one query a line, one such array a line
try {
  const { values, positionals } = parseArgs({
    args: queriesLast(process.argv.slice(2)),
    allowPositionals: true,
    options: {
      site: { type: "string", default: "_site" },
      json: { type: "boolean", default: false },
      queries: { type: "string" },
      limit: { type: "string", default: "20" },
    },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(`--limit: "${values.limit}" is not a whole number from 1 on`);
  const lines =
    values.queries === undefined
      ? [positionals.join(" ")]
      : (await readFile(values.queries, "utf8")).split(/\r?\n/);
  const queries = values.queries === undefined ? lines : lines.slice(0, lines.at(-1) === "" ? -1 : undefined);
  if (values.queries === undefined && positionals.length === 0) {
    throw new Error('no query: npm run search -- --site _site "tuyen giao ha giang" --json');
  }
  for await (const pages of findPages(values.site, queries, limit)) {
    console.log(
      values.json
        ? JSON.stringify(pages)
        : pages.map((page) => `${page.score.toFixed(2)}  ${page.url}  ${page.title}`).join("\n") ||
            "Nothing found.",
    );
  }
} catch (error) {
  console.error(`search: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/** A query may begin with a dash: what is no option by its form goes behind `--`. */
function queriesLast(args: readonly string[]): string[] {
  const isQuery = (arg: string): boolean => /^-(?!-[a-z]+(?:=|$))./.test(arg);
  return args.includes("--")
    ? [...args]
    : [...args.filter((arg) => !isQuery(arg)), "--", ...args.filter(isQuery)];
}
