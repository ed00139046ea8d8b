import type { CommandContext } from "./context.ts";
import { TARGETS, UsageError, type CommandOptions } from "../command-options.ts";

/**
 * Runs one verb of `npm run publish`. Each verb loads only what it needs: `due` runs before anything is installed.
 * @returns false where a check found differences
 * @throws UsageError, PublishRefused, ManifestError and others; `message` is meant for the operator
 */
export async function runCommand(options: CommandOptions, context: CommandContext): Promise<boolean> {
  switch (options.verb) {
    case "publish":
      await publish(options, context);
      return true;
    case "rollback":
      await (await import("./releases.ts")).rollBack(options, context);
      return true;
    case "list":
      await (await import("./releases.ts")).listReleases(options, context);
      return true;
    case "verify":
      return (await import("./verify.ts")).verify(options, context);
    case "keygen":
      (await import("./keygen.ts")).keygen(context);
      return true;
    case "config":
      (await import("./config.ts")).printConfig(options, context);
      return true;
    case "due":
      await (await import("./due.ts")).due(options, context);
      return true;
  }
}

async function publish(options: CommandOptions, context: CommandContext): Promise<void> {
  if (options.target === null) throw new UsageError(`--target is missing: ${TARGETS.join(", ")}`);
  if (options.target === "pages")
    await (await import("./publish-to-pages.ts")).publishToPages(options, context);
  else await (await import("./publish-to-folder.ts")).publishToFolder(options, context);
}
