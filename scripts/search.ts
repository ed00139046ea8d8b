import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findPages } from "#search/find-pages.ts";

// npm run search -- --site _site "query" --json          [{ "url", "title", "score" }], best first
// npm run search -- --site _site --queries FILE --json   one query a line, one such array a line
try {
  const { values, positionals } = parseArgs({
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
  const queries = lines.filter((line, index) => line.trim() !== "" || index < lines.length - 1);
  if (values.queries === undefined && queries.every((query) => query.trim() === "")) {
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
