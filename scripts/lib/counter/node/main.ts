/** The embedded counter as a program of its own: what `counter bundle` makes the server file from. */
import { runCommand } from "../commands/run.ts";
import { processIo, runProcess } from "./process-io.ts";

await runProcess(() => runCommand(process.argv.slice(2), processIo));
