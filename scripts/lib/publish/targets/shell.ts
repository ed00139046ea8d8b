import { spawn } from "node:child_process";

/** A place with a POSIX shell and GNU tools: this machine, or a server over SSH. */
export interface Shell {
  /** For messages: `/srv/trang-tin` or `deploy@host:/srv/trang-tin`. */
  readonly label: string;
  /** Local folder in which files gather before they travel; where possible on the disk they travel to. */
  readonly scratch: string;
  /**
   * Runs a script there.
   * @param args become `$1`, `$2` … of the script, whatever characters they hold
   * @returns standard output
   * @throws Error with the script's standard error where it fails
   */
  run(script: string, args: readonly string[], input?: string): Promise<string>;
  /**
   * Copies the contents of a local folder over a folder there; a file that exists is replaced, never written into.
   * @returns bytes that travelled
   */
  copy(from: string, to: string): Promise<number>;
  /** Ends connections that are kept open between calls. */
  close(): Promise<void>;
}

/** Runs a program to its end. `input` goes to its standard input. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(command, args, { stdio: "pipe", cwd: options.cwd, env: options.env ?? process.env });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined); // a program that ends early reports through its exit code
  child.once("error", reject);
  child.once("close", resolve);
  child.stdin.end(options.input ?? "");
  const code = await promise;
  const text = Buffer.concat(out).toString();
  if (code === 0) return text;
  const cause = Buffer.concat(err).toString().trim() || text.trim();
  throw new Error(`${command} failed (${code ?? "killed"}): ${cause}`);
}

/** This machine. */
export class LocalShell implements Shell {
  readonly label: string;
  readonly scratch: string;
  constructor(root: string) {
    this.label = root;
    this.scratch = `${root}/incoming`;
  }

  run(script: string, args: readonly string[], input = ""): Promise<string> {
    return runProgram("/bin/sh", ["-c", script, "sh", ...args], { input });
  }

  async copy(from: string, to: string): Promise<number> {
    const link = 'cp -al --remove-destination "$1/." "$2/" 2>/dev/null';
    const copy = 'cp -a --remove-destination "$1/." "$2/"';
    const bytes = 'find "$1" -type f -printf "%s\\n" | awk "{ sum += \\$1 } END { print sum + 0 }"';
    return Number(await this.run(`{ ${link} || ${copy}; } && ${bytes}`, [from, to]));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
