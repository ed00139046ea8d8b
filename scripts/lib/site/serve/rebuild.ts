import { spawn } from "node:child_process";
import { join } from "node:path";
import type { BuildOptions } from "../options.ts";
import { toEnvironment } from "../options.ts";
import { ROOT } from "../program.ts";

/** How a build in a process of its own ended. */
export interface RebuildResult {
  readonly ok: boolean;
  /** What it wrote: problems, or the operator's message. */
  readonly lines: readonly string[];
}

/**
 * Builds in a child process, so that the server answers meanwhile and changed TypeScript counts.
 * @param extra flags for the build, such as `--no-search`.
 */
export function rebuild(options: BuildOptions, extra: readonly string[] = []): Promise<RebuildResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, "scripts", "build.ts"), "--quiet", ...extra], {
      env: { ...process.env, ...toEnvironment(options) },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.on("close", (code) =>
      resolve({ ok: code === 0, lines: text.split("\n").filter((line) => line !== "") }),
    );
  });
}
