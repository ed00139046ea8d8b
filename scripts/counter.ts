/**
 * The visitor counter: `npm run counter` runs it; `npm run counter -- <sub-command>` looks after its data file.
 * Everything it can do is described in scripts/lib/counter/README.md.
 */
import { backupCommand } from "./lib/counter/commands/backup.ts";
import { bundleCommand } from "./lib/counter/commands/bundle.ts";
import type { Command } from "./lib/counter/commands/command.ts";
import { exportCommand } from "./lib/counter/commands/export.ts";
import { importCommand } from "./lib/counter/commands/import.ts";
import { runCommand } from "./lib/counter/commands/run.ts";
import { verifyCommand } from "./lib/counter/commands/verify.ts";
import { processIo, runProcess } from "./lib/counter/node/process-io.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  run: runCommand,
  export: exportCommand,
  import: importCommand,
  backup: backupCommand,
  verify: verifyCommand,
  bundle: bundleCommand,
};

const HELP = `counter [run]      [--data FILE] [--paths FILE] [--host ADDRESS] [--port NUMBER]
counter export     [--snapshot FILE] [--csv FILE] [--data FILE | --from URL]
counter import     [FILE.csv …] [--total NUMBER] [--skip-unknown] [--paths FILE] [--data FILE | --to URL]
counter backup     FILE [--data FILE]
counter verify     [FILE]
counter bundle     DIRECTORY
Settings: COUNTER_UNIT, COUNTER_ORIGINS, COUNTER_PROXIES, COUNTER_RATE, COUNTER_DATA, COUNTER_PATHS, COUNTER_HOST, COUNTER_PORT`;

const [first = "run", ...rest] = process.argv.slice(2);
const isName = !first.startsWith("-");
const command = COMMANDS[isName ? first : "run"];

if (first === "--help" || command === undefined) {
  if (command === undefined) console.error(`counter: "${first}" is not a sub-command`);
  console.log(HELP);
  process.exitCode = command === undefined ? 1 : 0;
} else await runProcess(() => command(isName ? rest : [first, ...rest], processIo));
