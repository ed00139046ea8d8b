/** `counter backup FILE`: a whole, compact copy of the data file while the counter runs. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Command, CommandError } from "./command.ts";
import { dataFile, withDataFile } from "./data-file.ts";

/** Copies with `VACUUM INTO` (a snapshot; writers go on) under another name, then renames: a half backup is never found. */
export const backupCommand: Command = (args, io) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: "string" } },
  });
  const [target] = positionals;
  if (target === undefined) throw new CommandError("name the file to write: counter backup FILE");
  if (existsSync(target)) throw new CommandError(`"${target}" exists; a backup never replaces a file`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    withDataFile(dataFile(values.data, io), { readOnly: false }, (sql) => sql.run("VACUUM INTO ?", partial));
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  io.out(`backup written: ${target}`);
};
