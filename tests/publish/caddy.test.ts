import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { caddyConfig } from "#publish/servers/caddy.ts";
import { ensureDebianPackages } from "../helpers/debian.ts";
import { stop, untilListening, type RunningServer } from "./support/nginx.ts";
import { describeServer } from "./support/server-promises.ts";
import { freePort, type Cleanup } from "./support/workspace.ts";

describeServer({
  name: "Caddy",
  config: caddyConfig,
  start: startCaddy,
  slashStatus: 308,
  dropsBodies: false,
});

async function startCaddy(
  after: Cleanup,
  folder: string,
  config: string,
  port: number,
): Promise<RunningServer> {
  ensureDebianPackages(["caddy"]);
  const home = `${folder}/caddy`;
  mkdirSync(home, { recursive: true });
  const admin = `localhost:${await freePort()}`;
  writeFileSync(
    `${home}/Caddyfile`,
    `{\n  admin ${admin}\n  auto_https disable_redirects\n  skip_install_trust\n  http_port ${await freePort()}\n}\n${config}`,
  );
  const environment = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const words = ["--config", `${home}/Caddyfile`, "--adapter", "caddyfile"];
  const child = spawn("caddy", ["run", ...words], { env: environment, stdio: ["ignore", "ignore", "pipe"] });
  after.after(() => stop(child));
  await untilListening(child, port);
  return {
    reload() {
      execFileSync("caddy", ["reload", ...words, "--force"], { env: environment, stdio: "pipe" });
      return Promise.resolve();
    },
  };
}
