import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { headersFor, headerRules, type HeaderRule } from "#publish/headers.ts";
import type { ServerOptions } from "#publish/servers/nginx.ts";
import { parseSiteAddress } from "#publish/site-address.ts";
import { ask, makeCertificate, type Answer, type RunningServer } from "./nginx.ts";
import { startLoad } from "./load.ts";
import { switchWithoutRest } from "./restless-switch.ts";
import { freePort, makeFolder, publishFixture, type Cleanup } from "./workspace.ts";

/** What a kind of web server must be able to do for the promises to be tested on it. */
export interface ServerKind {
  readonly name: string;
  readonly config: (options: ServerOptions) => string;
  readonly start: (after: Cleanup, folder: string, config: string, port: number) => Promise<RunningServer>;
  /** Status of the redirect that adds a missing slash. */
  readonly slashStatus: number;
  /** Whether the server keeps bodies from the counter. */
  readonly dropsBodies: boolean;
}

/** The promises of the generated configuration, tried on a real server with TLS, old hosts and a counter behind it. */
export function describeServer(kind: ServerKind): void {
  describe(`${kind.name} with the generated configuration`, () => {
    let rules: readonly HeaderRule[] = [];
    let port = 0;
    let folder = "";
    let server: RunningServer | null = null;
    const counted: IncomingHttpHeaders[] = [];
    const get = (
      path: string,
      headers: Readonly<Record<string, string>> = {},
      method = "GET",
    ): Promise<Answer> =>
      ask(`https://127.0.0.1:${port}${path}`, { method, headers: { host: "btg.example.vn", ...headers } });

    const cleanups: (() => void | Promise<void>)[] = [];

    before(async () => {
      const cleanup: Cleanup = { after: (clean) => void cleanups.push(clean) };
      folder = makeFolder(cleanup);
      port = await freePort();
      const counter = createServer((request, response) => {
        counted.push(request.headers);
        response
          .setHeader("content-type", "application/json")
          .setHeader("cache-control", "no-store")
          .end("{}");
      });
      await new Promise<void>((resolve) => counter.listen(0, "127.0.0.1", resolve));
      cleanup.after(() => void counter.close());
      const address = counter.address();
      const counterPort = typeof address === "object" && address !== null ? address.port : 0;
      await publishFixture({ folder, key: null });
      const site = parseSiteAddress("https://btg.example.vn/");
      rules = headerRules({ site, connect: [], searchPath: "/tim-kiem/", noindex: false });
      const config = kind.config({
        site,
        root: `${folder}/www`,
        rules,
        counter: `127.0.0.1:${counterPort}`,
        oldHosts: ["tuyengiao.example.vn"],
        tls: makeCertificate(folder, "btg.example.vn"),
        ports: { http: await freePort(), https: port },
      });
      server = await kind.start(cleanup, folder, config, port);
    });
    after(async () => {
      for (const clean of cleanups.toReversed()) await clean();
    });

    const pages = [
      "/",
      "/2022/07/bai-viet-1/",
      "/tim-kiem/",
      "/404-khong-co/",
      "/assets/khong-co-4f1c2a9b.css",
    ];
    const files = [
      "/rss.xml",
      "/feed.json",
      "/sw.js",
      "/paths.json",
      "/pagefind/pagefind-entry.json",
      "/manifest/manifest.json",
    ];
    const hashed = ["/pagefind/fragment/vi_4f1c2a9.pf_fragment", "/pictures/hoi-truong-4f1c2a9b-800.webp"];
    for (const path of [...pages, ...files, ...hashed]) {
      test(`${path} carries exactly the promised headers`, async () => {
        const { status, headers } = await get(path);
        const promised = headersFor(status === 404 ? "/404.html" : path, rules);
        for (const [name, value] of Object.entries(promised)) {
          const expected = status === 404 && name === "Cache-Control" ? undefined : value;
          assert.equal(headers[name.toLowerCase()], expected, name);
        }
        assert.equal(headers["set-cookie"], undefined);
      });
    }

    const types = {
      "/": "text/html; charset=utf-8",
      "/rss.xml": "application/rss+xml; charset=utf-8",
      "/feed.json": "application/feed+json; charset=utf-8",
      "/sitemap.xml": "application/xml; charset=utf-8",
      "/paths.json": "application/json; charset=utf-8",
      "/sw.js": "text/javascript; charset=utf-8",
      "/robots.txt": "text/plain; charset=utf-8",
      "/pictures/hoi-truong-4f1c2a9b-800.webp": "image/webp",
    };
    for (const [path, type] of Object.entries(types)) {
      test(`${path} is ${type}`, async () => assert.equal((await get(path)).headers["content-type"], type));
    }

    test("a browser that takes Brotli gets Brotli, one that takes gzip gets gzip, one that takes neither the file", async () => {
      const plain = await get("/2022/07/bai-viet-1/");
      const br = await get("/2022/07/bai-viet-1/", { "accept-encoding": "gzip, deflate, br" });
      const gz = await get("/2022/07/bai-viet-1/", { "accept-encoding": "gzip" });
      assert.deepEqual([br.headers["content-encoding"], gz.headers["content-encoding"]], ["br", "gzip"]);
      assert.equal(plain.headers["content-encoding"], undefined);
      assert.deepEqual(brotliDecompressSync(br.body), plain.body);
      assert.deepEqual(gunzipSync(gz.body), plain.body);
      assert.ok(br.body.length < gz.body.length && gz.body.length < plain.body.length);
      for (const answer of [br, gz]) assert.match(answer.headers.vary ?? "", /accept-encoding/i);
    });

    const moves = [
      ["/tin/12.html", 301, "/2022/07/bai-viet-2/"],
      ["/tin/12.html?utm=zalo", 301, "/2022/07/bai-viet-2/"],
      ["/xem.aspx?id=7", 301, "/2022/07/bai-viet-3/"],
      ["/t%E1%BA%A1m-th%E1%BB%9Di/", 302, "/2022/07/bai-viet-4/"],
      ["/2022/07/bai-viet-1", kind.slashStatus, "/2022/07/bai-viet-1/"],
    ] as const;
    for (const [from, status, to] of moves) {
      test(`${from} redirects to ${to}`, async () => {
        const answer = await get(from);
        assert.deepEqual([answer.status, answer.headers.location?.replace(/\?.*$/, "")], [status, to]);
      });
    }

    test("an address with another query does not redirect", async () => {
      assert.equal((await get("/xem.aspx?id=8")).status, 404);
    });

    test("an old host redirects a known address to its page and any other to the same path", async () => {
      const old = { host: "tuyengiao.example.vn" };
      const known = await get("/bai.htm", old);
      const other = await get("/gioi-thieu/?a=1", old);
      assert.deepEqual(
        [known.status, known.headers.location],
        [301, "https://btg.example.vn/2022/07/bai-viet-5/"],
      );
      assert.deepEqual(
        [other.status, other.headers.location],
        [301, "https://btg.example.vn/gioi-thieu/?a=1"],
      );
    });

    test("a withdrawn address is gone, a wrong one not found, both with the site's own page", async () => {
      const gone = await get("/da-go/");
      const wrong = await get("/khong-co/");
      assert.deepEqual([gone.status, wrong.status], [410, 404]);
      for (const { body } of [gone, wrong]) assert.match(body.toString(), /Không tìm thấy trang/);
    });

    test("files outside the site are out of reach", async () => {
      for (const path of [
        "/../server/redirects.map",
        "/.lock",
        "/manifest",
        "/%2e%2e/server/site-url.txt",
        "/assets/",
      ]) {
        assert.ok([301, 308, 400, 404].includes((await get(path)).status), path);
      }
    });

    test("an unchanged page is answered with 304 and no body", async () => {
      const first = await get("/");
      const again = await get("/", { "if-none-match": first.headers.etag ?? "" });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
      const later = await get("/", { "if-modified-since": first.headers["last-modified"] ?? "" });
      assert.equal(later.status, 304);
    });

    test("a part of a file can be asked for", async () => {
      const path = "/pictures/hoi-truong-4f1c2a9b-800.webp";
      const whole = await get(path);
      const part = await get(path, { range: "bytes=100-199" });
      assert.deepEqual([part.status, part.headers["content-range"]], [206, "bytes 100-199/4000"]);
      assert.deepEqual(part.body, whole.body.subarray(100, 200));
      assert.equal((await get(path, { range: "bytes=5000-" })).status, 416);
    });

    test("hashed files of the release before are still served after a switch", async () => {
      const page = (await get("/")).body.toString();
      const style = /assets\/site-[0-9a-f]+\.css/.exec(page)?.[0] ?? "";
      await publishFixture({ folder, key: null, site: { marker: "phát hành 2" } });
      assert.match((await get("/")).body.toString(), /phát hành 2/);
      const old = await get(`/${style}`);
      assert.equal(old.status, 200);
      assert.match(old.body.toString(), /phát hành 1/);
      assert.equal(old.headers["cache-control"], "public, max-age=31536000, immutable");
      assert.equal(old.headers["content-type"], "text/css; charset=utf-8");
    });

    test("a hashed file of either release is there at every moment of a switch", async () => {
      const styles: string[] = [];
      const releases: string[] = [];
      for (const marker of ["phát hành 2a", "phát hành 2b"]) {
        const { release } = await publishFixture({ folder, key: null, site: { marker } });
        releases.push(release.id);
        styles.push(`/${/assets\/site-[0-9a-f]+\.css/.exec((await get("/")).body.toString())?.[0] ?? ""}`);
      }
      const [older = "", newer = ""] = releases;
      const switching = switchWithoutRest(`${folder}/www`, [older, newer]);
      const load = startLoad(folder, {
        origin: `https://127.0.0.1:${port}`,
        host: "btg.example.vn",
        paths: styles,
      });
      await setTimeout(3000);
      const { requests, ...failed } = await load.stop();
      const { switches } = await switching.stop();
      assert.deepEqual(failed, { bad: 0, errors: 0 });
      assert.ok(requests > 1000 && switches > 100, `${requests} requests, ${switches} switches`);
    });

    test("a new redirect works at once as a page, and as a redirect after a reload", async () => {
      const redirects = [{ from: "/cu/bai/", to: "/2022/07/bai-viet-6/" }];
      await publishFixture({ folder, key: null, site: { marker: "phát hành 3", redirects } });
      const page = await get("/cu/bai/");
      assert.equal(page.status, 200);
      assert.match(
        page.body.toString(),
        /http-equiv="refresh" content="0; url=https:\/\/btg.example.vn\/2022\/07\/bai-viet-6\/"/,
      );
      await server?.reload();
      assert.equal((await get("/cu/bai/")).status, 301);
    });

    test("the counter behind it hears the reader's address and answers with its own headers", async () => {
      const answer = await get("/api/stats?p=/", {
        "x-real-ip": "203.0.113.9",
        "x-forwarded-for": "203.0.113.9",
      });
      assert.deepEqual([answer.status, answer.headers["cache-control"]], [200, "no-store"]);
      assert.equal(counted.at(-1)?.["x-real-ip"], "127.0.0.1");
    });

    test("a hit of a browser reaches the counter", async () => {
      const answer = await get(
        "/api/hit?p=/",
        { "content-length": "0", "sec-fetch-site": "same-origin" },
        "POST",
      );
      assert.equal(answer.status, 200);
      assert.equal(counted.at(-1)?.["sec-fetch-site"], "same-origin");
      assert.equal(counted.at(-1)?.["content-length"], kind.dropsBodies ? undefined : "0");
    });

    if (kind.dropsBodies)
      test("a hit with a body is passed on without it, and refused above a kilobyte", async () => {
        const send = (bytes: number): Promise<Answer> =>
          ask(`https://127.0.0.1:${port}/api/hit?p=/`, {
            method: "POST",
            headers: { host: "btg.example.vn", "content-length": String(bytes) },
            body: "x".repeat(bytes),
          });
        assert.equal((await send(5)).status, 200);
        assert.equal(counted.at(-1)?.["content-length"], undefined);
        const before = counted.length;
        assert.equal((await send(1025)).status, 413);
        assert.equal(counted.length, before);
      });

    test("pages are read only", async () => {
      assert.ok([404, 405].includes((await get("/", {}, "POST")).status));
    });
  });
}
