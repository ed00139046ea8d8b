import { resolve } from "node:path";
import { UsageError } from "../command-options.ts";
import { ReleaseFolder } from "./release-folder.ts";
import { LocalShell } from "./shell.ts";
import { SshShell } from "./ssh-shell.ts";

/**
 * Opens the place that `--target` and `--to` name.
 * @param to `/srv/trang-tin` for a folder, `deploy@web.example.vn:/srv/trang-tin` for rsync
 * @throws UsageError where `to` is not of the target's form
 * @example openTarget("rsync", "deploy@web.example.vn:/srv/trang-tin", ["-p", "2222"])
 */
export function openTarget(
  target: "folder" | "rsync",
  to: string,
  ssh: readonly string[],
  options = { durable: true },
): ReleaseFolder {
  if (target === "folder") return new ReleaseFolder(new LocalShell(resolve(to)), resolve(to), options);
  const [, host, folder] = /^([^:/\s]+):(\/[^\s].*)$/.exec(to) ?? [];
  if (host === undefined || folder === undefined || host.startsWith("-")) {
    throw new UsageError(`--to "${to}": write it as deploy@web.example.vn:/srv/trang-tin`);
  }
  return new ReleaseFolder(new SshShell({ host, options: ssh }, to), folder.replace(/\/+$/, ""), options);
}
