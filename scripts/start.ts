import { parseArgs } from "node:util";
import { join } from "node:path";
import { createLog } from "#counter/node/log.ts";
import { openCounter } from "#counter/node/server.ts";
import { parseSettings } from "#counter/settings.ts";
import { BUILD_FLAGS, buildArguments, readBuildOptions } from "#site/options.ts";
import { runBuild } from "#site/run-build.ts";
import { servePortal } from "#site/serve/serve-portal.ts";

/* npm start -- [--port 8080] [--data FILE] [build flags]: builds, serves the portal with its counter, and follows edits. */
const own = {
  port: { type: "string", default: "8080" },
  data: { type: "string", default: ".data/counter.db" },
} as const;

try {
  const { values } = parseArgs({ options: { ...BUILD_FLAGS, ...own } });
  const port = readPort(values.port);
  const { settings, problems } = parseSettings(process.env);
  if (settings === null) throw new Error(problems.join("\n"));
  const environment = { BASE_URL: `http://localhost:${port}/`, ...process.env };
  const clock = () => performance.now();
  const read = () => readBuildOptions(buildArguments(values), environment, Date.now());
  const options = await runBuild(read, process.stderr, clock);
  if (options !== null) {
    const log = createLog((line) => process.stderr.write(line), Date.now);
    const paths = join(options.output, "paths.json");
    const counter = openCounter({ data: values.data, paths, settings, log, now: Date.now });
    const say = (line: string) => console.log(line);
    const portal = await servePortal({ build: options, port, api: counter.handle, say, clock });
    console.log(`\n  ${portal.url}\n\nEdit content/ and the page follows; Ctrl+C ends.`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void portal.close().then(counter.close));
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function readPort(text: string): number {
  const port = Number(text);
  if (text.trim() !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--port: "${text}" is not a whole number from 0 to 65535`);
}
