import { spawnSync } from "node:child_process";

/**
 * Makes sure that Debian packages are installed, so that tests run against real servers on a fresh machine.
 * @param packages package names: `["nginx", "openssh-server"]`
 * @throws Error naming the command to run where they are missing and this process may not install them
 */
export function ensureDebianPackages(packages: readonly string[]): void {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Error(`these tests need Debian packages. Run: sudo ${command}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = ["-o", "DPkg::Lock::Timeout=300"];
  spawnSync("apt-get", ["update", ...options], { env: environment });
  const install = ["install", "-y", "--no-install-recommends", ...options, ...missing];
  const result = spawnSync("apt-get", install, { env: environment, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr.slice(-500)}`);
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync("dpkg-query", ["-W", "-f=${Status}", name], { encoding: "utf8" });
  return stdout === "install ok installed";
}
