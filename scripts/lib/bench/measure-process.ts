import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";

/** A program to run as a whole process. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What one run cost. CPU and memory are read from /proc, so they are `null` off Linux. */
export interface Cost {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor time, of the process and all its children. */
  readonly cpu: number | null;
  /** Megabytes (10^6): the most that the process and its children held, high-water marks summed. */
  readonly memory: number | null;
}

const POLL_MILLISECONDS = 20;

/**
 * Runs a command to its end and measures it. Its output goes to `log`.
 *
 * CPU and memory are the kernel's own counters (`utime`, `stime`, `VmHWM`), read every 20 ms while the process lives;
 * so the last 20 ms of CPU may be missing.
 * @throws Error with the command and the end of its output where it cannot be started or fails.
 */
export async function measureProcess(command: Command, log: string): Promise<Cost> {
  const output = openSync(log, "w");
  const start = performance.now();
  const child = spawn(command.program, command.args, {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    stdio: ["ignore", output, output],
  });
  const sample = { cpu: null as number | null, memory: null as number | null };
  const timer = setInterval(() => {
    if (child.pid === undefined) return;
    const now = readTree(child.pid);
    if (now === null) return;
    sample.cpu = Math.max(sample.cpu ?? 0, now.cpu);
    sample.memory = Math.max(sample.memory ?? 0, now.memory);
  }, POLL_MILLISECONDS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", resolve);
    });
    const wall = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`it ended with ${code ?? "a signal"}:\n${tail(log)}`);
    return { wall, ...sample };
  } catch (error) {
    const line = [command.program, ...command.args].join(" ");
    throw new Error(`${line} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    clearInterval(timer);
    closeSync(output);
  }
}

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

/** CPU seconds and megabytes of a process and those of its descendants that live; `null` where it is gone. */
function readTree(pid: number): { cpu: number; memory: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [own, system, ended, endedSystem] = fields.slice(11, 15);
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    let cpu = ((own ?? 0) + (system ?? 0) + (ended ?? 0) + (endedSystem ?? 0)) / TICKS;
    let memory = (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
    for (const child of childrenOf(pid)) {
      const below = readTree(child);
      cpu += below?.cpu ?? 0;
      memory += below?.memory ?? 0;
    }
    return { cpu, memory };
  } catch {
    return null; // It ended between two reads, or this system has no /proc.
  }
}

/** Processes that any thread of a process has started: the kernel lists them by thread. */
function childrenOf(pid: number): readonly number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "latin1");
      return children
        .split(" ")
        .filter((child) => child.trim() !== "")
        .map(Number);
    } catch {
      return []; // The thread has ended.
    }
  });
}

function tail(log: string): string {
  return readFileSync(log, "utf8").trimEnd().split("\n").slice(-12).join("\n");
}
