import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { redirectPages } from "#publish/redirect-page.ts";
import { parseRedirects, RedirectError, targetAddress } from "#publish/redirects.ts";
import { headersFile, redirectsFile } from "#publish/servers/headers-file.ts";
import {
  caddyOldHostMap,
  caddyRedirectMap,
  nginxOldHostMap,
  nginxRedirectMap,
  oldHosts,
} from "#publish/servers/redirect-maps.ts";
import { parseSiteAddress } from "#publish/site-address.ts";

const SITE = parseSiteAddress("https://btg.example.vn/");

function problemsOf(json: unknown): readonly string[] {
  try {
    parseRedirects(json);
  } catch (error) {
    if (error instanceof RedirectError) return error.problems;
    throw error;
  }
  return [];
}

describe("redirects.json", () => {
  test("is sorted, and missing fields have their usual values", () => {
    assert.deepEqual(
      parseRedirects([
        { from: "/b", to: "/c/" },
        { from: "/a", to: "/c/", status: 302 },
      ]),
      [
        { from: "/a", to: "/c/", status: 302, host: null },
        { from: "/b", to: "/c/", status: 301, host: null },
      ],
    );
  });

  test("a chain is shortened to its end", () => {
    const [first] = parseRedirects([
      { from: "/1/", to: "/2/" },
      { from: "/2/", to: "/3/" },
      { from: "/3/", to: "/4/" },
    ]);
    assert.equal(first?.to, "/4/");
  });

  test("an old address may be written as a whole", () => {
    const [redirect] = parseRedirects([{ from: "http://Cu.Example.vn/tin.php?id=3", to: "/x/" }]);
    assert.deepEqual([redirect?.host, redirect?.from], ["cu.example.vn", "/tin.php?id=3"]);
  });

  test("old addresses are compared decoded, new ones are sent encoded", () => {
    const [redirect] = parseRedirects([{ from: "/tin-t%E1%BB%A9c/", to: "/văn-bản/?a=$1" }]);
    assert.deepEqual([redirect?.from, redirect?.to], ["/tin-tức/", "/v%C4%83n-b%E1%BA%A3n/?a=%241"]);
  });

  test("every fault is reported at once", () => {
    const faults = [
      { from: "tin/1", to: "/x/" },
      { from: "/a b", to: "/x/" },
      { from: '/a";}', to: "/x/" },
      { from: "/c", to: "javascript:alert(1)" },
      { from: "/d", to: "//example.com/" },
      { from: "/e", to: "/x/", status: 303 },
      { from: "/f", to: "/x/", host: "a b" },
      7,
    ];
    assert.deepEqual(problemsOf(faults), [
      'redirects.json[0]: "from" must be a path such as "/tin/12.html" without spaces, quotes or braces',
      'redirects.json[1]: "from" must be a path such as "/tin/12.html" without spaces, quotes or braces',
      'redirects.json[2]: "from" must be a path such as "/tin/12.html" without spaces, quotes or braces',
      'redirects.json[3] "/c": "to" must be a path or an http(s) address',
      'redirects.json[4] "/d": "to" must be a path or an http(s) address',
      'redirects.json[5] "/e": status must be 301, 302, 307, 308 or 410',
      'redirects.json[6] "/f": "host" must be a host name such as "tuyengiao.example.vn"',
      "redirects.json[7]: expected {from, to}",
    ]);
    assert.deepEqual(problemsOf({}), ["redirects.json: expected an array of {from, to}"]);
  });

  test("two targets for one address, and a loop, are faults", () => {
    assert.deepEqual(
      problemsOf([
        { from: "/a", to: "/x/" },
        { from: "/a", to: "/y/" },
      ]),
      ['redirects.json: "/a" leads to both "/x/" and "/y/". Keep one.'],
    );
    assert.match(
      problemsOf([
        { from: "/a", to: "/b" },
        { from: "/b", to: "/a" },
      ])[0] ?? "",
      /"\/a" leads back to itself/,
    );
  });

  test("targets become full addresses", () => {
    const [local, far, gone] = parseRedirects([
      { from: "/1", to: "/x/" },
      { from: "/2", to: "https://khac.example.vn/y" },
      { from: "/3", status: 410 },
    ]);
    assert.ok(local !== undefined && far !== undefined && gone !== undefined);
    assert.deepEqual(
      [local, far, gone].map((one) => targetAddress(one, SITE)),
      ["https://btg.example.vn/x/", "https://khac.example.vn/y", null],
    );
  });
});

describe("redirects for each server", () => {
  const redirects = parseRedirects([
    { from: "/tin/12.html", to: "/x/" },
    { from: "/da-go/", status: 410 },
    { from: "/bai.htm", to: "/y/", host: "cu.example.vn" },
    { from: "/xem?id=1", to: "/z/" },
  ]);

  test("nginx reads map entries", () => {
    assert.equal(
      nginxRedirectMap(redirects),
      '"/da-go/" "410 -";\n"/tin/12.html" "301 /x/";\n"/xem?id=1" "301 /z/";\n',
    );
    assert.equal(
      nginxOldHostMap(redirects, SITE.origin),
      '"cu.example.vn/bai.htm" "301 https://btg.example.vn/y/";\n',
    );
  });

  test("nginx gets one entry where two addresses differ by case only, for it would not start with both", () => {
    const twins = parseRedirects(["/Tin.html", "/tin.html"].map((from) => ({ from, to: "/x/" })));
    assert.equal(nginxRedirectMap(twins), '"/Tin.html" "301 /x/";\n');
  });

  test("Caddy reads map entries, and never an empty file", () => {
    assert.match(caddyRedirectMap(redirects), /^"\/tin\/12.html" 301 "\/x\/"$/m);
    assert.match(
      caddyOldHostMap(redirects, SITE.origin),
      /^"cu.example.vn\/bai.htm" 301 "https:\/\/btg.example.vn\/y\/"$/m,
    );
    assert.notEqual(caddyRedirectMap([]), "");
  });

  test("_redirects carries what it can and counts the rest", () => {
    assert.deepEqual(redirectsFile(redirects), { text: "/tin/12.html /x/ 301\n", left: 3 });
  });

  test("old hosts are known by name", () => assert.deepEqual(oldHosts(redirects), ["cu.example.vn"]));

  test("a page stands at an old address of the site's own host, unless something stands there", () => {
    const paths = redirectPages(redirects, SITE, new Set()).map((page) => page.path);
    assert.deepEqual(paths, ["tin/12.html"]);
    assert.deepEqual(redirectPages(redirects, SITE, new Set(["tin/12.html"])), []);
  });

  test("no page is made at an address that climbs, hides or takes a reserved folder", () => {
    const risky = parseRedirects(
      ["/../x/", "/.git/", "/assets/x/", "/a//b/", "/tap-tin.pdf"].map((from) => ({ from, to: "/x/" })),
    );
    assert.deepEqual(redirectPages(risky, SITE, new Set()), []);
  });

  test("the page names its target where a script or a quote could not get in", () => {
    const [page] = redirectPages(
      parseRedirects([{ from: "/a/", to: "/x/?a=1&b=<script>" }]),
      SITE,
      new Set(),
    );
    assert.ok(page?.source.kind === "text");
    assert.match(page.source.text, /url=https:\/\/btg.example.vn\/x\/\?a=1&amp;b=%3Cscript%3E"/);
  });
});

test("_headers takes an earlier value away before it sets another", () => {
  const rules = [
    { patterns: ["/*"], headers: { "Cache-Control": "public, max-age=60", "X-Frame-Options": "DENY" } },
    { patterns: ["/assets/*"], headers: { "Cache-Control": "public, max-age=31536000, immutable" } },
  ];
  assert.match(
    headersFile(rules, "/"),
    /^\/\*\n {2}Cache-Control: public, max-age=60\n {2}X-Frame-Options: DENY\n\n\/assets\/\*\n {2}! Cache-Control\n {2}Cache-Control: public, max-age=31536000, immutable\n/,
  );
});
