import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { keepCompiledModules } from "#site/compile-cache.ts";

keepCompiledModules();
const { parseCommandLine } = await import("#publish/command-options.ts");
const { runCommand } = await import("#publish/commands/run.ts");

// npm run publish -- --target folder|rsync|pages --to … --base-url …     publish _site
// npm run publish -- rollback|list --to …                                go back, look back
// npm run publish -- verify <address-or-folder>                          compare with the signed manifest
// npm run publish -- keygen | config --for nginx|caddy|headers … | due <next-publish.json>
// The guide is scripts/lib/publish/README.md.
// The web server is another user: what is published is readable whatever the operator's umask.
process.umask(0o022);
try {
  const options = parseCommandLine(process.argv.slice(2), process.env);
  // A build that was killed while it changed the site is finished first: what is published is one site, not two.
  if (options.verb === "publish") {
    const { settleOutput } = await import("#site/output/staging.ts");
    settleOutput(resolve(options.siteFolder));
  }
  const context = { environment: process.env, now: new Date(), nonce: randomUUID(), print: console.log };
  if (!(await runCommand(options, context))) process.exitCode = 1;
} catch (error) {
  console.error(`publish: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
