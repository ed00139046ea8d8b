import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { ensureDebianPackages } from "../../helpers/debian.ts";
import { stop, untilListening } from "./nginx.ts";
import { freePort, type Cleanup } from "./workspace.ts";

/** A real sshd on loopback, for the user who runs the tests. */
export interface RunningSshd {
  readonly host: string;
  /** Options of `ssh` that lead to it. */
  readonly options: readonly string[];
}

/** Starts an sshd with keys of its own; it ends with the test. */
export async function startSshd(after: Cleanup, folder: string): Promise<RunningSshd> {
  ensureDebianPackages(["openssh-server", "openssh-client", "rsync"]);
  const home = `${folder}/sshd`;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  mkdirSync("/run/sshd", { recursive: true });
  for (const name of ["host", "user"]) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", `${home}/${name}`]);
  }
  copyFileSync(`${home}/user.pub`, `${home}/authorized_keys`);
  const port = await freePort();
  writeFileSync(
    `${home}/config`,
    `ListenAddress 127.0.0.1
Port ${port}
HostKey ${home}/host
AuthorizedKeysFile ${home}/authorized_keys
PidFile ${home}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
`,
  );
  const child = spawn("/usr/sbin/sshd", ["-D", "-e", "-f", `${home}/config`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  after.after(() => stop(child));
  await untilListening(child, port);
  const known = [
    "-o",
    "StrictHostKeyChecking=no",
    "-o",
    `UserKnownHostsFile=${home}/known_hosts`,
    "-o",
    "LogLevel=ERROR",
  ];
  const options = [
    "-p",
    String(port),
    "-i",
    `${home}/user`,
    "-o",
    "IdentitiesOnly=yes",
    "-F",
    "none",
    ...known,
  ];
  return { host: `${userInfo().username}@127.0.0.1`, options };
}
