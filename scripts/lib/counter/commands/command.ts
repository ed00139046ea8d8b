/** What every sub-command of `counter` is given and may throw. */

/** The surroundings of a sub-command. */
export interface CommandIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (line: string) => void;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Resolves when the operator asks a running counter to stop. */
  readonly stopped: () => Promise<unknown>;
}

/** A sub-command: its arguments in, nothing out; it throws {@link CommandError} for what the operator can put right. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<void> | void;

/** Problems for the operator, all of one run together, one a line. */
export class CommandError extends Error {
  readonly problems: readonly string[];
  constructor(...problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}
