import { parseArgs } from "node:util";
import { join } from "node:path";
import { createLog } from "#counter/node/log.ts";
import { openCounter } from "#counter/node/server.ts";
import { parseSettings } from "#counter/settings.ts";
import { BUILD_FLAGS, readBuildOptions } from "#site/options.ts";
import { runBuild } from "#site/run-build.ts";
import { servePortal } from "#site/serve/serve-portal.ts";

/* npm start -- [--port 8080] [--data FILE] [build flags]: builds, serves the portal with its counter, and follows edits. */
const own = {
  port: { type: "string", default: "8080" },
  data: { type: "string", default: ".data/counter.db" },
} as const;
const { values } = parseArgs({ options: { ...BUILD_FLAGS, ...own } });
const flags = Object.entries(values).flatMap(([name, value]) =>
  name in own ? [] : value === true ? [`--${name}`] : [`--${name}`, String(value)],
);
const environment = { BASE_URL: `http://localhost:${values.port}/`, ...process.env };
const clock = () => performance.now();
const options = await runBuild(() => readBuildOptions(flags, environment, Date.now()), process.stderr, clock);

const { settings, problems } = parseSettings(process.env);
if (options === null || settings === null) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else {
  try {
    const log = createLog((line) => process.stderr.write(line), Date.now);
    const paths = join(options.output, "paths.json");
    const counter = openCounter({ data: values.data, paths, settings, log, now: Date.now });
    const say = (line: string) => console.log(line);
    const portal = await servePortal({
      build: options,
      port: Number(values.port),
      api: counter.handle,
      say,
      clock,
    });
    console.log(`\n  ${portal.url}\n\nEdit content/ and the page follows; Ctrl+C ends.`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void portal.close().then(counter.close));
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
