/** What a command needs from the process around it. */
export interface CommandContext {
  readonly environment: NodeJS.ProcessEnv;
  readonly now: Date;
  /** Something no one can guess, for names that must not exist. */
  readonly nonce: string;
  readonly print: (line: string) => void;
}
