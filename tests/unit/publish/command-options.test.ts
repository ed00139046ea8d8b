import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseCommandLine, UsageError } from "#publish/command-options.ts";
import { runCommand } from "#publish/commands/run.ts";
import { openTarget } from "#publish/targets/open-target.ts";

const CONTEXT = { environment: {}, now: new Date(0), nonce: "n", print: () => undefined };

async function run(line: string): Promise<string> {
  const printed: string[] = [];
  const options = parseCommandLine(
    line.split(" ").filter((word) => word !== ""),
    {},
  );
  await runCommand(options, { ...CONTEXT, print: (text) => void printed.push(text) });
  return printed.join("\n");
}

describe("npm run publish", () => {
  test("publishes unless told otherwise", () => assert.equal(parseCommandLine([], {}).verb, "publish"));

  test("takes the address from the environment, and a flag wins", () => {
    const environment = { BASE_URL: "https://a.vn/" };
    assert.equal(parseCommandLine([], environment).site?.url, "https://a.vn/");
    assert.equal(parseCommandLine(["--base-url", "https://b.vn/"], environment).site?.url, "https://b.vn/");
  });

  const faults: readonly (readonly [line: string, message: string])[] = [
    [
      "publsh",
      '"publsh" is not a verb of publish. Verbs: publish, rollback, list, verify, keygen, config, due',
    ],
    ["--target ftp", '--target "ftp" is unknown. Targets: folder, rsync, pages'],
    ["--keep 1", '--keep "1": a whole number from 2'],
    ["", "--target is missing: folder, rsync, pages"],
    ["--target folder", "--base-url is missing: the public address, for example https://btg.example.vn/"],
    ["--target folder --base-url https://a.vn", "--to is missing: where the site goes"],
    ["--target pages --base-url https://a.vn", "--to is missing: the name of the Pages project"],
    ["list", "--to is missing: where the releases are"],
    ["verify", "verify what? Give an address (https://btg.example.vn/) or a folder"],
    ["due", "due: give the address or file of next-publish.json"],
    ["config --for apache --base-url https://a.vn", '--for "apache": nginx, caddy or headers'],
    [
      "config --for nginx --base-url https://a.vn",
      "--to is missing: the folder of releases on the server, /srv/trang-tin",
    ],
  ];
  for (const [line, message] of faults) {
    test(`"${line}" is answered: ${message}`, async () =>
      assert.rejects(run(line), { name: "UsageError", message }));
  }

  test("an unknown option is named", () =>
    assert.throws(() => parseCommandLine(["--too"], {}), /Unknown option '--too'/));

  test("publishing without a key is refused with the way out", async () => {
    const line = "--target folder --to /tmp/khong-dung --base-url https://a.vn";
    await assert.rejects(
      run(line),
      /TRANG_TIN_SIGNING_KEY is not set. Make a key with "npm run publish -- keygen", or publish with --unsigned/,
    );
  });

  test("keygen prints both halves and the fingerprint", async () => {
    const text = await run("keygen");
    assert.match(text, /TRANG_TIN_SIGNING_KEY=[\w+/]{64}\n/);
    assert.match(text, /TRANG_TIN_PUBLIC_KEY=[\w+/]{43}=\n/);
  });

  test("config prints nginx, Caddy and _headers", async () => {
    const site = "--base-url https://a.vn --to /srv/trang-tin --counter 127.0.0.1:8787 --old-host cu.vn";
    const nginx = await run(`config --for nginx ${site}`);
    assert.match(nginx, /ssl_certificate \/etc\/letsencrypt\/live\/a.vn\/fullchain.pem;/);
    assert.match(nginx, /proxy_pass http:\/\/127.0.0.1:8787;\n\s+proxy_next_upstream off;/);
    assert.match(nginx, /server_name cu.vn;/);
    assert.match(await run(`config --for caddy ${site}`), /^https:\/\/a.vn:443 \{/m);
    assert.match(await run("config --for headers --base-url https://a.vn"), /^\/\*\n {2}Cache-Control: /);
  });
});

describe("where a site goes", () => {
  for (const to of ["web", "web:relative", "-oProxyCommand=x:/srv", "a b:/srv", ":/srv"]) {
    test(`rsync to "${to}" is refused`, () => assert.throws(() => openTarget("rsync", to, []), UsageError));
  }
  test("a user, a host and a folder are an address", async () => {
    const target = openTarget("rsync", "deploy@web.example.vn:/srv/trang-tin", []);
    assert.equal(target.shell.label, "deploy@web.example.vn:/srv/trang-tin");
    await target.shell.close();
  });
});
