import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { formatProblem } from "#domain/problem.ts";
import { Build } from "../build.ts";
import type { BuildOptions } from "../options.ts";
import { LAYOUTS, programFingerprint, ROOT } from "../program.ts";
import { createProgress } from "../progress.ts";
import { openStaging } from "../output/staging.ts";
import { startDevServer, type DevServer } from "./dev-server.ts";
import { Preview } from "./preview.ts";
import { rebuild } from "./rebuild.ts";
import { watch } from "./watch.ts";

/** A served portal that follows its content. */
export interface ServedPortal {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly build: BuildOptions;
  readonly port: number;
  /** Answers `/api/`. */
  readonly api: (request: IncomingMessage, response: ServerResponse) => void;
  /** Lines for the terminal. */
  readonly say: (line: string) => void;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
}

/**
 * Serves the built site and keeps it up to date: a saved article stands in the browser at once, lists and search follow
 * with the build in the background. While there are errors the old pages stay.
 */
export async function servePortal(options: ServeOptions): Promise<ServedPortal> {
  const { build, say, clock } = options;
  const server = await startDevServer({
    site: build.output,
    base: build.host.base,
    port: options.port,
    api: options.api,
  });
  let preview = await openPreview(build);
  const watching = await watch(
    [build.content, LAYOUTS, join(ROOT, "assets"), join(ROOT, "scripts")],
    async (files) => {
      const start = clock();
      const [only] = files;
      const quick =
        files.length === 1 && only !== undefined && preview !== null ? preview.refresh(only) : null;
      if (quick?.kind === "problems") {
        report(server, say, quick.problems.map(formatProblem));
        return;
      }
      if (quick?.kind === "page") {
        server.reload();
        say(`${quick.path} ${Math.round(clock() - start)} ms`);
      }
      const result = await rebuild(build);
      if (!result.ok) {
        report(server, say, result.lines);
        return;
      }
      say(`site up to date in ${Math.round(clock() - start)} ms`);
      server.reload();
      preview = await openPreview(build);
    },
  );
  return {
    url: server.url,
    close: async () => {
      await watching.close();
      await server.close();
    },
  };
}

function report(server: DevServer, say: (line: string) => void, lines: readonly string[]): void {
  for (const line of lines) say(line);
  server.showProblems(lines);
}

/** Loads the model of the present content; `null` where it has errors, which the build reports. */
async function openPreview(options: BuildOptions): Promise<Preview | null> {
  const staging = openStaging(join(tmpdir(), `trang-tin-preview-${process.pid}`), null);
  try {
    const quiet = createProgress("quiet", process.stderr, () => 0);
    return new Preview(await Build.open(options, programFingerprint(), staging, quiet));
  } catch {
    return null;
  } finally {
    staging.discard();
  }
}
