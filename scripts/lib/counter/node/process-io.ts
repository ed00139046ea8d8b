/** The surroundings of a sub-command in a real process. */
import { messageOf } from "../message-of.ts";
import type { CommandIo } from "../commands/command.ts";

/** Environment, output, clock and signals of this process. */
export const processIo: CommandIo = {
  env: process.env,
  out: (line) => console.log(line),
  now: () => Date.now(),
  stopped: () => new Promise((resolve) => process.once("SIGTERM", resolve).once("SIGINT", resolve)),
};

/** Runs a sub-command; its problems go to the error output, one a line, and make the exit code 1. */
export async function runProcess(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = messageOf(error);
    for (const problem of message.split("\n")) console.error(`counter: ${problem}`);
    process.exitCode = 1;
  }
}
