/** `counter export`: the snapshot a build bakes, and the days as CSV. */
import { messageOf } from "../message-of.ts";
import { hash, randomBytes } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { buildSnapshot } from "../build-snapshot.ts";
import { readStore } from "../journal-store.ts";
import { createLedger } from "../ledger.ts";
import { parseSettings } from "../settings.ts";
import { type CounterSnapshot, parseSnapshot } from "../snapshot.ts";
import { daysCsv } from "../statistics-csv.ts";
import { type Command, CommandError, type CommandIo } from "./command.ts";
import { dataFile, withDataFile } from "./data-file.ts";

const PATIENCE_MS = 20_000;

/**
 * `--snapshot FILE` and `--csv FILE` write files (whole or not at all); with neither, the snapshot goes to the output.
 * `--from URL` asks a counter elsewhere (`https://host`), e.g. in CI or when the counter is a Worker.
 */
export const exportCommand: Command = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: "string" },
      from: { type: "string" },
      snapshot: { type: "string" },
      csv: { type: "string" },
    },
  });
  const snapshot =
    values.from === undefined ? local(dataFile(values.data, io), io) : await remote(values.from);
  const json = `${JSON.stringify(snapshot, null, 1)}\n`;
  if (values.snapshot === undefined && values.csv === undefined) io.out(json.trimEnd());
  if (values.snapshot !== undefined) write(values.snapshot, json, io);
  if (values.csv !== undefined) write(values.csv, daysCsv(snapshot.days), io);
};

function local(file: string, io: CommandIo): CounterSnapshot {
  const { settings, problems } = parseSettings(io.env);
  if (settings === null) throw new CommandError(...problems);
  return withDataFile(file, { readOnly: true }, (sql) => {
    const store = readStore(sql);
    const ledger = createLedger(store, {
      unit: settings.unit,
      digest: (text) => hash("sha256", text, "hex"),
      newSalt: () => randomBytes(32).toString("hex"),
      clockWentBack: () => undefined,
    });
    return buildSnapshot(store, ledger.numbers(null, io.now()), io.now());
  });
}

async function remote(origin: string): Promise<CounterSnapshot> {
  const url = URL.canParse(origin) ? new URL("/api/snapshot", origin) : null;
  if (url === null)
    throw new CommandError(`--from "${origin}" is not an address such as https://tuyengiao.example.vn`);
  let value: unknown;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    value = await response.json();
  } catch (error) {
    throw new CommandError(`${url.href}: no snapshot (${messageOf(error)})`);
  }
  const { snapshot, problems } = parseSnapshot(value);
  if (snapshot === null) throw new CommandError(...problems.map((problem) => `${url.href}: ${problem}`));
  return snapshot;
}

function write(file: string, text: string, io: CommandIo): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, text);
  renameSync(`${file}.partial`, file);
  io.out(`written: ${file}`);
}
