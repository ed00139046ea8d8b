import { nginxConfig } from "#publish/servers/nginx.ts";
import { startNginx } from "./support/nginx.ts";
import { describeServer } from "./support/server-promises.ts";

describeServer({
  name: "nginx",
  config: nginxConfig,
  start: startNginx,
  slashStatus: 301,
  dropsBodies: true,
});
