import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { isSignatureValid } from "../../assets/browser/ed25519.ts";
import { VerifyError, verifyPage, type VerifyTools } from "../../assets/browser/verify.ts";
import type { SigningKey } from "#publish/signature.ts";
import { scanPage } from "#publish/page-scan.ts";
import { verifyHost } from "#publish/verify-host.ts";
import { freePort, makeFolder, makeKey, publishFixture, type Cleanup } from "./support/workspace.ts";

const KEY = makeKey();

/** What somebody who broke into the host does to an answer; `null` leaves it alone. */
type Tamper = (path: string, request: IncomingMessage) => string | null;

interface Host {
  readonly url: string;
  readonly page: string;
}

/** A host with a published site, and an intruder. */
async function startHost(
  t: Cleanup,
  tamper: Tamper,
  key = KEY as SigningKey | null,
  hijacked: string | null = null,
): Promise<Host> {
  const folder = makeFolder(t);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await publishFixture({ folder, key, site: { baseUrl: url } });
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? "").replace(/\?.*$/, ""));
    const file = `${folder}/www/current/site${path}${path.endsWith("/") ? "index.html" : ""}`;
    const tampered = tamper(path, request);
    try {
      if (path === hijacked) response.writeHead(302, { location: "https://nha-cai.example/" }).end();
      else if (tampered !== null) response.end(tampered);
      else if (path === "/tin/12.html") response.writeHead(301, { location: "/2022/07/bai-viet-2/" }).end();
      else if (existsSync(`${file}.br`) && /br/.test(request.headers["accept-encoding"] ?? "")) {
        response.setHeader("content-encoding", "br").end(readFileSync(`${file}.br`));
      } else response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end("404");
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, page: "/2022/07/bai-viet-1/" };
}

const UNTOUCHED: Tamper = () => null;
const BET = '<a href="/2022/nha-cai/">x</a>';

test("an untouched host is as published", async (t) => {
  const { url } = await startHost(t, UNTOUCHED);
  const { changed, missing, extra } = await verifyHost(url, KEY.publicKey, "khong-ai-biet/");
  assert.deepEqual([...changed, ...missing, ...extra], []);
});

test("links injected into one page are found, and where they lead", async (t) => {
  const { url } = await startHost(t, (path) => (path === "/2022/07/bai-viet-1/" ? BET : null));
  const { changed, extra } = await verifyHost(url, KEY.publicKey, "khong-ai-biet/");
  assert.deepEqual([changed, extra], [["2022/07/bai-viet-1/index.html"], ["2022/nha-cai/"]]);
});

test("a page that redirects somewhere else is found", async (t) => {
  const { url } = await startHost(t, UNTOUCHED, KEY, "/2022/07/bai-viet-2/");
  assert.deepEqual((await verifyHost(url, KEY.publicKey, "x/")).changed, ["2022/07/bai-viet-2/index.html"]);
});

test("links shown to search engines only are found", async (t) => {
  const isRobot = (request: IncomingMessage) => /Googlebot/.test(request.headers["user-agent"] ?? "");
  const { url } = await startHost(t, (path, request) => (path === "/" && isRobot(request) ? BET : null));
  const { changed } = await verifyHost(url, KEY.publicKey, "khong-ai-biet/");
  assert.deepEqual(changed, ["index.html"]);
});

test("a host that answers every address, or lost a file, is found", async (t) => {
  const { url } = await startHost(t, (path) => (path.includes("khong-ai-biet") ? BET : null));
  assert.deepEqual((await verifyHost(url, KEY.publicKey, "khong-ai-biet/")).extra, ["khong-ai-biet/"]);
});

test("a manifest signed by somebody else is refused", async (t) => {
  const { url } = await startHost(t, UNTOUCHED);
  await assert.rejects(verifyHost(url, makeKey().publicKey, "x/"), /the signature does not fit/);
});

test("a host without a manifest says so", async (t) => {
  const { url } = await startHost(t, () => "<html>");
  await assert.rejects(verifyHost(url, null, "x/"), /manifest.json is not JSON/);
});

const TOOLS: VerifyTools = {
  fetch: (url) => fetch(url),
  resourcesOf: (html) => scanPage(html).links.filter((link) => /\.(css|js|webp)$/.test(link)),
  isSignatureValid,
};

test("a reader's browser finds a page and its style sheet as published, and the signature valid", async (t) => {
  const { url, page } = await startHost(t, UNTOUCHED);
  const verdict = await verifyPage(page, url, TOOLS);
  assert.deepEqual(
    verdict.files.map((file) => [file.path.replace(/-[0-9a-f]{8}/, ""), file.isIntact]),
    [
      ["2022/07/bai-viet-1/index.html", true],
      ["assets/site.css", true],
    ],
  );
  assert.equal(verdict.signature, "valid");
  assert.match(verdict.fingerprint ?? "", /^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
});

test("a reader's browser finds a changed page, and a changed style sheet of a page that is as it was", async (t) => {
  const page = await startHost(t, (path) =>
    path === "/2022/07/bai-viet-1/" ? '<link href="/assets/la.css">' : null,
  );
  assert.deepEqual(
    (await verifyPage(page.page, page.url, TOOLS)).files.map((file) => file.isIntact),
    [false, false],
  );
  const style = await startHost(t, (path) => (path.endsWith(".css") ? "body{}" : null));
  assert.deepEqual(
    (await verifyPage(style.page, style.url, TOOLS)).files.map((file) => file.isIntact),
    [true, false],
  );
});

test("a reader's browser says why it cannot tell", async (t) => {
  const host = await startHost(t, UNTOUCHED);
  const failureOf = async (path: string, url: string, tools: Partial<VerifyTools> = {}) => {
    const error: unknown = await verifyPage(path, url, { ...TOOLS, ...tools }).catch(
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof VerifyError, String(error));
    return error.failure;
  };
  assert.equal(await failureOf("/2022/07/khong-co/", host.url), "not-published");
  assert.equal(
    await failureOf(host.page, host.url, { isSignatureValid: () => Promise.resolve(false) }),
    "forged",
  );
  assert.equal(
    await failureOf(host.page, host.url, { fetch: () => Promise.reject(new TypeError("x")) }),
    "offline",
  );
  const forged = await startHost(t, (path) =>
    path.endsWith(".sha256") ? `${"0".repeat(64)}  index.html\n` : null,
  );
  assert.equal(await failureOf("/", forged.url), "forged");
  const empty = await startHost(t, (path) => (path.startsWith("/manifest/") ? "<html>" : null));
  assert.equal(await failureOf("/", empty.url), "forged");
  const none = await startHost(t, UNTOUCHED, null);
  assert.equal((await verifyPage("/", none.url, TOOLS)).signature, "unsigned");
  const old = { ...TOOLS, isSignatureValid: () => Promise.resolve(null) };
  assert.equal((await verifyPage(host.page, host.url, old)).signature, "unchecked");
});

test("the Brotli form of a page says the same as the page", async (t) => {
  const folder = makeFolder(t);
  await publishFixture({ folder, key: null });
  const page = `${folder}/www/current/site/index.html`;
  assert.deepEqual(brotliDecompressSync(readFileSync(`${page}.br`)), readFileSync(page));
});
