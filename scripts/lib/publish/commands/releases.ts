import type { CommandContext } from "./context.ts";
import { UsageError, type CommandOptions } from "../command-options.ts";
import { readLiveRelease } from "../live-release.ts";
import { openTarget } from "../targets/open-target.ts";
import type { ReleaseFolder } from "../targets/release-folder.ts";

/** `publish list`: one line for each release, the live one marked. */
export async function listReleases(options: CommandOptions, { print }: CommandContext): Promise<void> {
  await withTarget(options, async (target) => {
    const live = await target.current();
    const ids = await target.list();
    if (ids.length === 0) print("no release yet");
    for (const id of ids) print(`${id === live ? "*" : " "} ${id}  ${await summaryOf(target, id)}`);
  });
}

/** `publish rollback`: makes the release before the live one, or the one named by `--release`, live again. */
export async function rollBack(options: CommandOptions, { print }: CommandContext): Promise<void> {
  await withTarget(options, async (target) => {
    const live = await target.current();
    const ids = await target.list();
    const earlier = ids.filter((id) => live !== null && id < live).at(-1);
    const id = options.release ?? earlier;
    if (id === undefined) throw new UsageError("there is no earlier release to go back to");
    if (!ids.includes(id)) throw new UsageError(`--release "${id}" is not here. Releases: ${ids.join(", ")}`);
    await target.switchTo(id, live);
    print(`${id} is live again (was ${live ?? "none"})`);
    if (options.after !== null) await target.shell.run(options.after, []);
  });
}

async function summaryOf(target: ReleaseFolder, id: string): Promise<string> {
  try {
    const { root } = await readLiveRelease(target, id, null);
    return `${root.pages} pages, ${root.files} files, ${root.key === null ? "unsigned" : "signed"}, commit ${root.commit?.slice(0, 10) ?? "unknown"}`;
  } catch (error) {
    return `damaged: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function withTarget(
  options: CommandOptions,
  work: (target: ReleaseFolder) => Promise<void>,
): Promise<void> {
  if (options.to === null) throw new UsageError("--to is missing: where the releases are");
  const kind = options.target ?? (options.to.includes(":") ? "rsync" : "folder");
  if (kind === "pages") {
    throw new UsageError(
      "Cloudflare Pages lists its deployments and goes back to one itself: npx wrangler pages deployment list",
    );
  }
  const target = openTarget(kind, options.to, options.ssh);
  try {
    await work(target);
  } finally {
    await target.shell.close();
  }
}
