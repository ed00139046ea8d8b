import type { CommandContext } from "./context.ts";
import { printConfig } from "./config.ts";
import { due } from "./due.ts";
import { keygen } from "./keygen.ts";
import { publishToFolder } from "./publish-to-folder.ts";
import { publishToPages } from "./publish-to-pages.ts";
import { listReleases, rollBack } from "./releases.ts";
import { verify } from "./verify.ts";
import { TARGETS, UsageError, type CommandOptions } from "../command-options.ts";

/**
 * Runs one verb of `npm run publish`.
 * @returns false where a check found differences
 * @throws UsageError, PublishRefused, ManifestError and others; `message` is meant for the operator
 */
export async function runCommand(options: CommandOptions, context: CommandContext): Promise<boolean> {
  switch (options.verb) {
    case "publish":
      await publish(options, context);
      return true;
    case "rollback":
      await rollBack(options, context);
      return true;
    case "list":
      await listReleases(options, context);
      return true;
    case "verify":
      return verify(options, context);
    case "keygen":
      keygen(context);
      return true;
    case "config":
      printConfig(options, context);
      return true;
    case "due":
      await due(options, context);
      return true;
  }
}

function publish(options: CommandOptions, context: CommandContext): Promise<void> {
  if (options.target === null) throw new UsageError(`--target is missing: ${TARGETS.join(", ")}`);
  return options.target === "pages" ? publishToPages(options, context) : publishToFolder(options, context);
}
