import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { headerRules } from "#publish/headers.ts";
import { nginxConfig } from "#publish/servers/nginx.ts";
import { parseSiteAddress } from "#publish/site-address.ts";
import { startLoad } from "./support/load.ts";
import { ask, startNginx } from "./support/nginx.ts";
import { freePort, localTarget, makeFolder, publishFixture } from "./support/workspace.ts";

test("ten releases and rollbacks under load: no failed request, no page with another release's style", async (t) => {
  const folder = makeFolder(t);
  const site = parseSiteAddress("http://127.0.0.1/");
  const publish = (marker: string) =>
    publishFixture({ folder, key: null, keep: 4, site: { baseUrl: site.url, marker } });
  await publish("0");
  const port = await freePort();
  const rules = headerRules({ site, connect: [], searchPath: "/tim-kiem/", noindex: false });
  const ports = { http: port, https: port };
  const config = nginxConfig({
    site,
    root: `${folder}/www`,
    rules,
    counter: null,
    oldHosts: [],
    tls: null,
    ports,
  });
  await startNginx(t, folder, config, port);

  const load = startLoad(folder, {
    origin: `http://127.0.0.1:${port}`,
    host: site.host,
    paths: ["/", "/2022/07/bai-viet-1/", "/tim-kiem/", "/rss.xml", "/pictures/hoi-truong-4f1c2a9b-800.webp"],
  });
  const readers = { stopped: false, failed: false, loads: 0 };
  const pageLoads = readPages(port, readers);
  pageLoads.catch(() => (readers.failed = true));

  const target = localTarget(folder);
  for (let turn = 1; turn <= 10; turn += 1) {
    const before = await target.current();
    const { release } = await publish(String(turn));
    if (turn % 2 === 0 && before !== null) await target.switchTo(before, release.id);
    // Four releases are kept: a page load must not take longer than four publishes, however busy the machine is.
    for (const { loads } = readers; readers.loads === loads && !readers.failed;) await setTimeout(5);
  }
  readers.stopped = true;
  const loads = await pageLoads;
  const { requests, ...failed } = await load.stop();

  assert.deepEqual(failed, { bad: 0, errors: 0 });
  assert.ok(requests > 1000, `${requests} requests`);
  assert.ok(new Set(loads).size >= 5, `page loads saw ${new Set(loads).size} releases`);
});

/** Loads pages as a browser does: the page, then the style sheet it names, a moment later. */
async function readPages(
  port: number,
  readers: { readonly stopped: boolean; loads: number },
): Promise<readonly string[]> {
  const seen: string[] = [];
  while (!readers.stopped) {
    const page = await ask(`http://127.0.0.1:${port}/2022/07/bai-viet-1/`);
    const html = page.body.toString();
    const marker = /data-release="([^"]*)"/.exec(html)?.[1] ?? "no marker";
    const style = await ask(`http://127.0.0.1:${port}/${/assets\/[^"]+/.exec(html)?.[0] ?? ""}`);
    assert.deepEqual([page.status, style.status], [200, 200]);
    assert.ok(
      style.body.toString().includes(`"${marker}"`),
      `page of ${marker} with ${style.body.toString().slice(0, 40)}`,
    );
    seen.push(marker);
    readers.loads += 1;
  }
  return seen;
}
