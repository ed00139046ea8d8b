import assert from "node:assert/strict";
import { appendFileSync, existsSync } from "node:fs";
import { test } from "node:test";
import { parseCommandLine } from "#publish/command-options.ts";
import { publishToPages } from "#publish/commands/publish-to-pages.ts";
import { rulesFor } from "#publish/commands/config.ts";
import { headersFor } from "#publish/headers.ts";
import { parseSiteAddress } from "#publish/site-address.ts";
import { startFakeCloudflare } from "./support/fake-cloudflare.ts";
import { writeFixtureSite } from "./support/fixture-site.ts";
import { ask } from "./support/nginx.ts";
import { startPagesDev } from "./support/pages-dev.ts";
import { makeFolder } from "./support/workspace.ts";

const BASE_URL = "https://btg.example.vn/";

test("Cloudflare's own tool uploads the site, then only what changed, with headers and redirects", async (t) => {
  const folder = makeFolder(t);
  const cloudflare = await startFakeCloudflare(t);
  writeFixtureSite({ folder: `${folder}/_site` });
  const publish = async (): Promise<string> => {
    const lines: string[] = [];
    await publishToPages(
      parseCommandLine(
        [
          "--target",
          "pages",
          "--to",
          "cong",
          "--branch",
          "main",
          "--base-url",
          BASE_URL,
          "--full",
          "--unsigned",
        ].concat(["--site", `${folder}/_site`, "--cache", `${folder}/cache`]),
        {},
      ),
      {
        now: new Date("2026-07-17T09:30:00Z"),
        nonce: "n",
        print: (line) => void lines.push(line),
        environment: {
          PATH: process.env["PATH"],
          HOME: folder,
          WRANGLER_SEND_METRICS: "false",
          CLOUDFLARE_API_BASE_URL: cloudflare.url,
          CLOUDFLARE_API_TOKEN: "token",
          CLOUDFLARE_ACCOUNT_ID: "0123456789abcdef0123456789abcdef",
        },
      },
    );
    return lines.join("\n");
  };

  assert.match(await publish(), /note: 3 redirects do not fit _redirects; pages carry those that can/);
  const first = cloudflare.assets.size;
  const { manifest = {}, form = "" } = cloudflare.deployments[0] ?? {};
  assert.ok("/2022/07/bai-viet-1/index.html" in manifest && "/manifest/manifest.json" in manifest);
  assert.ok(
    !Object.keys(manifest).some((path) => /\.(br|gz)$/.test(path)),
    "Cloudflare compresses by itself",
  );
  assert.match(form, /name="_headers"/);
  assert.match(form, /default-src 'none'; script-src 'self'/);
  assert.match(form, /\/tin\/12.html \/2022\/07\/bai-viet-2\/ 301/);

  appendFileSync(`${folder}/_site/2022/07/bai-viet-1/index.html`, "<p>Đính chính</p>");
  await publish();
  assert.equal(cloudflare.assets.size - first, 3, "the changed page, its list, and the manifest");
});

test("the generated _headers and _redirects do what they promise in Cloudflare's runtime", async (t) => {
  const folder = makeFolder(t);
  writeFixtureSite({ folder: `${folder}/_site` });
  const options = ["--target", "pages", "--to", "cong", "--base-url", BASE_URL, "--full", "--unsigned"];
  const words = [...options, "--site", `${folder}/_site`, "--cache", `${folder}/cache`];
  const context = {
    now: new Date(0),
    nonce: "n",
    print: () => undefined,
    environment: { PATH: "/nowhere", HOME: folder },
  };
  // Without a network or an account the tool itself fails, after the deployment was written.
  await assert.rejects(publishToPages(parseCommandLine(words, {}), context));
  assert.ok(existsSync(`${folder}/cache/pages/site/_headers`));

  const address = await startPagesDev(t, { site: `${folder}/cache/pages/site`, home: folder });
  const rules = rulesFor(parseSiteAddress(BASE_URL), false);
  for (const path of [
    "/",
    "/tim-kiem/",
    "/rss.xml",
    "/feed.json",
    "/pictures/hoi-truong-4f1c2a9b-800.webp",
    "/pagefind/pagefind-entry.json",
  ]) {
    const { status, headers } = await ask(address + path);
    assert.equal(status, 200, path);
    for (const [name, value] of Object.entries(headersFor(path, rules)))
      assert.equal(headers[name.toLowerCase()], value, `${path} ${name}`);
  }
  assert.equal(
    (await ask(`${address}/rss.xml`)).headers["content-type"],
    "application/rss+xml; charset=utf-8",
  );
  const moved = await ask(`${address}/tin/12.html`);
  assert.deepEqual([moved.status, moved.headers.location], [301, "/2022/07/bai-viet-2/"]);
  const wrong = await ask(`${address}/khong-co/`);
  assert.equal(wrong.status, 404);
  assert.match(wrong.body.toString(), /Không tìm thấy trang/);
});
