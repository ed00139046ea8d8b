import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contentSecurityPolicy } from "#publish/content-security-policy.ts";
import { headerRules, headersFor, type HeaderOptions } from "#publish/headers.ts";
import { parseSiteAddress } from "#publish/site-address.ts";

const OPTIONS: HeaderOptions = {
  site: parseSiteAddress("https://btg.example.vn/"),
  connect: [],
  searchPath: "/tim-kiem/",
  noindex: false,
};

function header(path: string, name: string, options: Partial<HeaderOptions> = {}): string | undefined {
  return headersFor(path, headerRules({ ...OPTIONS, ...options }))[name];
}

describe("the content security policy", () => {
  const policy = header("/2022/07/x/", "Content-Security-Policy") ?? "";

  test("forbids everything and then allows the site's own files", () => {
    assert.equal(
      policy,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; " +
        "frame-ancestors 'none'; upgrade-insecure-requests",
    );
  });

  test("never allows inline code or eval", () => assert.doesNotMatch(policy, /unsafe/));

  test("lets WebAssembly run on the search page only", () => {
    assert.match(
      header("/tim-kiem/", "Content-Security-Policy") ?? "",
      /script-src 'self' 'wasm-unsafe-eval';/,
    );
    assert.doesNotMatch(header("/tim-kiem-khac/", "Content-Security-Policy") ?? "", /wasm/);
  });

  test("lets pages call a counter on another origin when there is one", () => {
    const connect = ["https://dem.example.vn"];
    assert.match(
      contentSecurityPolicy({ connect, webAssembly: false, secure: true }),
      /connect-src 'self' https:\/\/dem.example.vn;/,
    );
  });

  test("does not send readers of a site without TLS to TLS", () => {
    const site = parseSiteAddress("http://10.0.0.5/");
    assert.doesNotMatch(header("/", "Content-Security-Policy", { site }) ?? "", /upgrade/);
    assert.equal(header("/", "Strict-Transport-Security", { site }), undefined);
  });
});

describe("caching", () => {
  const table: readonly (readonly [path: string, lifetime: string])[] = [
    ["/", "public, max-age=60"],
    ["/2022/07/x/", "public, max-age=60"],
    ["/assets/site-4f1c2a9b.css", "public, max-age=31536000, immutable"],
    ["/pictures/x-4f1c2a9b-800.webp", "public, max-age=31536000, immutable"],
    ["/pagefind/fragment/vi_4f1c2a9.pf_fragment", "public, max-age=31536000, immutable"],
    ["/pagefind/pagefind.vi_4f1c2a9.pf_meta", "public, max-age=31536000, immutable"],
    ["/pagefind/pagefind-entry.json", "public, no-cache"],
    ["/pagefind/pagefind.js", "public, no-cache"],
    ["/rss.xml", "public, max-age=300"],
    ["/chuyen-muc/tin-tuc/feed.json", "public, max-age=300"],
    ["/service-worker.js", "public, no-cache"],
    ["/manifest/4f.sha256", "public, no-cache"],
    ["/next-publish.json", "public, no-cache"],
  ];
  for (const [path, lifetime] of table) {
    test(`${path}: ${lifetime}`, () => assert.equal(header(path, "Cache-Control"), lifetime));
  }
});

describe("other headers", () => {
  test("feeds and pictures may be read by other sites, pages may not", () => {
    const policy = (path: string) => header(path, "Cross-Origin-Resource-Policy");
    assert.deepEqual(["/", "/rss.xml", "/pictures/a-4f1c2a9b.webp"].map(policy), [
      "same-origin",
      "cross-origin",
      "cross-origin",
    ]);
    assert.equal(header("/rss.xml", "Access-Control-Allow-Origin"), "*");
    assert.equal(header("/", "Access-Control-Allow-Origin"), undefined);
  });

  test("a preview says noindex on every path, a public site on none", () => {
    assert.equal(header("/rss.xml", "X-Robots-Tag", { noindex: true }), "noindex, nofollow");
    assert.equal(header("/rss.xml", "X-Robots-Tag"), undefined);
  });

  test("cameras, microphones and places are out of reach", () => {
    const policy = header("/", "Permissions-Policy") ?? "";
    for (const feature of ["camera", "microphone", "geolocation"])
      assert.ok(policy.includes(`${feature}=()`), feature);
  });

  test("a base path moves every rule", () => {
    const site = parseSiteAddress("https://tinh.example.vn/btg/");
    assert.equal(
      header("/btg/assets/a-4f1c2a9b.css", "Cache-Control", { site }),
      "public, max-age=31536000, immutable",
    );
    assert.deepEqual(headersFor("/khac/", headerRules({ ...OPTIONS, site })), {});
  });
});
