import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { runProgram, type Shell } from "./shell.ts";

/** Where a server is: `deploy@web.example.vn`, with further `ssh` options (port, key) as a shell would split them. */
export interface SshDestination {
  readonly host: string;
  readonly options: readonly string[];
}

/** A server over SSH; one connection is kept open for all calls. */
export class SshShell implements Shell {
  readonly label: string;
  readonly scratch = tmpdir();
  readonly #host: string;
  readonly #folder = mkdtempSync(`${tmpdir()}/trang-tin-ssh-`);
  readonly #ssh: readonly string[];

  constructor(destination: SshDestination, label: string) {
    this.label = label;
    this.#host = destination.host;
    this.#ssh = [
      ...["-o", "BatchMode=yes", "-o", "ControlMaster=auto", "-o", "ControlPersist=60"],
      ...["-o", `ControlPath=${this.#folder}/%C`, ...destination.options],
    ];
  }

  run(script: string, args: readonly string[], input = ""): Promise<string> {
    const command = ["/bin/sh", "-c", script, "sh", ...args].map(quote).join(" ");
    return runProgram("ssh", [...this.#ssh, this.#host, command], { input });
  }

  async copy(from: string, to: string): Promise<number> {
    const ssh = ["ssh", ...this.#ssh].map(quote).join(" ");
    const flags = ["-rlt", "-z", "--stats", "--no-human-readable", "--chmod=D755,F644", "--secluded-args"];
    const report = await runProgram("rsync", [...flags, "-e", ssh, `${from}/`, `${this.#host}:${to}/`]);
    return Number(/^Total bytes sent: (\d+)/m.exec(report)?.[1] ?? Number.NaN);
  }

  async close(): Promise<void> {
    await runProgram("ssh", [...this.#ssh, "-O", "exit", this.#host]).catch(() => undefined); // it may never have opened
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Quotes one word for a POSIX shell. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
