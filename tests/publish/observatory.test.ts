import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { headerRules } from "#publish/headers.ts";
import { nginxConfig } from "#publish/servers/nginx.ts";
import { parseSiteAddress } from "#publish/site-address.ts";
import { ensureNpmTool } from "../helpers/npm-tool.ts";
import { makeCertificate, startNginx } from "./support/nginx.ts";
import { freePort, makeFolder, publishFixture } from "./support/workspace.ts";

const CHILD = new URL("./support/observatory.ts", import.meta.url).pathname;

test("MDN HTTP Observatory grades every kind of page A+ with at least 120 points", async (t) => {
  const observatory = ensureNpmTool("@mdn/mdn-http-observatory@1.4.8");
  const folder = makeFolder(t);
  const site = parseSiteAddress("https://localhost/");
  await publishFixture({ folder, key: null, site: { baseUrl: site.url } });
  const ports = { http: await freePort(), https: await freePort() };
  const tls = makeCertificate(folder, "localhost");
  const rules = headerRules({ site, connect: [], searchPath: "/tim-kiem/", noindex: false });
  const config = nginxConfig({ site, root: `${folder}/www`, rules, counter: null, oldHosts: [], tls, ports });
  await startNginx(t, folder, config, ports.https);
  for (const path of ["/", "/2022/07/bai-viet-1/", "/tim-kiem/"]) {
    const child = spawn(
      process.execPath,
      [CHILD, observatory, String(ports.http), String(ports.https), path],
      {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: tls.certificate },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const report = JSON.parse(await text(child.stdout)) as {
      grade: string;
      score: number;
      failed: readonly string[];
    }; // printed by the child
    assert.deepEqual([path, report.grade, report.failed], [path, "A+", []]);
    assert.ok(report.score >= 120, `${path}: ${report.score}`);
  }
});
