import type { CommandContext } from "./context.ts";
import { UsageError, type CommandOptions } from "../command-options.ts";
import { publishRelease, type Published } from "../publish-release.ts";
import { parseSigningKey, SIGNING_KEY_VARIABLE, type SigningKey } from "../signature.ts";
import { openTarget } from "../targets/open-target.ts";

/** `publish --target folder|rsync`: publishes `_site` and says what travelled. */
export async function publishToFolder(options: CommandOptions, context: CommandContext): Promise<void> {
  const { target, to, site } = options;
  if (site === null)
    throw new UsageError("--base-url is missing: the public address, for example https://btg.example.vn/");
  if (to === null || target === null || target === "pages")
    throw new UsageError("--to is missing: where the site goes");
  const folder = openTarget(target, to, options.ssh);
  const began = performance.now();
  try {
    const published = await publishRelease({
      ...options,
      site,
      target: folder,
      key: signingKey(options, context),
      now: context.now,
      commit: context.environment["GITHUB_SHA"] ?? context.environment["CI_COMMIT_SHA"] ?? null,
      onStep: () => undefined,
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const line of describe(published, to, seconds)) context.print(line);
    if (options.after !== null) await folder.shell.run(options.after, []);
  } finally {
    await folder.shell.close();
  }
}

/** The signing key, or `null` where the operator said `--unsigned`. */
export function signingKey(options: CommandOptions, { environment }: CommandContext): SigningKey | null {
  if (options.unsigned) return null;
  const key = parseSigningKey(environment[SIGNING_KEY_VARIABLE]);
  if (key !== null) return key;
  throw new UsageError(
    `${SIGNING_KEY_VARIABLE} is not set. Make a key with "npm run publish -- keygen", or publish with --unsigned`,
  );
}

function describe(published: Published, to: string, seconds: string): readonly string[] {
  const { root } = published.release;
  const count = (value: number) => value.toLocaleString("en");
  return [
    `${root.release} is live at ${to}: ${count(root.pages)} pages, ${count(root.files)} files, ${seconds} s`,
    `changed ${count(published.changedFiles)} files (${count(published.changedBytes)} bytes), ` +
      `removed ${count(published.removedFiles)}, sent ${count(published.sentBytes)} bytes`,
    ...published.notices.map((notice) => `note: ${notice}`),
  ];
}
