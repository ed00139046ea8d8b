/** `counter run`: the embedded counter as a service of its own. */
import { messageOf } from "../message-of.ts";
import { parseArgs } from "node:util";
import { createLog } from "../node/log.ts";
import { startCounterServer } from "../node/server.ts";
import { parseSettings } from "../settings.ts";
import { type Command, CommandError } from "./command.ts";
import { dataFile, explain, pathsFile } from "./data-file.ts";

const DEFAULT_PORT = 8787;

/** Runs until the operator stops it; every hit that was answered is then in the data file. */
export const runCommand: Command = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      paths: { type: "string" },
      host: { type: "string" },
      port: { type: "string" },
    },
  });
  const { settings, problems } = parseSettings(io.env);
  const port = Number(values.port ?? io.env["COUNTER_PORT"] ?? DEFAULT_PORT);
  const portProblem =
    Number.isInteger(port) && port >= 0 && port <= 65_535 ? [] : [`the port is not a number from 0 to 65535`];
  if (settings === null || portProblem.length > 0) throw new CommandError(...problems, ...portProblem);
  const data = dataFile(values.data, io);
  const host = values.host ?? io.env["COUNTER_HOST"] ?? "127.0.0.1";
  const server = await startCounterServer({
    data,
    host,
    port,
    settings,
    paths: pathsFile(values.paths, io),
    now: io.now,
    log: createLog(io.out, io.now),
  }).catch((error: unknown) => {
    const address = /EADDRINUSE|EACCES|EADDRNOTAVAIL/.test(messageOf(error));
    throw new CommandError(
      address ? `cannot listen on ${host}:${port} (${messageOf(error)})` : explain(data, error),
    );
  });
  await io.stopped();
  await server.close();
};
